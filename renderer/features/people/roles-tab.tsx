import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Role } from '#api/roles.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useTenantName } from '../../lib/use-tenant-name.ts';
import type { Walk } from '../../lib/walk.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './people-page.module.css';
import { builtInOf, roleName } from './use-role-name.ts';

/** The roles that are built in, and those that were made here. */
export function RolesTab({ opened, onSelect, onOpen }: Walk) {
  const { t } = useText();
  const roles = useQuery(apiQuery('listRoles', {}));
  const columns = useColumns();
  return (
    <DataTable<Role>
      label={t('people.tab.roles')}
      columns={columns}
      rows={roles.data?.items}
      rowKey={({ key }) => key}
      selected={({ key }) => key === opened}
      error={roles.error}
      onRetry={() => void roles.refetch()}
      onSelect={({ key }) => onSelect(key)}
      onOpen={({ key }) => onOpen(key)}
      empty={<EmptyState icon={<IconUsers stroke={1.5} />} title={t('people.add.roles')} />}
    />
  );
}

function useColumns(): readonly Column<Role>[] {
  const { t } = useText();
  const tenantOf = useTenantName();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('people.role'),
        width: '28%',
        cell: (role) => <span className={classes.name}>{roleName(role, t)}</span>,
      },
      {
        id: 'what',
        header: t('people.permissions'),
        tier: 2,
        cell: ({ key, own }) => {
          const builtIn = builtInOf(key);
          if (builtIn !== undefined) return t(`people.roleText.${builtIn}`);
          return own === null ? '' : t('people.ownRole', { tenant: tenantOf(own.tenantId) });
        },
      },
      {
        id: 'holders',
        header: t('people.tab.people'),
        width: '110px',
        align: 'end',
        cell: ({ holders }) => holders,
      },
    ],
    [t, tenantOf],
  );
}
