import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TraceLine } from '#api/trace.ts';
import { useLetterKeys } from '../../lib/use-letter-keys.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { MessagePanel } from './message-panel.tsx';
import { NO_TRACE_FILTER, tracePredicate } from './trace-filter.ts';
import { TraceList } from './trace-list.tsx';
import { TracePanel } from './trace-panel.tsx';
import classes from './trace-tab.module.css';
import { TraceToolbar } from './trace-toolbar.tsx';
import { useTrace } from './use-trace.ts';

type Beside = { readonly kind: 'line'; readonly key: string } | { readonly kind: 'send' } | null;

interface TraceTabProps {
  readonly stationId: string | undefined;
  readonly onStation: (stationId: string | undefined) => void;
}

/** Messages of one station or all as they pass, each with its answer; and beside them one in full, or one to send. */
export function TraceTab({ stationId, onStation }: TraceTabProps) {
  const { t } = useText();
  const trace = useTrace(stationId);
  const { store, view } = trace;
  const [filter, setFilter] = useState(NO_TRACE_FILTER);
  const [paused, setPaused] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const [beside, setBeside] = useState<Beside>(null);
  const search = useRef<HTMLInputElement>(null);

  const predicate = useMemo(() => tracePredicate(filter), [filter]);
  useEffect(() => store.filter(predicate), [store, predicate]);
  // Whoever reads further down must not have the lines pushed away.
  useEffect(() => store.standStill(paused || scrolled), [store, paused, scrolled]);
  useLetterKeys({
    ' ': () => setPaused(!paused),
    f: () => search.current?.focus(),
    n: () => setBeside({ kind: 'send' }),
  });

  const openLine = useCallback((line: TraceLine) => setBeside({ kind: 'line', key: line.key }), []);
  const open = beside?.kind === 'line' ? view.lines.find(({ key }) => key === beside.key) : undefined;
  const isEmpty = view.held === 0 && !trace.isLoading;
  return (
    <div className={classes.tab} data-beside={beside !== null}>
      <div className={classes.main}>
        <TraceToolbar
          trace={trace}
          stationId={stationId}
          onStation={onStation}
          filter={filter}
          onFilter={setFilter}
          paused={paused}
          onPause={setPaused}
          onSend={() => setBeside({ kind: 'send' })}
          searchRef={search}
        />
        {trace.error && view.held === 0 ? <ProblemNote error={trace.error} /> : null}
        {isEmpty && trace.error === null ? (
          <EmptyState
            icon={<IconMessages stroke={1.5} />}
            title={t('trace.empty')}
            text={t('trace.emptyText')}
          />
        ) : null}
        {view.held > 0 && view.lines.length === 0 ? (
          <EmptyState icon={<IconMessages stroke={1.5} />} title={t('trace.noneMatch')}>
            <Button variant="default" onClick={() => setFilter({ ...NO_TRACE_FILTER, withHeartbeats: true })}>
              {t('words.clearFilters')}
            </Button>
          </EmptyState>
        ) : null}
        <TraceList
          lines={view.lines}
          waiting={view.waiting}
          withStation={stationId === undefined}
          openKey={beside?.kind === 'line' ? beside.key : null}
          onOpen={openLine}
          onScrolled={setScrolled}
          onRelease={() => setPaused(false)}
          loadOlder={trace.loadOlder}
          isLoading={trace.isLoading}
        />
        <p className={classes.keys}>{t('trace.keys')}</p>
      </div>
      {open === undefined ? null : <TracePanel line={open} onClose={() => setBeside(null)} />}
      {beside?.kind === 'send' ? (
        <MessagePanel stationId={stationId} onClose={() => setBeside(null)} />
      ) : null}
    </div>
  );
}
