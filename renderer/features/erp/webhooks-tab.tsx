import { Button } from '@mantine/core';
import { IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Webhook } from '#api/webhooks.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { Walk } from '../../lib/walk.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { When } from '../../ui/figures.tsx';
import classes from './erp-page.module.css';
import { HealthState } from './health-state.tsx';
import { healthOf } from './webhook-health.ts';

/** Every address that is told what happens, and whether it arrives there. */
export function WebhooksTab({ opened, onSelect, onOpen, onAdd }: Walk & { readonly onAdd: () => void }) {
  const { t } = useText();
  const webhooks = useQuery(apiQuery('listWebhooks', {}));
  const columns = useColumns();
  return (
    <DataTable<Webhook>
      label={t('erp.tab.webhooks')}
      columns={columns}
      rows={webhooks.data?.items}
      rowKey={({ id }) => String(id)}
      selected={({ id }) => String(id) === opened}
      error={webhooks.error}
      onRetry={() => void webhooks.refetch()}
      onSelect={({ id }) => onSelect(String(id))}
      onOpen={({ id }) => onOpen(String(id))}
      empty={
        <EmptyState
          icon={<IconWebhook stroke={1.5} />}
          title={t('webhooks.noneTitle')}
          text={t('webhooks.noneText')}
        >
          <Button onClick={onAdd}>{t('erp.add.webhooks')}</Button>
        </EmptyState>
      }
    />
  );
}

function useColumns(): readonly Column<Webhook>[] {
  const { t } = useText();
  const { compare } = useFormat();
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
        id: 'url',
        header: t('webhooks.url'),
        width: '32%',
        tier: 3,
        cell: ({ url }) => <span className={classes.mono}>{url}</span>,
      },
      {
        id: 'last',
        header: t('webhooks.lastDelivery'),
        width: '140px',
        align: 'end',
        tier: 2,
        sortBy: ({ lastDelivery }) => lastDelivery?.at ?? null,
        cell: ({ lastDelivery }) => <When at={lastDelivery?.at ?? null} />,
      },
      {
        id: 'health',
        header: t('webhooks.health'),
        width: '220px',
        sortBy: healthOf,
        cell: (webhook) => <HealthState webhook={webhook} />,
      },
    ],
    [t, compare],
  );
}
