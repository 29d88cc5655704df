import { type Static, Type } from 'typebox';
import { ImportKind } from './import-fields.ts';
import { IMPORT_PROBLEMS } from './import-problems.ts';
import { route } from './route.ts';
import { Id, nullable, page, Time, words } from './schema.ts';

const ImportProblem = Type.Object({
  kind: words(IMPORT_PROBLEMS),
  /**
   * `stop`: the row cannot be taken so. `doubt`: it looks damaged; a fix, even with the same value, settles it.
   * `hint`: it was understood all the same.
   */
  weight: words(['stop', 'doubt', 'hint'] as const),
  /** Null where it is the row as a whole. */
  field: nullable(Type.String()),
  /** What was probably meant. */
  suggestion: nullable(Type.String()),
  /** What the problem names besides: another row, a group, a card. */
  about: nullable(Type.String()),
});
export type ImportProblem = Static<typeof ImportProblem>;

export const IMPORT_VERDICTS = ['new', 'changed', 'unchanged', 'error', 'skipped'] as const;

const ImportCounts = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  error: Type.Integer(),
  skipped: Type.Integer(),
});
export type ImportCounts = Static<typeof ImportCounts>;

const Mapping = Type.Record(Type.String(), Type.Integer({ minimum: 0, maximum: 99 }));

/** A file that was uploaded and read. It is kept for an hour. */
export const ImportDraft = Type.Object({
  id: Type.String(),
  kind: ImportKind,
  fileName: Type.String(),
  tenantId: Type.Integer(),
  columns: Type.Array(
    Type.Object({
      /** Empty where the file has no header. */
      title: Type.String(),
      /** The first values that are not empty. */
      samples: Type.Array(Type.String()),
    }),
  ),
  rowCount: Type.Integer(),
  /** What the file is, for a person: `UTF-8`, `Windows-1252`, `XLSX`. */
  encoding: Type.String(),
  delimiter: nullable(Type.String()),
  headerLine: nullable(Type.Integer()),
  /** Which column fills which field: guessed, or as it was the last time for such a file. */
  mapping: Mapping,
  remembered: Type.Boolean(),
  /** Whether groups and tenants that a file names may be made by whoever uploaded it. */
  mayCreate: Type.Object({ groups: Type.Boolean(), tenants: Type.Boolean() }),
});
export type ImportDraft = Static<typeof ImportDraft>;

const WishFields = {
  mapping: Mapping,
  /** Cells as they should be, by row and field. */
  fixes: Type.Optional(
    Type.Record(Type.String(), Type.Record(Type.String(), Type.String({ maxLength: 4000 }))),
  ),
  skips: Type.Optional(Type.Array(Type.Integer())),
  options: Type.Optional(
    Type.Partial(
      Type.Object({
        createGroups: Type.Boolean(),
        createTenants: Type.Boolean(),
        /** An empty cell empties the field; else it leaves what is there. */
        emptyClears: Type.Boolean(),
      }),
    ),
  ),
};

export const ImportRow = Type.Object({
  /** The line of the file. */
  number: Type.Integer(),
  verdict: words(IMPORT_VERDICTS),
  /** The row's cells by field, fixes included. */
  values: Type.Record(Type.String(), Type.String()),
  /** What would change; `old` is null where the record is new. */
  changes: Type.Array(
    Type.Object({ field: Type.String(), old: nullable(Type.String()), new: Type.String() }),
  ),
  problems: Type.Array(ImportProblem),
});
export type ImportRow = Static<typeof ImportRow>;

export const ImportRun = Type.Object({
  id: Type.Integer(),
  kind: ImportKind,
  tenantId: Type.Integer(),
  fileName: Type.String(),
  at: Time,
  by: Type.String(),
  counts: ImportCounts,
  undo: words(['possible', 'undone', 'too-old'] as const),
  /** Until when it can be taken back. */
  undoUntil: Time,
  undone: nullable(Type.Object({ at: Time, by: Type.String() })),
});
export type ImportRun = Static<typeof ImportRun>;

export const CSV_TYPE = 'text/csv';
export const TSV_TYPE = 'text/tab-separated-values';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const DraftParams = Type.Object({ draftId: Type.String({ minLength: 1, maxLength: 40 }) });
const ImportParams = Type.Object({ importId: Id });

export const LIST_FORMATS = ['xlsx', 'csv'] as const;

export const getImportExample = route({
  method: 'GET',
  path: '/imports/{kind}/example',
  area: 'imports',
  access: 'signed-in',
  summary: 'A list as it can be imported: titles of all columns and two rows to be written over',
  params: Type.Object({ kind: ImportKind }),
  query: Type.Object({
    format: Type.Optional(words(LIST_FORMATS)),
    /** Of the titles; the site's own where it is left out. */
    language: Type.Optional(words(['de', 'en'] as const)),
  }),
  response: Type.Null(),
  alsoProduces: [XLSX_TYPE, CSV_TYPE],
});

export const uploadImport = route({
  method: 'POST',
  path: '/imports/{kind}/drafts',
  area: 'imports',
  access: 'signed-in',
  summary: 'Upload a CSV or XLSX file, or cells copied from a spreadsheet, to be imported',
  params: Type.Object({ kind: ImportKind }),
  query: Type.Object({
    fileName: Type.Optional(Type.String({ maxLength: 200 })),
    /** Where new things will hang; left out: as high up as whoever asks may write. */
    tenantId: Type.Optional(Id),
  }),
  takes: { types: [CSV_TYPE, TSV_TYPE, XLSX_TYPE], mostBytes: 5_000_000 },
  response: ImportDraft,
  status: 201,
});

export const getImportDraft = route({
  method: 'GET',
  path: '/import-drafts/{draftId}',
  area: 'imports',
  access: 'signed-in',
  summary: 'An uploaded file, within the hour and to whoever uploaded it',
  params: DraftParams,
  response: ImportDraft,
});

export const dryRunImport = route({
  method: 'POST',
  path: '/import-drafts/{draftId}/dry-run',
  area: 'imports',
  access: 'signed-in',
  summary: 'What an import would do, row by row; nothing is changed',
  params: DraftParams,
  body: Type.Object({
    ...WishFields,
    verdicts: Type.Optional(Type.Array(words(IMPORT_VERDICTS))),
    /** `next` of an earlier answer, or how many of these rows to pass over. */
    cursor: Type.Optional(Type.String({ maxLength: 20 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  }),
  response: Type.Object({
    counts: ImportCounts,
    items: Type.Array(ImportRow),
    next: nullable(Type.String()),
  }),
});

export const runImport = route({
  method: 'POST',
  path: '/import-drafts/{draftId}/run',
  area: 'imports',
  access: 'signed-in',
  summary:
    'Import what is sound, all of it or nothing; what has changed since the dry run is left out. A second time answers as the first',
  params: DraftParams,
  body: Type.Object(WishFields),
  response: ImportRun,
  status: 201,
});

export const listImports = route({
  method: 'GET',
  path: '/imports',
  area: 'imports',
  access: 'signed-in',
  summary: 'Imports, newest first',
  query: Type.Object({
    kind: Type.Optional(ImportKind),
    cursor: Type.Optional(Type.String({ maxLength: 20 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: page(ImportRun),
});

export const getLeftRows = route({
  method: 'GET',
  path: '/imports/{importId}/left-rows',
  area: 'imports',
  access: 'signed-in',
  summary: 'The rows that an import has not taken, each with its reason, as CSV',
  params: ImportParams,
  response: Type.Null(),
  alsoProduces: [CSV_TYPE],
});

export const undoImport = route({
  method: 'POST',
  path: '/imports/{importId}/undo',
  area: 'imports',
  access: 'signed-in',
  summary: 'Take an import back, within 30 days; what has been changed since is kept and named',
  params: ImportParams,
  response: Type.Object({
    import: ImportRun,
    /** How many records are as they were before. */
    undone: Type.Integer(),
    kept: Type.Array(
      Type.Object({
        number: Type.Integer(),
        of: Type.String(),
        name: Type.String(),
        why: words(['changed', 'needed', 'out-of-reach', 'held-by-rule'] as const),
      }),
    ),
  }),
});
