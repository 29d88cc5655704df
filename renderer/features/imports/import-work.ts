import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { ImportKind } from '#api/import-fields.ts';
import type { ImportDraft, ImportRun } from '#api/imports.ts';

/** Cells as they were typed anew, by row and field. */
export type Fixes = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ImportOptions {
  readonly createGroups: boolean;
  readonly createTenants: boolean;
  readonly emptyClears: boolean;
}

/** What somebody has made of a file so far. */
export interface ImportWork {
  readonly draftId: string;
  readonly mapping: ImportDraft['mapping'];
  readonly fixes: Fixes;
  readonly skips: readonly number[];
  readonly options: ImportOptions;
  /** What came of it, once it was imported. */
  readonly done: ImportRun | null;
}

interface ImportWorks {
  readonly works: Partial<Readonly<Record<ImportKind, ImportWork>>>;
  /** The files themselves, as long as this window is open: to be sent again where the server has dropped one. */
  readonly files: Partial<Readonly<Record<ImportKind, File>>>;
  readonly begin: (kind: ImportKind, work: ImportWork, file: File) => void;
  readonly change: (kind: ImportKind, change: (work: ImportWork) => ImportWork) => void;
  readonly drop: (kind: ImportKind) => void;
}

/** Work on a file outlives a look at another page and a reload of the window, not its closing. */
export const useImportWorks = create<ImportWorks>()(
  persist(
    (set) => ({
      works: {},
      files: {},
      begin: (kind, work, file) =>
        set(({ works, files }) => ({
          works: { ...works, [kind]: work },
          files: { ...files, [kind]: file },
        })),
      change: (kind, change) =>
        set(({ works }) => {
          const work = works[kind];
          return work === undefined ? {} : { works: { ...works, [kind]: change(work) } };
        }),
      drop: (kind) =>
        set(({ works: { [kind]: _, ...works }, files: { [kind]: __, ...files } }) => ({ works, files })),
    }),
    {
      name: 'ladehaus-imports',
      version: 1,
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ works }) => ({ works }),
    },
  ),
);

/** The work on a draft that was just uploaded; of earlier work on the same file everything that was typed. */
export function workOn(draft: ImportDraft, earlier?: ImportWork): ImportWork {
  return {
    mapping: draft.mapping,
    fixes: {},
    skips: [],
    options: { createGroups: false, createTenants: false, emptyClears: false },
    ...earlier,
    draftId: draft.id,
    done: null,
  };
}

/** Types a cell anew. What it was before is handed back, to be undone: null where it was as in the file. */
export function withFix(
  fixes: Fixes,
  cell: { readonly row: number; readonly field: string },
  value: string | null,
): Fixes {
  const { [cell.field]: _, ...others } = fixes[cell.row] ?? {};
  const row = value === null ? others : { ...others, [cell.field]: value };
  const { [cell.row]: __, ...rows } = fixes;
  return Object.keys(row).length === 0 ? rows : { ...rows, [cell.row]: row };
}

/** Columns are mapped anew; what was typed into a field that has another column now goes. */
export function withMapping(work: ImportWork, mapping: ImportWork['mapping']): ImportWork {
  const fixes = Object.entries(work.fixes).flatMap(([row, cells]) => {
    const kept = Object.entries(cells).filter(([field]) => mapping[field] === work.mapping[field]);
    return kept.length === 0 ? [] : [[row, Object.fromEntries(kept)] as const];
  });
  return { ...work, mapping, fixes: Object.fromEntries(fixes) };
}
