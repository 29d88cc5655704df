import { Button } from '@mantine/core';
import { IconNfc } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Card } from '#api/access.ts';
import { apiQuery, cardPages } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListFilters } from '../lists/list-filters.tsx';
import { NoneMatch } from '../lists/none-match.tsx';
import { PagedList } from '../lists/paged-list.tsx';
import { useListQuery } from '../lists/use-list-query.ts';
import type { ListWalk } from '../use-list-walk.ts';
import { useCardColumns } from './card-columns.tsx';

/** Every card, and the easy way to a new one: hold it to a station. */
export function CardsTab({ walk }: { readonly walk: ListWalk }) {
  const { t } = useText();
  const { place, onSelect, onOpen } = walk;
  const site = useQuery(apiQuery('getSite', {}));
  const pages = useInfiniteQuery(cardPages(useListQuery(place.filter)));
  const columns = useCardColumns();
  const isFiltered = Object.keys(place.filter).length > 0;
  const isEmpty = !isFiltered && pages.data?.pages[0]?.items.length === 0;
  return (
    <>
      {isEmpty ? null : (
        <ListFilters searchLabel={t('access.search')} filter={place.filter} onChange={place.narrow} />
      )}
      <PagedList<Card>
        label={t('access.tab.cards')}
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
              icon={<IconNfc stroke={1.5} />}
              title={t(`access.empty.${site.data?.access ?? 'known-cards'}`)}
              text={t('access.emptyText')}
            >
              <Button onClick={place.hold}>{t('access.hold')}</Button>
            </EmptyState>
          )
        }
      />
    </>
  );
}
