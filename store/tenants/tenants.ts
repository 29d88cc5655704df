import { tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Tenant } from '#core/tenants/tenant.ts';
import { fromWord, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { TenantRow } from './tenant-tables.ts';

export const tenantWrite = upserting<TenantRow, Tenant>(
  {
    table: 'tenant',
    columns: {
      id: (tenant) => tenant.id,
      parent_id: (tenant) => tenant.parentId,
      name: (tenant) => tenant.name,
      kind: (tenant) => tenant.kind,
      added_at: (tenant) => tenant.addedAt,
      removed_at: (tenant) => tenant.removedAt,
    },
  },
  ['id'],
);

/** All nodes, the removed ones too. */
export async function readTenants(query: Query): Promise<readonly Tenant[]> {
  const rows = await query.selectFrom('tenant').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: tenantId(row.id),
    parentId: orNull(row.parent_id, tenantId),
    name: row.name,
    kind: fromWord(row.kind),
    addedAt: instant(row.added_at),
    removedAt: orNull(row.removed_at, instant),
  }));
}
