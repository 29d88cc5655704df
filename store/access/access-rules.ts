import type { AccessRule } from '#core/access/access-rule.ts';
import { tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { AccessRuleRow } from './access-tables.ts';

export const accessRuleWrite = upserting<AccessRuleRow, AccessRule>(
  {
    table: 'access_rule',
    columns: {
      id: (rule) => rule.id,
      tenant_id: (rule) => rule.tenantId,
      name: (rule) => rule.name,
      who_json: (rule) => JSON.stringify(rule.who),
      where_json: (rule) => JSON.stringify(rule.where),
      windows_json: (rule) => JSON.stringify(rule.windows),
      valid_from: (rule) => rule.from,
      valid_to: (rule) => rule.to,
      removed_at: (rule) => rule.removedAt,
    },
  },
  ['id'],
);

/** All rules, the removed ones too. */
export async function readAccessRules(query: Query): Promise<readonly AccessRule[]> {
  const rows = await query.selectFrom('access_rule').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    tenantId: tenantId(row.tenant_id),
    name: row.name,
    who: fromJson(row.who_json),
    where: fromJson(row.where_json),
    windows: fromJson(row.windows_json),
    from: orNull(row.valid_from, instant),
    to: orNull(row.valid_to, instant),
    removedAt: orNull(row.removed_at, instant),
  }));
}
