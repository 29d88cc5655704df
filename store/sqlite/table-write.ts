import { LongText, textAt } from './batch-texts.ts';
import type { SqlValue } from './connection.ts';

/** What each column of a table is filled with, in the order in which the columns travel. */
export type Columns<Row, Item> = { readonly [Column in keyof Row]: (item: Item) => Row[Column] };

/** How all items of one kind are stored by one statement of a batch. */
export interface TableWrite<Item> {
  /**
   * SQL that reads `rows`, a table-valued function with one JSON array per item in its column `value`; `texts` holds
   * what is long in them.
   */
  readonly sql: (rows: string, texts: string) => string;
  readonly row: (item: Item) => TravelingRow;
}

export type TravelingRow = readonly (SqlValue | LongText)[];

export interface TableTarget<Row, Item> {
  readonly table: string;
  readonly columns: Columns<Row, Item>;
  /** The column of a text so long that it travels beside the rows. */
  readonly long?: keyof Row & string;
  /** Columns that SQLite works out itself, as expressions. */
  readonly computed?: Readonly<Record<string, string>>;
}

/** Adds rows; a row that is there already is a constraint failure. */
export function inserting<Row, Item>(target: TableTarget<Row, Item>): TableWrite<Item> {
  return { sql: (rows, texts) => `${insertFrom(target, { rows, texts })};`, row: rowOf(target) };
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
    sql: (rows, texts) =>
      `${insertFrom(target, { rows, texts })} WHERE true ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${update};`,
    row: rowOf(target),
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

function insertFrom<Row, Item>(
  target: TableTarget<Row, Item>,
  { rows, texts }: { readonly rows: string; readonly texts: string },
): string {
  const plain = plainColumns(target);
  const last = target.long === undefined ? [] : [{ name: target.long, value: textAt(texts, plain.length) }];
  const filled = [
    ...plain.map((name, index) => ({ name, value: `value ->> ${index}` })),
    ...last,
    ...Object.entries(target.computed ?? {}).map(([name, value]) => ({ name, value })),
  ];
  const names = filled.map(({ name }) => name).join(', ');
  return `INSERT INTO ${target.table} (${names}) SELECT ${filled.map(({ value }) => value).join(', ')} FROM ${rows}`;
}

function rowOf<Row, Item>(target: TableTarget<Row, Item>): (item: Item) => TravelingRow {
  const { columns, long } = target;
  const fills = plainColumns(target).map((name) => columns[name]) as ((item: Item) => SqlValue)[];
  if (long === undefined) return (item) => fills.map((fill) => fill(item));
  const fillLong = columns[long] as (item: Item) => string | null;
  return (item) => [...fills.map((fill) => fill(item)), new LongText(fillLong(item))];
}

function plainColumns<Row, Item>({ columns, long }: TableTarget<Row, Item>): readonly (keyof Row & string)[] {
  return columnNames(columns).filter((name) => name !== long);
}
