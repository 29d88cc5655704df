import { Button } from '@mantine/core';
import { IconCar } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { VEHICLE_STATES, type Vehicle } from '#api/vehicles.ts';
import { vehiclePages } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListFilters } from '../lists/list-filters.tsx';
import { NoneMatch } from '../lists/none-match.tsx';
import { PagedList } from '../lists/paged-list.tsx';
import { useListQuery } from '../lists/use-list-query.ts';
import type { ListWalk } from '../use-list-walk.ts';
import { useVehicleColumns } from './vehicle-columns.tsx';

/** Every car, van and bus that is charged. */
export function VehiclesTab({ walk }: { readonly walk: ListWalk }) {
  const { t } = useText();
  const { place, onSelect, onOpen } = walk;
  const { state, ...query } = useListQuery(place.filter);
  const vehicleState = VEHICLE_STATES.find((one) => one === state);
  const pages = useInfiniteQuery(
    vehiclePages({ ...query, ...(vehicleState !== undefined && { state: vehicleState }) }),
  );
  const columns = useVehicleColumns();
  const isFiltered = Object.keys(place.filter).length > 0;
  const isEmpty = !isFiltered && pages.data?.pages[0]?.items.length === 0;
  return (
    <>
      {isEmpty ? null : (
        <ListFilters
          searchLabel={t('vehicles.search')}
          states={VEHICLE_STATES}
          filter={place.filter}
          onChange={place.narrow}
        />
      )}
      <PagedList<Vehicle>
        label={t('access.tab.vehicles')}
        columns={columns}
        pages={pages}
        openId={place.opened}
        onSelect={onSelect}
        onOpen={onOpen}
        empty={
          isFiltered ? (
            <NoneMatch onClear={() => place.narrow({})} />
          ) : (
            <EmptyState
              icon={<IconCar stroke={1.5} />}
              title={t('vehicles.empty')}
              text={t('vehicles.emptyText')}
            >
              <Button onClick={() => place.open('new')}>{t('access.add.vehicles')}</Button>
            </EmptyState>
          )
        }
      />
    </>
  );
}
