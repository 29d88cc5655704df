import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Group } from '#api/groups.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/data-table-columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import classes from '../lists/columns.module.css';
import type { ListWalk } from '../use-list-walk.ts';

/** Groups of users and of stations, which rules and prices treat alike. */
export function GroupsTab({ walk }: { readonly walk: ListWalk }) {
  const { t } = useText();
  const { place, onSelect, onOpen } = walk;
  const groups = useQuery(apiQuery('listGroups', {}));
  const columns = useColumns();
  const items = groups.data?.items;
  return (
    <DataTable<Group>
      label={t('access.tab.groups')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => String(id)}
      selected={({ id }) => id === place.opened}
      virtual
      error={groups.error}
      onRetry={() => void groups.refetch()}
      onSelect={onSelect}
      onOpen={onOpen}
      empty={
        <EmptyState
          icon={<IconUsersGroup stroke={1.5} />}
          title={t('groups.empty')}
          text={t('groups.emptyText')}
        >
          <Button onClick={() => place.open('new')}>{t('access.add.groups')}</Button>
        </EmptyState>
      }
    />
  );
}

function useColumns(): readonly Column<Group>[] {
  const { t } = useText();
  const { compare } = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('groups.name'),
        sortBy: ({ name }) => name,
        compare,
        cell: ({ name }) => <span className={classes.name}>{name}</span>,
      },
      {
        id: 'of',
        header: t('groups.ofWhat'),
        width: '24%',
        sortBy: ({ of }) => of,
        cell: ({ of }) => t(`groups.of.${of}`),
      },
      {
        id: 'members',
        header: t('groups.members'),
        width: '130px',
        align: 'end',
        tier: 2,
        sortBy: ({ memberCount }) => memberCount,
        cell: ({ memberCount }) => memberCount,
      },
      {
        id: 'rules',
        header: t('access.tab.rules'),
        width: '110px',
        align: 'end',
        tier: 3,
        sortBy: ({ ruleCount }) => ruleCount,
        cell: ({ ruleCount }) => ruleCount,
      },
    ],
    [t, compare],
  );
}
