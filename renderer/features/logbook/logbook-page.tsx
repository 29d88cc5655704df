import { Button, Select } from '@mantine/core';
import { IconBook2 } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { LEVELS } from '#api/logbook.ts';
import { apiQuery, logPages } from '../../lib/api-query.ts';
import type { LogbookSearch } from '../../lib/page-search.ts';
import { useNextPage } from '../../lib/use-next-page.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { NextPage } from '../../ui/next-page.tsx';
import { NoteField } from '../../ui/note-field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { LogDays } from './log-days.tsx';
import classes from './logbook-page.module.css';
import { useEndInSight } from './use-end-in-sight.ts';

const PAGE_SIZE = 100;

/** Everything that happened, newest first, and a place to add a word. */
export function LogbookPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/logbook' });
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  const pages = useInfiniteQuery(
    logPages({
      limit: PAGE_SIZE,
      ...(search.station !== undefined && { stationId: search.station }),
      ...(search.level !== undefined && { level: search.level }),
    }),
  );
  const entries = pages.data?.pages.flatMap((page) => page.items);
  const station = stations.find(({ id }) => id === search.station);
  const go = (next: LogbookSearch) => void navigate({ to: '/logbook', search: next, replace: true });
  const end = useEndInSight(useNextPage(pages));
  const isFiltered = Object.keys(search).length > 0;
  return (
    <div className={classes.page}>
      <PageHeader title={t('logbook.title')} />
      <NoteField {...(station !== undefined && { station })} />
      <div className={classes.filters}>
        <FilterChips
          label={t('logbook.filterLevel')}
          value={search.level ?? 'all'}
          chips={[
            { value: 'all', label: t('logbook.level.all') },
            { value: 'attention', label: t('logbook.level.attention') },
            { value: 'fault', label: t('logbook.level.fault') },
          ]}
          onChange={(chosen) => {
            const { level: _, ...rest } = search;
            const level = LEVELS.find((one) => one === chosen);
            go(level === undefined ? rest : { ...rest, level });
          }}
        />
        <Select
          aria-label={t('words.station')}
          placeholder={t('logbook.allStations')}
          data={stations.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.station ?? null}
          clearable
          searchable
          onChange={(chosen) => {
            const { station: _, ...rest } = search;
            go(chosen === null ? rest : { ...rest, station: chosen });
          }}
        />
      </div>
      {pages.error && entries === undefined ? (
        <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {entries?.length === 0 ? (
        <EmptyState
          icon={<IconBook2 stroke={1.5} />}
          title={t(isFiltered ? 'logbook.noneMatch' : 'logbook.empty')}
          {...(!isFiltered && { text: t('logbook.emptyText') })}
        >
          {isFiltered ? (
            <Button variant="default" onClick={() => go({})}>
              {t('words.clearFilters')}
            </Button>
          ) : null}
        </EmptyState>
      ) : null}
      <LogDays entries={entries ?? []} />
      <div ref={end}>
        <NextPage pages={pages} />
      </div>
    </div>
  );
}
