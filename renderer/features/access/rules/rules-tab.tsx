import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AccessRule } from '#api/access-rules.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/data-table-columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { AccessCheck } from '../access-check.tsx';
import classes from '../lists/columns.module.css';
import type { ListWalk } from '../use-list-walk.ts';
import { RuleState } from './rule-state.tsx';
import { useRuleWords } from './use-rule-words.ts';

/** Who may charge where and when, one sentence a rule. */
export function RulesTab({ walk }: { readonly walk: ListWalk }) {
  const { t } = useText();
  const { place, onSelect, onOpen } = walk;
  const rules = useQuery(apiQuery('listRules', {}));
  const columns = useColumns();
  const items = rules.data?.items;
  return (
    <>
      <p className={classes.explained}>{t('rules.explained')}</p>
      <DataTable<AccessRule>
        label={t('access.tab.rules')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => String(id)}
        selected={({ id }) => id === place.opened}
        error={rules.error}
        onRetry={() => void rules.refetch()}
        onSelect={onSelect}
        onOpen={onOpen}
        empty={
          <EmptyState
            icon={<IconListCheck stroke={1.5} />}
            title={t('rules.empty')}
            text={t('rules.emptyText')}
          >
            <Button onClick={() => place.open('new')}>{t('access.add.rules')}</Button>
          </EmptyState>
        }
      />
      <AccessCheck />
    </>
  );
}

function useColumns(): readonly Column<AccessRule>[] {
  const { t } = useText();
  const say = useRuleWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('rules.name'),
        width: '22%',
        tier: 2,
        cell: ({ name }) => <span className={classes.name}>{name}</span>,
      },
      {
        id: 'sentence',
        header: t('rules.sentence'),
        cell: (rule) => <span className={classes.wrapped}>{say(rule)}</span>,
      },
      {
        id: 'stations',
        header: t('rules.stations'),
        width: '104px',
        align: 'end',
        tier: 3,
        cell: ({ stationCount }) => stationCount,
      },
      {
        id: 'state',
        header: t('access.column.state'),
        width: '156px',
        tier: 2,
        cell: ({ state }) => <RuleState state={state} />,
      },
    ],
    [t, say],
  );
}
