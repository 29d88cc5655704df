import type { SqlValue } from './connection.ts';

/** What each column of a table is filled with, in the order in which the columns travel. */
export type Columns<Row, Item> = { readonly [Column in keyof Row]: (item: Item) => Row[Column] };

/** How all items of one kind are stored by one statement of a batch. */
export interface TableWrite<Item> {
  /** SQL that reads `rows`, a table-valued function with one JSON array per item in its column `value`. */
  readonly sql: (rows: string) => string;
  readonly row: (item: Item) => readonly SqlValue[];
}

export interface TableTarget<Row, Item> {
  readonly table: string;
  readonly columns: Columns<Row, Item>;
  /** Columns that SQLite works out itself, as expressions. */
  readonly computed?: Readonly<Record<string, string>>;
}

/** Adds rows; a row that is there already is a constraint failure. */
export function inserting<Row, Item>(target: TableTarget<Row, Item>): TableWrite<Item> {
  return { sql: (rows) => `${insertFrom(target, rows)};`, row: rowOf(target.columns) };
}

/** Adds rows or, where one with the same key exists, gives it the new values of `updated`. */
export function upserting<Row, Item>(
  target: TableTarget<Row, Item>,
  key: readonly (keyof Row & string)[],
  updated: readonly (keyof Row & string)[] = without(columnNames(target.columns), key),
): TableWrite<Item> {
  const update = updated.map((column) => `${column} = excluded.${column}`).join(', ');
  return {
    // `WHERE true` keeps SQLite's parser from taking ON CONFLICT for the ON of a join.
    sql: (rows) =>
      `${insertFrom(target, rows)} WHERE true ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${update};`,
    row: rowOf(target.columns),
  };
}

export function columnNames<Row, Item>(columns: Columns<Row, Item>): readonly (keyof Row & string)[] {
  return Object.keys(columns) as (keyof Row & string)[];
}

/** The SQL that takes a column out of a travelling row. */
export function fromRow<Row, Item>(columns: Columns<Row, Item>, column: keyof Row & string): string {
  return `value ->> ${columnNames(columns).indexOf(column)}`;
}

export function without<T>(all: readonly T[], some: readonly T[]): readonly T[] {
  return all.filter((one) => !some.includes(one));
}

function insertFrom<Row, Item>(target: TableTarget<Row, Item>, rows: string): string {
  const computed = Object.entries(target.computed ?? {});
  const names = [...columnNames(target.columns), ...computed.map(([name]) => name)];
  const values = [
    ...columnNames(target.columns).map((column) => fromRow(target.columns, column)),
    ...computed.map(([, expression]) => expression),
  ];
  return `INSERT INTO ${target.table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${rows}`;
}

function rowOf<Row, Item>(columns: Columns<Row, Item>): (item: Item) => readonly SqlValue[] {
  const fills = Object.values(columns) as ((item: Item) => SqlValue)[];
  return (item) => fills.map((fill) => fill(item));
}
