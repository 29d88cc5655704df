import type { OwnRole } from '#core/people/role.ts';
import { tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { OwnRoleRow } from './people-tables.ts';

export const ownRoleWrite = upserting<OwnRoleRow, OwnRole>(
  {
    table: 'own_role',
    columns: {
      id: (role) => role.id,
      tenant_id: (role) => role.tenantId,
      name: (role) => role.name,
      permissions_json: (role) => JSON.stringify(role.permissions),
      removed_at: (role) => role.removedAt,
    },
  },
  ['id'],
);

/** The removed ones too. */
export async function readOwnRoles(query: Query): Promise<readonly OwnRole[]> {
  const rows = await query.selectFrom('own_role').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    permissions: fromJson(row.permissions_json),
    removedAt: orNull(row.removed_at, instant),
  }));
}
