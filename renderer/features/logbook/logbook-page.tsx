import { Button } from '@mantine/core';
import { IconBook2, IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { apiQuery, logPages } from '../../lib/api-query.ts';
import { apiUrl } from '../../lib/call-api.ts';
import type { LogbookSearch } from '../../lib/page-search.ts';
import { useNextPage } from '../../lib/use-next-page.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NextPage } from '../../ui/next-page.tsx';
import { NoteField } from '../../ui/note-field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { LogDays } from './log-days.tsx';
import { logFilter } from './log-filter.ts';
import { LogbookCheck } from './logbook-check.tsx';
import { LogbookFilters } from './logbook-filters.tsx';
import classes from './logbook-page.module.css';
import { useEndInSight } from './use-end-in-sight.ts';

const PAGE_SIZE = 100;

/** Everything that happened, newest first, and a place to add a word. */
export function LogbookPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/logbook' });
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  const pages = useInfiniteQuery(logPages({ limit: PAGE_SIZE, ...logFilter(search) }));
  const entries = pages.data?.pages.flatMap((page) => page.items);
  const station = stations.find(({ id }) => id === search.station);
  const go = (next: LogbookSearch) => void navigate({ to: '/logbook', search: next, replace: true });
  const end = useEndInSight(useNextPage(pages));
  const isFiltered = Object.keys(search).length > 0;
  return (
    <div className={classes.page}>
      <PageHeader title={t('logbook.title')}>
        <Button
          component="a"
          variant="default"
          download
          href={apiUrl('listLog', { query: { ...logFilter(search), format: 'csv' } })}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('logbook.export')}
        </Button>
      </PageHeader>
      <NoteField {...(station !== undefined && { station })} />
      <LogbookFilters search={search} go={go} />
      <LogbookCheck />
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
