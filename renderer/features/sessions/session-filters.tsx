import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { SESSION_STATES } from '#api/sessions.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { PERIODS, type SessionsSearch } from '../../lib/page-search.ts';
import { useText } from '../../text/use-text.ts';
import { uidGroups } from '../../ui/figures.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import classes from './session-filters.module.css';

interface SessionFiltersProps {
  readonly search: SessionsSearch;
  readonly onChange: (search: SessionsSearch) => void;
}

/** By state first, then where, when and who. */
export function SessionFilters({ search, onChange }: SessionFiltersProps) {
  const { t } = useText();
  const open = useNeedsDecision();
  const stations = useQuery(apiQuery('listStations', {})).data?.items ?? [];
  return (
    <div className={classes.filters}>
      <FilterChips
        label={t('sessions.column.state')}
        value={search.state ?? 'all'}
        chips={[
          { value: 'all', label: t('sessions.tab.all') },
          ...SESSION_STATES.map((value) => ({
            value,
            label: t(`sessions.tab.${value}`),
            ...(value === 'needs-decision' && { count: open, urgent: true }),
          })),
        ]}
        onChange={(state) => {
          const { state: _, ...rest } = search;
          onChange(state === 'all' ? rest : { ...rest, state });
        }}
      />
      <div className={classes.fields}>
        <Select
          className={classes.field ?? ''}
          aria-label={t('words.station')}
          placeholder={t('sessions.allStations')}
          data={stations.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.station ?? null}
          clearable
          searchable
          onChange={(station) => {
            const { station: _, ...rest } = search;
            onChange(station === null ? rest : { ...rest, station });
          }}
        />
        <Select
          className={classes.field ?? ''}
          aria-label={t('words.time')}
          data={PERIODS.map((value) => ({ value, label: t(`sessions.period.${value}`) }))}
          value={search.period ?? 'all'}
          allowDeselect={false}
          onChange={(chosen) => {
            const { period: _, ...rest } = search;
            const period = PERIODS.find((one) => one === chosen) ?? 'all';
            onChange(period === 'all' ? rest : { ...rest, period });
          }}
        />
        <SearchField
          className={classes.field}
          label={t('sessions.search')}
          value={search.search ?? ''}
          onChange={(typed) => {
            const { search: _, ...rest } = search;
            onChange(typed === '' ? rest : { ...rest, search: typed });
          }}
        />
      </div>
      {search.card === undefined ? null : (
        <Button
          className={classes.card ?? ''}
          size="compact-sm"
          variant="default"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={t('sessions.cardFilterAway', { uid: uidGroups(search.card).join(' ') })}
          onClick={() => {
            const { card: _, ...rest } = search;
            onChange(rest);
          }}
        >
          {t('sessions.cardFilter', { uid: uidGroups(search.card).join(' ') })}
        </Button>
      )}
    </div>
  );
}

/** Sessions in doubt and messages that fit none: both wait for a person. */
function useNeedsDecision(): number {
  const totals = useQuery(apiQuery('sessionTotals', { query: {} }));
  const strays = useQuery(apiQuery('listStrays', {}));
  return (totals.data?.needsDecision ?? 0) + (strays.data?.items.length ?? 0);
}
