import type { Cell, FileRow, Sheet } from './cell.ts';
import { cellText } from './cell.ts';
import type { Mapping } from './guess-mapping.ts';
import { importBench } from './import-bench.ts';
import type { ImportFacts } from './import-facts.ts';
import type { ImportKind } from './import-kind.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import type { ImportCounts, ImportedRecord } from './import-run.ts';
import { judgeCard } from './judge-card.ts';
import { judgeDriver } from './judge-driver.ts';
import { judgeStation } from './judge-station.ts';
import { judgeVehicle } from './judge-vehicle.ts';
import { type JudgedRow, notRead } from './judged-row.ts';
import { at, type ReadingContext, type RowInput } from './row-values.ts';
import { type ColumnHabits, columnHabits } from './spreadsheet-damage.ts';

/** What a person has said of a file. */
export interface ImportWish {
  readonly kind: ImportKind;
  readonly mapping: Mapping;
  /** Cells as they were typed anew, by row and field. */
  readonly fixes: ReadonlyMap<number, Readonly<Record<string, string>>>;
  readonly skips: ReadonlySet<number>;
}

export interface PlannedRow extends JudgedRow {
  readonly number: number;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly counts: ImportCounts;
}

const JUDGES = {
  drivers: judgeDriver,
  cards: judgeCard,
  vehicles: judgeVehicle,
  stations: judgeStation,
} as const;

/** What becomes of every row of a file, each on what the rows before it have made. Nothing is changed. */
export function planImport(sheet: Sheet, wish: ImportWish, facts: ImportFacts): ImportPlan {
  const bench = importBench(facts);
  const context = contextOf(sheet, wish, facts);
  const judge = JUDGES[wish.kind];
  const broken = sheet.brokenLines.map(({ number }) => ({
    number,
    ...notRead([at(null, finding('broken-quotes'))]),
    ...(wish.skips.has(number) ? { verdict: 'skipped' as const } : {}),
  }));
  const rows = sheet.rows.map((row): PlannedRow => {
    if (wish.skips.has(row.number)) return { number: row.number, ...skipped() };
    const input = inputOf(row, wish);
    const misshapen = shapeProblems(sheet, row, input);
    const one = misshapen.length > 0 ? notRead(misshapen) : judge(bench, input, context);
    const settled = asExpected(row.number, onlyOnce(one, bench.settledBy), facts);
    if (settled.verdict !== 'error') {
      bench.put(settled.records, row.number);
      if (settled.settles !== null) bench.settledBy.set(settled.settles, row.number);
    }
    return { number: row.number, ...settled };
  });
  const all = [...broken, ...rows].toSorted((a, b) => a.number - b.number);
  return { rows: all, counts: countsOf(all) };
}

/** Every record that the rows touch, once: as it was before the first of them and will be after the last. */
export function touchedRecords(
  rows: readonly PlannedRow[],
): readonly { readonly number: number; readonly record: ImportedRecord }[] {
  const touched = new Map<string, { readonly number: number; readonly record: ImportedRecord }>();
  for (const { number, records } of rows)
    for (const record of records) {
      const key = `${record.of} ${record.after.id}`;
      const first = touched.get(key);
      touched.set(
        key,
        first === undefined
          ? { number, record }
          : { number: first.number, record: { ...record, before: first.record.before } as ImportedRecord },
      );
    }
  return [...touched.values()];
}

export function countsOf(rows: readonly Pick<PlannedRow, 'verdict'>[]): ImportCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0, skipped: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

function contextOf(sheet: Sheet, { kind, mapping }: ImportWish, facts: ImportFacts): ReadingContext {
  const habits: Record<string, ColumnHabits> = {};
  for (const [field, column] of Object.entries(mapping))
    habits[field] = columnHabits(sheet.rows.map(({ cells }) => cellText(cells[column])));
  return { kind, typedFile: sheet.typed, order: facts.order, emptyClears: facts.emptyClears, habits };
}

function inputOf({ number, cells }: FileRow, { mapping, fixes }: ImportWish): RowInput {
  const fixed = fixes.get(number) ?? {};
  const byField: Record<string, Cell> = {};
  for (const [field, column] of Object.entries(mapping)) byField[field] = cells[column] ?? null;
  return { number, cells: { ...byField, ...fixed }, typed: new Set(Object.keys(fixed)) };
}

/** A row of another length than the header has its cells in the wrong columns, or is the end of another row. */
function shapeProblems(sheet: Sheet, { cells }: FileRow, { typed }: RowInput): readonly ImportProblem[] {
  if (sheet.typed || sheet.headerLine === null) return [];
  const width = sheet.headers.length;
  if (cells.some((cell) => typeof cell === 'string' && /[\r\n].*[;\t].*[;\t]/s.test(cell)))
    return [at(null, finding('swallowed-rows'))];
  if (cells.slice(width).some((cell) => cellText(cell).trim() !== ''))
    return typed.size > 0 ? [] : [at(null, finding('too-many-cells', null, String(cells.length - width)))];
  if (cells.length < width && typed.size === 0)
    return [at(null, finding('too-few-cells', null, String(width - cells.length)))];
  return [];
}

/** Two rows about one thing would each undo the other, every time they are imported. */
function onlyOnce(row: JudgedRow, settledBy: ReadonlyMap<unknown, number>): JudgedRow {
  const before = row.settles === null ? undefined : settledBy.get(row.settles);
  if (before === undefined) return row;
  return {
    ...row,
    verdict: 'error',
    records: [],
    problems: [...row.problems, at(null, finding('duplicate', null, String(before)))],
  };
}

/** What somebody has not seen so is not done: the record was changed between looking and importing. */
function asExpected(number: number, row: JudgedRow, { asSeen }: ImportFacts): JudgedRow {
  const changes = row.verdict === 'new' || row.verdict === 'changed';
  if (!changes || asSeen === null || asSeen(number, row)) return row;
  const problems = [...row.problems, at(null, finding('changed-meanwhile'))];
  return { ...row, verdict: 'error', records: [], problems };
}

function skipped(): JudgedRow {
  return { verdict: 'skipped', fields: [], problems: [], records: [], settles: null };
}
