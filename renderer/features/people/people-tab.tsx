import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Person } from '#api/people.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTenantName } from '../../lib/use-tenant-name.ts';
import type { Walk } from '../../lib/walk.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { When } from '../../ui/figures.tsx';
import classes from './people-page.module.css';
import { PersonState } from './person-state.tsx';
import { useRoleName } from './use-role-name.ts';

/** Everybody who may sign in, and what they may do where. */
export function PeopleTab({ opened, onSelect, onOpen }: Walk) {
  const { t } = useText();
  const people = useQuery(apiQuery('listPeople', {}));
  const columns = useColumns();
  return (
    <DataTable<Person>
      label={t('people.tab.people')}
      columns={columns}
      rows={people.data?.items}
      rowKey={({ id }) => String(id)}
      selected={({ id }) => String(id) === opened}
      error={people.error}
      onRetry={() => void people.refetch()}
      onSelect={({ id }) => onSelect(String(id))}
      onOpen={({ id }) => onOpen(String(id))}
      empty={<EmptyState icon={<IconUsers stroke={1.5} />} title={t('people.add.people')} />}
    />
  );
}

function useColumns(): readonly Column<Person>[] {
  const { t } = useText();
  const { compare } = useFormat();
  const roleOf = useRoleName();
  const tenantOf = useTenantName();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('people.name'),
        sortBy: ({ name }) => name,
        compare,
        cell: ({ name }) => <span className={classes.name}>{name}</span>,
      },
      {
        id: 'roles',
        header: t('people.roles'),
        width: '40%',
        cell: ({ grants, grantsElsewhere }) =>
          [
            ...grants.map(({ role, tenantId }) =>
              t('people.grant', { role: roleOf(role), tenant: tenantOf(tenantId) }),
            ),
            ...(grantsElsewhere ? [t('people.elsewhere')] : []),
          ].join(', '),
      },
      {
        id: 'last',
        header: t('people.lastSignedIn'),
        width: '150px',
        align: 'end',
        tier: 3,
        sortBy: ({ lastSignedInAt }) => lastSignedInAt,
        cell: ({ lastSignedInAt }) =>
          lastSignedInAt === null ? t('people.never') : <When at={lastSignedInAt} />,
      },
      {
        id: 'state',
        header: t('people.state'),
        width: '120px',
        tier: 2,
        sortBy: ({ disabledAt }) => disabledAt ?? '',
        cell: (person) => <PersonState person={person} />,
      },
    ],
    [t, compare, roleOf, tenantOf],
  );
}
