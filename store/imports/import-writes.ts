import type { ImportProfile, ImportRow, ImportRun } from '#core/imports/import-run.ts';
import { inserting, upserting } from '../sqlite/table-write.ts';
import type { ImportProfileRow, ImportRowRow, ImportRunRow } from './import-tables.ts';

export const importWrite = upserting<ImportRunRow, ImportRun>(
  {
    table: 'import_run',
    columns: {
      id: (run) => run.id,
      kind: (run) => run.kind,
      tenant_id: (run) => run.tenantId,
      file_name: (run) => run.fileName,
      at: (run) => run.at,
      imported_by: (run) => run.by,
      counts_json: (run) => JSON.stringify(run.counts),
      left_rows: (run) => run.leftRows,
      undone_at: (run) => run.undone?.at ?? null,
      undone_by: (run) => run.undone?.by ?? null,
    },
  },
  ['id'],
);

export const importRowWrite = inserting<ImportRowRow, ImportRow>({
  table: 'import_row',
  columns: {
    import_id: (row) => row.importId,
    number: (row) => row.number,
    record_kind: ({ record }) => record.of,
    record_id: ({ record }) => String(record.after.id),
    before_json: ({ record }) => (record.before === null ? null : JSON.stringify(record.before)),
    after_json: ({ record }) => JSON.stringify(record.after),
  },
});

export const importProfileWrite = upserting<ImportProfileRow, ImportProfile>(
  {
    table: 'import_profile',
    columns: {
      kind: (profile) => profile.kind,
      tenant_id: (profile) => profile.tenantId,
      headers_json: (profile) => JSON.stringify(profile.headers),
      mapping_json: (profile) => JSON.stringify(profile.mapping),
      used_at: (profile) => profile.usedAt,
    },
  },
  ['kind', 'tenant_id', 'headers_json'],
);
