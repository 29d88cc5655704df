import { Button } from '@mantine/core';
import { IconApi } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ClientInList } from '#api/clients.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTenantName } from '../../lib/use-tenant-name.ts';
import type { Walk } from '../../lib/walk.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { When } from '../../ui/figures.tsx';
import { ActiveState } from './active-state.tsx';
import classes from './erp-page.module.css';

/** Every program with access of its own, and when it last used it. */
export function ClientsTab({ opened, onSelect, onOpen, onAdd }: Walk & { readonly onAdd: () => void }) {
  const { t } = useText();
  const clients = useQuery(apiQuery('listClients', {}));
  const columns = useColumns();
  return (
    <DataTable<ClientInList>
      label={t('erp.tab.clients')}
      columns={columns}
      rows={clients.data?.items}
      rowKey={({ id }) => id}
      selected={({ id }) => id === opened}
      error={clients.error}
      onRetry={() => void clients.refetch()}
      onSelect={({ id }) => onSelect(id)}
      onOpen={({ id }) => onOpen(id)}
      empty={
        <EmptyState
          icon={<IconApi stroke={1.5} />}
          title={t('clients.noneTitle')}
          text={t('clients.noneText')}
        >
          <Button onClick={onAdd}>{t('erp.add.clients')}</Button>
        </EmptyState>
      }
    />
  );
}

function useColumns(): readonly Column<ClientInList>[] {
  const { t } = useText();
  const { compare } = useFormat();
  const tenantOf = useTenantName();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('erp.name'),
        sortBy: ({ name }) => name,
        compare,
        cell: ({ name }) => <span className={classes.name}>{name}</span>,
      },
      {
        id: 'node',
        header: t('erp.node'),
        width: '24%',
        tier: 3,
        sortBy: ({ tenantId }) => tenantOf(tenantId),
        compare,
        cell: ({ tenantId }) => tenantOf(tenantId),
      },
      {
        id: 'last',
        header: t('clients.lastUse'),
        width: '150px',
        align: 'end',
        tier: 2,
        sortBy: ({ lastUsedAt }) => lastUsedAt,
        cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('clients.never') : <When at={lastUsedAt} />),
      },
      {
        id: 'state',
        header: t('erp.state'),
        width: '128px',
        sortBy: ({ disabledAt }) => disabledAt ?? '',
        cell: ({ disabledAt }) => <ActiveState disabledAt={disabledAt} />,
      },
    ],
    [t, compare, tenantOf],
  );
}
