import type { ImportDraft as DraftView, ImportRow as RowView, ImportRun as RunView } from '#api/imports.ts';
import { cellText } from '#core/imports/cell.ts';
import { IMPORT_PROBLEMS } from '#core/imports/import-problem.ts';
import type { ImportRun } from '#core/imports/import-run.ts';
import type { PlannedRow } from '#core/imports/plan-import.ts';
import { undoState, undoUntil } from '#core/imports/undo-import.ts';
import type { Instant } from '#core/shared/units.ts';
import type { ImportDraft } from '../../imports/draft-shelf.ts';
import { mayCreate } from '../../imports/facts-of-site.ts';
import type { DraftWish } from '../../imports/judge-draft.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTime } from '../iso-time.ts';

const SAMPLES = 4;
const LONGEST_SAMPLE = 100;

export function draftView(draft: ImportDraft, caller: Caller): DraftView {
  const { sheet, encoding, delimiter } = draft.file;
  return {
    id: draft.id,
    kind: draft.kind,
    fileName: draft.fileName,
    tenantId: draft.tenantId,
    columns: sheet.headers.map((title, column) => ({ title, samples: samplesOf(draft, column) })),
    rowCount: sheet.rows.length + sheet.brokenLines.length,
    encoding,
    delimiter,
    headerLine: sheet.headerLine,
    mapping: { ...draft.mapping },
    remembered: draft.remembered,
    mayCreate: mayCreate(caller, draft.tenantId),
  };
}

function samplesOf({ file }: ImportDraft, column: number): string[] {
  const samples: string[] = [];
  for (const { cells } of file.sheet.rows) {
    const text = cellText(cells[column]).trim();
    if (text !== '') samples.push(text.slice(0, LONGEST_SAMPLE));
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

/** A row with its cells as they are by now, what would change, and what there is to say. */
export function rowView(draft: ImportDraft, wish: DraftWish, row: PlannedRow): RowView {
  const { sheet } = draft.file;
  const cells = sheet.rows.find(({ number }) => number === row.number)?.cells;
  const values: Record<string, string> = {};
  for (const [field, column] of Object.entries(wish.mapping)) values[field] = cellText(cells?.[column]);
  return {
    number: row.number,
    verdict: row.verdict,
    values: { ...values, ...wish.fixes.get(row.number) },
    changes: row.fields.map((change) => ({ ...change })),
    problems: row.problems.map((problem) => ({ ...problem, weight: IMPORT_PROBLEMS[problem.kind] })),
  };
}

export function importView(run: ImportRun, now: Instant): RunView {
  return {
    id: run.id,
    kind: run.kind,
    tenantId: run.tenantId,
    fileName: run.fileName,
    at: isoTime(run.at),
    by: run.by,
    counts: { ...run.counts },
    undo: undoState(run, now),
    undoUntil: isoTime(undoUntil(run)),
    undone: run.undone === null ? null : { at: isoTime(run.undone.at), by: run.undone.by },
  };
}
