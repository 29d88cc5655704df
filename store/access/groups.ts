import type { Group } from '#core/access/group.ts';
import { groupId, tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromWord, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { GroupRow } from './access-tables.ts';

export const groupWrite = upserting<GroupRow, Group>(
  {
    table: 'access_group',
    columns: {
      id: (group) => group.id,
      of: (group) => group.of,
      tenant_id: (group) => group.tenantId,
      name: (group) => group.name,
      added_at: (group) => group.addedAt,
      removed_at: (group) => group.removedAt,
    },
  },
  ['id'],
);

/** All groups, the removed ones too. */
export async function readGroups(query: Query): Promise<readonly Group[]> {
  const rows = await query.selectFrom('access_group').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: groupId(row.id),
    of: fromWord(row.of),
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    addedAt: instant(row.added_at),
    removedAt: orNull(row.removed_at, instant),
  }));
}
