import { Button, Select } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiRequest } from '#api/api-requests.ts';
import { apiQuery, apiRequestPages } from '../../lib/api-query.ts';
import { useNextPage } from '../../lib/use-next-page.ts';
import type { Walk } from '../../lib/walk.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { NextPage } from '../../ui/next-page.tsx';
import classes from './erp-page.module.css';
import { requestQuery } from './request-query.ts';
import type { RequestFilter } from './use-erp-place.ts';
import { useRequestColumns } from './use-request-columns.tsx';

interface RequestsTabProps extends Walk {
  readonly filter: RequestFilter;
  readonly onNarrow: (filter: RequestFilter) => void;
}

/** What programs asked, newest first; new rows come by themselves and wait while somebody reads. */
export function RequestsTab({ opened, onSelect, onOpen, filter, onNarrow }: RequestsTabProps) {
  const { t } = useText();
  const pages = useInfiniteQuery(apiRequestPages(requestQuery(filter)));
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items), [pages.data]);
  const columns = useRequestColumns();
  const onEnd = useNextPage(pages);
  const isFiltered = filter.client !== undefined || filter.failed !== undefined;
  return (
    <>
      <RequestFilters filter={filter} onNarrow={onNarrow} />
      <DataTable<ApiRequest>
        label={t('erp.tab.requests')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => String(id)}
        selected={({ id }) => String(id) === opened}
        virtual
        hold={JSON.stringify(filter)}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        onSelect={({ id }) => onSelect(String(id))}
        onOpen={({ id }) => onOpen(String(id))}
        onEnd={onEnd}
        hasMore={pages.hasNextPage}
        foot={<NextPage pages={pages} />}
        empty={
          <EmptyState
            icon={<IconListSearch stroke={1.5} />}
            title={t(isFiltered ? 'apiRequests.noneMatch' : 'apiRequests.noneTitle')}
            {...(!isFiltered && { text: t('apiRequests.noneText') })}
          >
            {isFiltered ? (
              <Button variant="default" onClick={() => onNarrow({})}>
                {t('words.clearFilters')}
              </Button>
            ) : null}
          </EmptyState>
        }
      />
      <p className={classes.quiet}>{t('apiRequests.live')}</p>
    </>
  );
}

function RequestFilters({ filter, onNarrow }: Pick<RequestsTabProps, 'filter' | 'onNarrow'>) {
  const { t } = useText();
  const clients = useQuery(apiQuery('listClients', {})).data?.items ?? [];
  return (
    <div className={classes.filters}>
      <FilterChips
        label={t('apiRequests.show')}
        value={filter.failed === undefined ? 'all' : 'failed'}
        chips={[
          { value: 'all', label: t('apiRequests.all') },
          { value: 'failed', label: t('apiRequests.failed') },
        ]}
        onChange={(chosen) => {
          const { failed: _, ...rest } = filter;
          onNarrow(chosen === 'failed' ? { ...rest, failed: 'only' } : rest);
        }}
      />
      <Select
        aria-label={t('apiRequests.client')}
        placeholder={t('apiRequests.allClients')}
        data={clients.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.client ?? null}
        clearable
        searchable
        onChange={(client) => {
          const { client: _, ...rest } = filter;
          onNarrow(client === null ? rest : { ...rest, client });
        }}
      />
    </div>
  );
}
