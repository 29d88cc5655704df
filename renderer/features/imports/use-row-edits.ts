import { useMemo } from 'react';
import type { ImportKind } from '#api/import-fields.ts';
import type { ImportRow } from '#api/imports.ts';
import { useTell } from '../../lib/use-tell.ts';
import { type Translate, useText } from '../../text/use-text.ts';
import { fieldOf } from './import-fields.ts';
import { useImportWorks } from './import-work.ts';
import { keptCells, suggestedCells, type TypedCell, withoutCells, withRows } from './row-edits.ts';

export interface RowEdits {
  readonly type: (row: ImportRow, cell: TypedCell) => void;
  /** Of one field, or (null) of the whole row. */
  readonly take: (row: ImportRow, field: string | null) => void;
  readonly keep: (row: ImportRow, field: string | null) => void;
  readonly skip: (row: ImportRow) => void;
}

/** What can be done with a row of the dry run; each can be undone. */
export function useRowEdits(kind: ImportKind): RowEdits {
  const { t } = useText();
  const tell = useTell();
  return useMemo(() => rowEdits(kind, { t, tell }), [kind, t, tell]);
}

interface EditContext {
  readonly t: Translate;
  readonly tell: ReturnType<typeof useTell>;
}

function rowEdits(kind: ImportKind, { t, tell }: EditContext): RowEdits {
  const { change } = useImportWorks.getState();
  return {
    type: (row, cell) => type(row, [cell]),
    take: (row, field) => type(row, suggestedCells(row, field)),
    keep: (row, field) => type(row, keptCells(row, field)),
    skip({ number, verdict }) {
      const skipped = verdict !== 'skipped';
      setSkipped(number, skipped);
      tell.done(t(skipped ? 'imports.skippedRow' : 'imports.takenRow', { line: number }), {
        undo: () => setSkipped(number, !skipped),
      });
    },
  };

  function type({ number }: ImportRow, cells: readonly TypedCell[]): void {
    const [first] = cells;
    if (first === undefined) return;
    const before = useImportWorks.getState().works[kind]?.fixes ?? {};
    change(kind, (work) => ({ ...work, fixes: withRows(work.fixes, [{ number, cells }]) }));
    const field = fieldOf(kind, first.field);
    tell.done(
      t('imports.typed', {
        line: number,
        field: field === null ? first.field : t(`imports.field.${field}`),
        value: first.value === '' ? t('imports.empty') : first.value,
      }),
      {
        undo: () =>
          change(kind, (work) => ({ ...work, fixes: withoutCells(work.fixes, { number, cells }, before) })),
      },
    );
  }

  function setSkipped(number: number, skipped: boolean): void {
    change(kind, (work) => {
      const others = work.skips.filter((one) => one !== number);
      return { ...work, skips: skipped ? [...others, number] : others };
    });
  }
}
