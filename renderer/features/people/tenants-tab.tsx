import { IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useMemo } from 'react';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import type { Walk } from '../../lib/walk.ts';
import { useText } from '../../text/use-text.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-columns.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import classes from './people-page.module.css';
import { type TenantRow, tenantRows } from './tenant-rows.ts';

/** The tree on which everything hangs, with what hangs on each node. */
export function TenantsTab({ opened, onSelect, onOpen }: Walk) {
  const { t } = useText();
  const { compare } = useFormat();
  const tenants = useQuery(apiQuery('listTenants', {}));
  const columns = useColumns();
  const rows = useMemo(
    () => (tenants.data === undefined ? undefined : tenantRows(tenants.data.items, compare)),
    [tenants.data, compare],
  );
  return (
    <>
      {rows?.length === 1 ? <p className={classes.quiet}>{t('people.onlyRoot')}</p> : null}
      <DataTable<TenantRow>
        label={t('people.tab.tenants')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => String(id)}
        selected={({ id }) => String(id) === opened}
        error={tenants.error}
        onRetry={() => void tenants.refetch()}
        onSelect={({ id }) => onSelect(String(id))}
        onOpen={({ id }) => onOpen(String(id))}
        empty={<EmptyState icon={<IconSitemap stroke={1.5} />} title={t('people.add.tenants')} />}
      />
    </>
  );
}

function useColumns(): readonly Column<TenantRow>[] {
  const { t } = useText();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('people.tenantName'),
        cell: ({ name, depth, within }) => (
          <span
            className={within ? classes.tree : `${classes.tree} ${classes.outside}`}
            style={{ '--depth': depth } as CSSProperties}
          >
            {name}
          </span>
        ),
      },
      {
        id: 'kind',
        header: t('people.kind'),
        width: '18%',
        tier: 3,
        cell: ({ kind }) => t(`people.kinds.${kind}`),
      },
      ...(['stations', 'people', 'drivers', 'cards'] as const).map(
        (what): Column<TenantRow> => ({
          id: what,
          header: t(`people.hangs.${what}`),
          width: '104px',
          align: 'end',
          tier: what === 'stations' ? 2 : 3,
          cell: ({ hanging }) => hanging?.[what] ?? '',
        }),
      ),
    ],
    [t],
  );
}
