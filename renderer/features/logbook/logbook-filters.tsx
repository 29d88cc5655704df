import { Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LEVELS } from '#api/logbook.ts';
import { apiQuery } from '../../lib/api-query.ts';
import type { LogbookSearch } from '../../lib/page-search.ts';
import { useText } from '../../text/use-text.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';
import classes from './logbook-page.module.css';

interface LogbookFiltersProps {
  readonly search: LogbookSearch;
  readonly go: (next: LogbookSearch) => void;
}

/** Which entries are shown: by weight, station and person, and whether something was changed. */
export function LogbookFilters({ search, go }: LogbookFiltersProps) {
  const { t } = useText();
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  const actors = useQuery(apiQuery('listLogActors', {})).data?.items ?? [];
  return (
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
          const level = LEVELS.find((one) => one === chosen);
          go(without(search, 'level', level === undefined ? {} : { level }));
        }}
      />
      <Switch
        label={t('logbook.changesOnly')}
        checked={search.changes === 'only'}
        onChange={(event) =>
          go(without(search, 'changes', event.currentTarget.checked ? { changes: 'only' } : {}))
        }
      />
      <Select
        aria-label={t('words.station')}
        placeholder={t('logbook.allStations')}
        data={stations.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.station ?? null}
        clearable
        searchable
        onChange={(chosen) => go(without(search, 'station', chosen === null ? {} : { station: chosen }))}
      />
      <Select
        aria-label={t('logbook.everybody')}
        placeholder={t('logbook.everybody')}
        data={actors}
        value={search.who ?? null}
        clearable
        searchable
        onChange={(chosen) => go(without(search, 'who', chosen === null ? {} : { who: chosen }))}
      />
    </div>
  );
}

function without(search: LogbookSearch, key: keyof LogbookSearch, chosen: LogbookSearch): LogbookSearch {
  const { [key]: _, ...rest } = search;
  return { ...rest, ...chosen };
}
