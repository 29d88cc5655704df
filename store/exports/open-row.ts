import { pointsOf } from '../sessions/curves.ts';
import type { SqlRow } from '../sqlite/connection.ts';
import { unpackOutcome } from '../tariffs/packed-outcome.ts';

/** A row for readers who know nothing of this program: moments as ISO 8601 in UTC, JSON as what it says. */
export function openRow(row: SqlRow, columns: readonly string[]): SqlRow {
  return Object.fromEntries(columns.map((column) => [openName(column), openValue(column, row[column])]));
}

/** The name of a column without how it is stored. */
export function openName(column: string): string {
  return column.endsWith(JSON_ENDING) ? column.slice(0, -JSON_ENDING.length) : column;
}

const JSON_ENDING = '_json';
/** How columns are called that hold moments, in milliseconds since 1970. */
const A_MOMENT = /(^|_)(at|since|from|to|until|after)$/;

function openValue(column: string, value: unknown): unknown {
  if (typeof value === 'string' && column.endsWith(JSON_ENDING)) return (PACKED[column] ?? JSON.parse)(value);
  if (typeof value === 'number' && A_MOMENT.test(column)) return new Date(value).toISOString();
  return value;
}

/** Columns whose JSON is numbers without names. */
const PACKED: Readonly<Record<string, (text: string) => unknown>> = {
  outcome_json: unpackOutcome,
  points_json: pointsOf,
};
