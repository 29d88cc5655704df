import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Driver } from '#api/drivers.ts';
import { driverPages } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListFilters } from '../lists/list-filters.tsx';
import { NoneMatch } from '../lists/none-match.tsx';
import { PagedList } from '../lists/paged-list.tsx';
import { useListQuery } from '../lists/use-list-query.ts';
import type { ListWalk } from '../use-list-walk.ts';
import { useDriverColumns } from './driver-columns.tsx';

/** Everybody who charges, by name. */
export function DriversTab({ walk }: { readonly walk: ListWalk }) {
  const { t } = useText();
  const { place, onSelect, onOpen } = walk;
  const pages = useInfiniteQuery(driverPages(useListQuery(place.filter)));
  const columns = useDriverColumns();
  const isFiltered = Object.keys(place.filter).length > 0;
  const isEmpty = !isFiltered && pages.data?.pages[0]?.items.length === 0;
  return (
    <>
      {isEmpty ? null : (
        <ListFilters searchLabel={t('drivers.search')} filter={place.filter} onChange={place.narrow} />
      )}
      <PagedList<Driver>
        label={t('access.tab.drivers')}
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
              icon={<IconUsers stroke={1.5} />}
              title={t('drivers.empty')}
              text={t('drivers.emptyText')}
            >
              <Button onClick={() => place.open('new')}>{t('access.add.drivers')}</Button>
            </EmptyState>
          )
        }
      />
    </>
  );
}
