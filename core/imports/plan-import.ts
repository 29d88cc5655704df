import { runThrough } from '../shared/run-through.ts';
import type { Instant } from '../shared/units.ts';
import { type Cell, cellText, type FileRow, type Sheet } from './cell.ts';
import type { Mapping } from './guess-mapping.ts';
import { type ImportBench, importBench } from './import-bench.ts';
import type { ImportFacts } from './import-facts.ts';
import type { ImportKind } from './import-kind.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import { type ImportCounts, type ImportedRecord, recordKey } from './import-run.ts';
import { judgeCard } from './judge-card.ts';
import { judgeDriver } from './judge-driver.ts';
import { judgeStation } from './judge-station.ts';
import { judgeVehicle } from './judge-vehicle.ts';
import { type JudgedRow, notRead } from './judged-row.ts';
import { at, type ReadingContext, type RowInput } from './row-values.ts';
import { type ColumnHabits, habitsOfColumn } from './spreadsheet-damage.ts';

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

/** A record with the row that has touched it first. */
export interface TouchedRecord {
  readonly number: number;
  readonly record: ImportedRecord;
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly counts: ImportCounts;
  /** When it was made. */
  readonly at: Instant;
}

const JUDGES = {
  drivers: judgeDriver,
  cards: judgeCard,
  vehicles: judgeVehicle,
  stations: judgeStation,
} as const;

/** What becomes of every row of a file, each on what the rows before it have made. Nothing is changed. */
export function planImport(sheet: Sheet, wish: ImportWish, facts: ImportFacts): ImportPlan {
  return runThrough(planRowByRow(sheet, wish, facts));
}

/** The same, with a pause after each row: the facts must not change between the first and the last. */
export function* planRowByRow(
  sheet: Sheet,
  wish: ImportWish,
  facts: ImportFacts,
): Generator<undefined, ImportPlan> {
  const bench = importBench(facts);
  const habits = yield* habitsOf(sheet, wish);
  const { order, emptyClears } = facts;
  const context: ReadingContext = { kind: wish.kind, typedFile: sheet.typed, order, emptyClears, habits };
  const rows: PlannedRow[] = sheet.brokenLines.map(({ number }) => ({
    number,
    ...notRead([at(null, finding('broken-quotes'))]),
    ...(wish.skips.has(number) ? { verdict: 'skipped' as const } : {}),
  }));
  for (const row of sheet.rows) {
    rows.push(
      wish.skips.has(row.number) ? skipped(row.number) : plannedRow(sheet, row, { bench, wish, context }),
    );
    yield;
  }
  rows.sort((a, b) => a.number - b.number);
  return { rows, counts: countsOf(rows), at: facts.now };
}

/**
 * Every record that the rows touch, once: as it was before the first of them and will be after the last. Pauses after
 * each row.
 */
export function* touchedRecords(rows: readonly PlannedRow[]): Generator<undefined, readonly TouchedRecord[]> {
  const touched = new Map<string, TouchedRecord>();
  for (const { number, records } of rows) {
    for (const record of records) {
      const key = recordKey(record);
      const first = touched.get(key);
      touched.set(
        key,
        first === undefined
          ? { number, record }
          : { number: first.number, record: { ...record, before: first.record.before } as ImportedRecord },
      );
    }
    yield;
  }
  return [...touched.values()];
}

export function countsOf(rows: readonly Pick<PlannedRow, 'verdict'>[]): ImportCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0, skipped: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

function plannedRow(
  sheet: Sheet,
  row: FileRow,
  {
    bench,
    wish,
    context,
  }: { readonly bench: ImportBench; readonly wish: ImportWish; readonly context: ReadingContext },
): PlannedRow {
  const { number } = row;
  const input = inputOf(row, wish);
  const misshapen = shapeProblems(sheet, row, input);
  const one = misshapen.length > 0 ? notRead(misshapen) : JUDGES[wish.kind](bench, input, context);
  const settled = asExpected(number, onlyOnce(one, bench.settledBy), bench.facts);
  if (settled.verdict !== 'error') {
    bench.put(settled.records, number);
    if (settled.settles !== null) bench.settledBy.set(settled.settles, number);
  }
  return { number, ...settled };
}

function* habitsOf(sheet: Sheet, { mapping }: ImportWish): Generator<undefined, ReadingContext['habits']> {
  const habits: Record<string, ColumnHabits> = {};
  for (const [field, column] of Object.entries(mapping)) {
    habits[field] = habitsOfColumn(sheet, column);
    yield;
  }
  return habits;
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

function skipped(number: number): PlannedRow {
  return { number, verdict: 'skipped', fields: [], problems: [], records: [], settles: null };
}
