import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Session } from '#api/sessions.ts';
import { apiQuery, sessionPages } from '../../lib/api-query.ts';
import type { SessionsSearch } from '../../lib/page-search.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNextPage } from '../../lib/use-next-page.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NextPage } from '../../ui/next-page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { usePanelFocus } from '../../ui/use-panel-focus.ts';
import { HeldPrices } from './price/held-prices.tsx';
import { SessionExportMenu } from './session-export-menu.tsx';
import { toFilter } from './session-filter.ts';
import { SessionFilters } from './session-filters.tsx';
import { SessionPanel } from './session-panel.tsx';
import { SessionTable } from './session-table.tsx';
import classes from './sessions-page.module.css';
import { StrayList } from './stray-list.tsx';

const PAGE_SIZE = 100;

/** Every session, filtered by the page's address; beside it the details of one. */
export function SessionsPage() {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const navigate = useNavigate();
  const params = useParams({ from: '/sessions/{-$sessionId}' });
  const search = useSearch({ from: '/sessions/{-$sessionId}' });
  const focus = usePanelFocus();

  const today = format.dayKey(now);
  // The bounds move once a day, not with every tick of the clock.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` matters by its day only
  const filter = useMemo(() => toFilter(search, { now, dayKey: format.dayKey }), [search, today, format]);
  const pages = useInfiniteQuery(sessionPages({ ...filter, limit: PAGE_SIZE }));
  const totals = useQuery(apiQuery('sessionTotals', { query: filter }));
  const sessions = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);

  const openId = params.sessionId === undefined ? undefined : Number(params.sessionId);
  // Opening and closing are steps to go back to; filters, searches and walking through the rows are not.
  const go = (id: number | undefined, next: SessionsSearch) =>
    void navigate({
      to: '/sessions/{-$sessionId}',
      params: { sessionId: id === undefined ? undefined : String(id) },
      search: next,
      replace: (id === undefined) === (openId === undefined),
    });
  const onEnd = useNextPage(pages);
  const isFiltered = Object.keys(search).length > 0;
  return (
    <SplitPage
      panel={
        openId === undefined ? null : (
          <SessionPanel
            key={openId}
            sessionId={openId}
            neighbours={neighboursOf(sessions ?? [], openId)}
            focusOn={focus.wishFor(openId)}
            onOpen={(id) => go(id, search)}
            onClose={() => {
              focus.stay();
              go(undefined, search);
            }}
          />
        )
      }
    >
      <PageHeader title={t('sessions.title')}>
        <span className={classes.totals}>
          {totals.data === undefined
            ? null
            : t('sessions.totals', { count: totals.data.count, energy: format.energy(totals.data.energyWh) })}
        </span>
        <SessionExportMenu filter={filter} />
      </PageHeader>
      <SessionFilters search={search} onChange={(next) => go(openId, next)} />
      {search.state === 'needs-decision' ? <HeldPrices /> : null}
      {search.state === 'needs-decision' ? <StrayList /> : null}
      <SessionTable
        sessions={sessions}
        openId={openId}
        hold={JSON.stringify(filter)}
        error={pages.error}
        onRetry={() => void pages.refetch()}
        onEnd={onEnd}
        hasMore={pages.hasNextPage}
        foot={<NextPage pages={pages} />}
        onSelect={(session) => {
          focus.stay();
          go(session.id, search);
        }}
        onOpen={(session) => {
          focus.enter(session.id);
          go(session.id, search);
        }}
        empty={
          <EmptyState
            icon={<IconHistory stroke={1.5} />}
            title={t(isFiltered ? 'sessions.noneMatch' : 'sessions.empty')}
            {...(!isFiltered && { text: t('sessions.emptyText') })}
          >
            {isFiltered ? (
              <Button variant="default" onClick={() => go(openId, {})}>
                {t('words.clearFilters')}
              </Button>
            ) : null}
          </EmptyState>
        }
      />
    </SplitPage>
  );
}

function neighboursOf(sessions: readonly Session[], id: number) {
  const index = sessions.findIndex((session) => session.id === id);
  if (index === -1) return { previous: undefined, next: undefined };
  return { previous: sessions[index - 1]?.id, next: sessions[index + 1]?.id };
}
