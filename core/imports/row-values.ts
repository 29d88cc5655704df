import type { Cell } from './cell.ts';
import { IMPORT_FIELDS, type ImportField, type ImportKind } from './import-kind.ts';
import { type Finding, IMPORT_PROBLEMS, type ImportProblem } from './import-problem.ts';
import { plainText, readCell } from './read-cell.ts';
import type { DayOrder } from './read-day.ts';
import { type ColumnHabits, NO_HABITS } from './spreadsheet-damage.ts';

/** A row with its cells by the fields that they fill. */
export interface RowInput {
  readonly number: number;
  readonly cells: Readonly<Record<string, Cell>>;
  /** Fields that a person has typed: what is typed is meant, however odd it looks. */
  readonly typed: ReadonlySet<string>;
}

export interface ReadingContext {
  readonly kind: ImportKind;
  /** Whether the file's cells have types. */
  readonly typedFile: boolean;
  readonly order: DayOrder;
  readonly emptyClears: boolean;
  readonly habits: Readonly<Record<string, ColumnHabits>>;
}

/** Texts of fields, in the one spelling that is compared. */
export type Values = Readonly<Record<string, string>>;

export interface RowValues {
  /** Of a known record only what differs; of a new one all that is not empty. */
  readonly values: Values;
  readonly problems: readonly ImportProblem[];
}

/** Reads one field of a row. */
export function readField(
  row: RowInput,
  field: ImportField,
  context: ReadingContext,
): { readonly value: string; readonly problems: readonly ImportProblem[] } {
  const isTyped = row.typed.has(field.key);
  const { value, problems } = readCell(row.cells[field.key], field, {
    typed: context.typedFile || isTyped,
    order: context.order,
    habits: context.habits[field.key] ?? NO_HABITS,
  });
  const standing = problems.filter(({ kind }) => !isTyped || IMPORT_PROBLEMS[kind] === 'stop');
  return { value, problems: standing.map((one) => at(field.key, one)) };
}

export function at(field: string | null, found: Finding): ImportProblem {
  return { ...found, field };
}

/**
 * Reads all fields of a row but its key. A cell that says what the record says already is right as it stands: what
 * this program has written is never doubted when it comes back.
 */
export function readRow(
  row: RowInput,
  shown: Values | null,
  { context, but }: { readonly context: ReadingContext; readonly but: readonly string[] },
): RowValues {
  const values: Record<string, string> = {};
  const problems: ImportProblem[] = [];
  for (const field of IMPORT_FIELDS[context.kind]) {
    const { key } = field;
    if (!(key in row.cells) || but.includes(key)) continue;
    const clean = plainText(row.cells[key], field, context.typedFile || row.typed.has(key));
    const plain = clean.value;
    if (plain === '') problems.push(...clean.problems.map((one) => at(key, one)));
    const before = shown?.[key] ?? '';
    if (plain === plainText(before, field, true).value) continue;
    if (plain === '' && !context.emptyClears) continue;
    if (plain === '' && field.required !== true) {
      if (before !== '') values[key] = '';
      continue;
    }
    const read = readField(row, field, context);
    problems.push(...read.problems);
    if (read.value !== before) values[key] = read.value;
  }
  return { values, problems };
}

/** A text that a row has for a field, whether or not it differs; null where it has none. */
export function given(row: RowInput, key: string, context: ReadingContext): string | null {
  const field = IMPORT_FIELDS[context.kind].find((one) => one.key === key);
  if (field === undefined || !(key in row.cells)) return null;
  const { value } = readField(row, field, context);
  return value === '' ? null : value;
}
