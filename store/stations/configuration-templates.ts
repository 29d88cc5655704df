import { instant } from '#core/shared/units.ts';
import type { ConfigurationTemplate } from '#core/stations/configuration-template.ts';
import { fromJson, orNull } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { ConfigurationTemplateRow } from './station-tables.ts';

export const templateWrite = upserting<ConfigurationTemplateRow, ConfigurationTemplate>(
  {
    table: 'configuration_template',
    columns: {
      id: (template) => template.id,
      name: (template) => template.name,
      vendor: (template) => template.vendor,
      model: (template) => template.model,
      entries_json: (template) => JSON.stringify(template.entries),
      changed_at: (template) => template.changedAt,
      changed_by: (template) => template.changedBy,
      removed_at: (template) => template.removedAt,
    },
  },
  ['id'],
);

/** All templates, the removed ones too. */
export async function readTemplates(query: Query): Promise<readonly ConfigurationTemplate[]> {
  const rows = await query.selectFrom('configuration_template').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    vendor: row.vendor,
    model: row.model,
    entries: fromJson(row.entries_json),
    changedAt: instant(row.changed_at),
    changedBy: row.changed_by,
    removedAt: orNull(row.removed_at, instant),
  }));
}
