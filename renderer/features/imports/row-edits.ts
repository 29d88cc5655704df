import type { ImportProblem, ImportRow } from '#api/imports.ts';
import { type Fixes, withFix } from './import-work.ts';

export interface TypedCell {
  readonly field: string;
  readonly value: string;
}

/** The values that were probably meant: of one field, or (null) of the whole row. */
export function suggestedCells({ problems }: ImportRow, field: string | null): readonly TypedCell[] {
  const cells = new Map<string, string>();
  for (const { field: of, suggestion } of problems)
    if (of !== null && suggestion !== null && (field === null || of === field) && !cells.has(of))
      cells.set(of, suggestion);
  return [...cells].map(([of, value]) => ({ field: of, value }));
}

/** Cells as they stand, typed once more: that settles what was only doubted. */
export function keptCells({ problems, values }: ImportRow, field: string | null): readonly TypedCell[] {
  const fields = problems
    .filter((problem) => problem.weight === 'doubt' && (field === null || problem.field === field))
    // A doubt about the row as a whole is settled by any cell of it.
    .map((problem) => problem.field ?? Object.keys(values)[0]);
  return [...new Set(fields)].flatMap((of) =>
    of === undefined ? [] : [{ field: of, value: values[of] ?? '' }],
  );
}

/** What is to be told of a row: what is in the way first. */
export function inOrder(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  return [...problems.filter(isInTheWay), ...problems.filter((problem) => !isInTheWay(problem))];
}

export function isInTheWay({ weight }: Pick<ImportProblem, 'weight'>): boolean {
  return weight !== 'hint';
}

export interface TypedRow {
  readonly number: number;
  readonly cells: readonly TypedCell[];
}

/** Types cells of any number of rows anew. */
export function withRows(fixes: Fixes, rows: readonly TypedRow[]): Fixes {
  const typed = rows.map(({ number, cells }) => [
    number,
    { ...fixes[number], ...Object.fromEntries(cells.map(({ field, value }) => [field, value])) },
  ]);
  return { ...fixes, ...Object.fromEntries(typed) };
}

/** Puts cells of a row back to what they were in earlier fixes. */
export function withoutCells(fixes: Fixes, { number, cells }: TypedRow, earlier: Fixes): Fixes {
  return cells.reduce(
    (now, { field }) => withFix(now, { row: number, field }, earlier[number]?.[field] ?? null),
    fixes,
  );
}
