import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { HOLDER_STATES, type HolderState } from '#api/access-lists.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import type { AccessFilter } from '../../../lib/page-search.ts';
import { useText } from '../../../text/use-text.ts';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { TenantSelect } from '../../../ui/tenant-select.tsx';
import classes from './list-filters.module.css';

interface ListFiltersProps {
  /** What the search finds. */
  readonly searchLabel: string;
  readonly states?: readonly HolderState[];
  readonly filter: AccessFilter;
  readonly onChange: (filter: AccessFilter) => void;
}

/** What a list of drivers, vehicles or cards is narrowed by. */
export function ListFilters({ searchLabel, states = HOLDER_STATES, filter, onChange }: ListFiltersProps) {
  const { t } = useText();
  const groups = useQuery(apiQuery('listGroups', { query: { of: 'users' } })).data?.items ?? [];
  return (
    <div className={classes.filters}>
      <FilterChips
        label={t('access.column.state')}
        value={filter.state ?? 'all'}
        chips={[
          { value: 'all', label: t('access.all') },
          ...states.map((value) => ({ value, label: t(`access.state.${value}`) })),
        ]}
        onChange={(state) => {
          const { state: _, ...rest } = filter;
          onChange(state === 'all' ? rest : { ...rest, state });
        }}
      />
      <div className={classes.fields}>
        <SearchField
          className={classes.search}
          label={searchLabel}
          value={filter.search ?? ''}
          onChange={(typed) => {
            const { search: _, ...rest } = filter;
            onChange(typed === '' ? rest : { ...rest, search: typed });
          }}
        />
        {groups.length === 0 ? null : (
          <Select
            className={classes.field ?? ''}
            aria-label={t('groups.userGroup')}
            placeholder={t('access.allGroups')}
            data={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={filter.inGroup === undefined ? null : String(filter.inGroup)}
            clearable
            searchable
            onChange={(id) => {
              const { inGroup: _, ...rest } = filter;
              onChange(id === null ? rest : { ...rest, inGroup: Number(id) });
            }}
          />
        )}
        <TenantSelect
          asFilter
          className={classes.field}
          value={filter.node ?? null}
          onChange={(tenantId) => {
            const { node: _, ...rest } = filter;
            onChange(tenantId === null ? rest : { ...rest, node: tenantId });
          }}
        />
      </div>
    </div>
  );
}
