import { Button, Select, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconDownload, IconPlayerPause, IconPlayerPlay, IconSearch, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useMemo } from 'react';
import { apiQuery } from '../../lib/api-query.ts';
import { apiUrl } from '../../lib/call-api.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useText } from '../../text/use-text.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';
import type { TraceFilter } from './trace-filter.ts';
import classes from './trace-toolbar.module.css';
import type { Trace } from './use-trace.ts';

interface TraceToolbarProps {
  readonly trace: Trace;
  readonly stationId: string | undefined;
  readonly onStation: (stationId: string | undefined) => void;
  readonly filter: TraceFilter;
  readonly onFilter: (filter: TraceFilter) => void;
  readonly paused: boolean;
  readonly onPause: (paused: boolean) => void;
  readonly onSend: () => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

/** What to see of the messages, whether they run, and what to do with them. */
export function TraceToolbar(props: TraceToolbarProps) {
  const { trace, stationId, filter, onFilter, paused } = props;
  const { t } = useText();
  const format = useFormat();
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  const actions = useActions(trace, filter.action);
  const state = paused ? 'trace.paused' : trace.isLive ? 'trace.live' : 'trace.notLive';
  const counted = (key: 'trace.count' | 'trace.leftOut', count: number) =>
    t(key, { count }).replace(String(count), format.number(count));
  return (
    <div className={classes.toolbar}>
      <div className={classes.row}>
        <Select
          className={classes.select ?? ''}
          aria-label={t('trace.station')}
          placeholder={t('trace.allStations')}
          data={stations.map(({ id, name }) => ({ value: id, label: name }))}
          value={stationId ?? null}
          clearable
          searchable
          onChange={(chosen) => props.onStation(chosen ?? undefined)}
        />
        <Select
          className={classes.select ?? ''}
          aria-label={t('trace.action')}
          placeholder={t('trace.allActions')}
          data={actions}
          value={filter.action}
          clearable
          searchable
          onChange={(action) => onFilter({ ...filter, action })}
        />
        <TextInput
          className={classes.search ?? ''}
          ref={props.searchRef}
          aria-label={t('trace.search')}
          placeholder={t('trace.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
        <div className={classes.actions}>
          <Button
            variant={paused ? 'filled' : 'default'}
            leftSection={
              paused ? <IconPlayerPlay size={16} aria-hidden /> : <IconPlayerPause size={16} aria-hidden />
            }
            onClick={() => props.onPause(!paused)}
          >
            {t(paused ? 'trace.resume' : 'trace.pause')}
          </Button>
          <Tooltip label={t('trace.exportHint')}>
            <Button
              component="a"
              href={apiUrl('exportTrace', { query: stationId === undefined ? {} : { stationId } })}
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('trace.export')}
            </Button>
          </Tooltip>
          <Button leftSection={<IconSend size={16} aria-hidden />} onClick={props.onSend}>
            {t('trace.send')}
          </Button>
        </div>
      </div>
      <div className={classes.row}>
        <FilterChips
          label={t('trace.direction')}
          value={filter.direction}
          chips={[
            { value: 'all', label: t('trace.both') },
            { value: 'in', label: t('trace.in') },
            { value: 'out', label: t('trace.out') },
          ]}
          onChange={(direction) => onFilter({ ...filter, direction })}
        />
        <Switch
          label={t('trace.errorsOnly')}
          checked={filter.errorsOnly}
          onChange={(event) => onFilter({ ...filter, errorsOnly: event.currentTarget.checked })}
        />
        <Switch
          label={t('trace.heartbeats')}
          checked={filter.withHeartbeats}
          onChange={(event) => onFilter({ ...filter, withHeartbeats: event.currentTarget.checked })}
        />
        <p className={classes.state} data-state={paused ? 'paused' : trace.isLive ? 'live' : 'off'}>
          <span className={classes.dot} aria-hidden />
          {t(state)} · {counted('trace.count', trace.view.lines.length)}
          {trace.view.dropped > 0 ? ` · ${counted('trace.leftOut', trace.view.dropped)}` : null}
        </p>
      </div>
    </div>
  );
}

/** The actions there are, as far as seen. */
function useActions({ view }: Trace, chosen: string | null): string[] {
  const { lines } = view;
  // Looked at anew only now and then: a new action among thousands is rare.
  const grown = Math.floor(Math.log2(lines.length + 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => {
    const actions = new Set(lines.slice(-5_000).flatMap(({ action }) => action ?? []));
    if (chosen !== null) actions.add(chosen);
    return [...actions].sort();
  }, [grown, chosen]);
}
