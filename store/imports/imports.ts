import type { ImportKind } from '#core/imports/import-kind.ts';
import type { ImportedRecord, ImportProfile, ImportRow, ImportRun } from '#core/imports/import-run.ts';
import { type TenantId, tenantId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import { fromJson, fromWord } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import type { ImportRunRow } from './import-tables.ts';

export interface ImportFilter {
  readonly kinds: readonly ImportKind[];
  /** Only what was imported at one of these nodes; all of them where it is left out. */
  readonly tenants?: readonly TenantId[];
  /** Only imports older than this one. */
  readonly before?: number;
  readonly limit: number;
}

/** Most profiles of one kind that are looked through: one for each form of list that a site gets. */
const MOST_PROFILES = 200;

/** The latest imports, newest first, without the rows that they have left. */
export async function listImports(query: Query, filter: ImportFilter): Promise<readonly ImportRun[]> {
  const { kinds, tenants, before, limit } = filter;
  let runs = query
    .selectFrom('import_run')
    .select([
      'id',
      'kind',
      'tenant_id',
      'file_name',
      'at',
      'imported_by',
      'counts_json',
      'undone_at',
      'undone_by',
    ])
    .where('kind', 'in', kinds)
    .orderBy('id', 'desc')
    .limit(limit);
  if (tenants !== undefined) runs = runs.where('tenant_id', 'in', tenants);
  if (before !== undefined) runs = runs.where('id', '<', before);
  return (await runs.execute()).map((row) => runOf({ ...row, left_rows: '' }));
}

export async function importById(query: Query, id: number): Promise<ImportRun | null> {
  const row = await query.selectFrom('import_run').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

/** What an import touched, in the order of its rows. */
export async function importRows(query: Query, id: number): Promise<readonly ImportRow[]> {
  const rows = await query
    .selectFrom('import_row')
    .selectAll()
    .where('import_id', '=', id)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    importId: row.import_id,
    number: row.number,
    record: {
      of: fromWord<ImportedRecord['of']>(row.record_kind),
      before: row.before_json === null ? null : fromJson(row.before_json),
      after: fromJson(row.after_json),
    } as ImportedRecord,
  }));
}

export async function importProfiles(query: Query, kind: ImportKind): Promise<readonly ImportProfile[]> {
  const rows = await query
    .selectFrom('import_profile')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('used_at', 'desc')
    .limit(MOST_PROFILES)
    .execute();
  return rows.map((row) => ({
    kind,
    tenantId: tenantId(row.tenant_id),
    headers: fromJson(row.headers_json),
    mapping: fromJson(row.mapping_json),
    usedAt: instant(row.used_at),
  }));
}

function runOf(row: ImportRunRow): ImportRun {
  const { undone_at: undoneAt, undone_by: undoneBy } = row;
  return {
    id: row.id,
    kind: fromWord(row.kind),
    tenantId: tenantId(row.tenant_id),
    fileName: row.file_name,
    at: instant(row.at),
    by: row.imported_by,
    counts: fromJson(row.counts_json),
    leftRows: row.left_rows,
    undone: undoneAt === null ? null : { at: instant(undoneAt), by: undoneBy ?? '' },
  };
}
