import type { Connect, Connection, SqlRow } from '../sqlite/connection.ts';
import { openReader } from '../sqlite/open-connections.ts';
import type { Tables } from '../tables.ts';
import { EXPORTED_TABLES } from './exported-tables.ts';
import { openName, openRow } from './open-row.ts';

const PAGE = 500;

/** Everything the site keeps, as it was at one moment, whatever is written meanwhile. */
export interface WholeExport {
  readonly tables: readonly ExportedTable[];
  /** The rows of a table in the order of their keys, page by page. */
  rows(table: ExportedTable): AsyncGenerator<readonly SqlRow[]>;
  /** Must be called: until then the log of the database cannot be shortened. */
  close(): Promise<void>;
}

export interface ExportedTable {
  readonly name: keyof Tables;
  /** Under the names of the file. */
  readonly columns: readonly string[];
  readonly rows: number;
}

/** Reads on a connection of its own, in one transaction. */
export async function openExport(connect: Connect, file: string): Promise<WholeExport> {
  const connection = await openReader(connect, file);
  try {
    await connection.exec('BEGIN');
    const tables: ExportedTable[] = [];
    for (const [name, leftOut] of Object.entries(EXPORTED_TABLES)) {
      if (leftOut === null) continue;
      const { count } = (await connection.get(`SELECT count(*) AS count FROM ${name}`)) as { count: number };
      const columns = (await columnsOf(connection, name)).filter(isKept(leftOut)).map(openName);
      tables.push({ name: name as keyof Tables, columns, rows: count });
    }
    return {
      tables,
      rows: ({ name }) => rowsOf(connection, name),
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function* rowsOf(connection: Connection, table: keyof Tables): AsyncGenerator<readonly SqlRow[]> {
  const leftOut = EXPORTED_TABLES[table] ?? [];
  const kept = (await columnsOf(connection, table)).filter(isKept(leftOut));
  const keys = await keysOf(connection, table);
  const order = keys.join(', ');
  let after: readonly unknown[] = [];
  for (;;) {
    const behind = after.length === 0 ? '' : `WHERE (${order}) > (${keys.map(() => '?').join(', ')})`;
    const rows = await connection.all(
      `SELECT * FROM ${table} ${behind} ORDER BY ${order} LIMIT ${PAGE}`,
      after,
    );
    if (rows.length > 0) yield rows.map((row) => openRow(row, kept));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = keys.map((key) => last[key]);
  }
}

/** Folded texts are there for searching only. */
function isKept(leftOut: readonly string[]): (column: string) => boolean {
  return (column) => !leftOut.includes(column) && !column.endsWith('_folded');
}

async function columnsOf(connection: Connection, table: string): Promise<readonly string[]> {
  return (await connection.all(`SELECT name FROM pragma_table_info('${table}') ORDER BY cid`)).map(
    ({ name }) => String(name),
  );
}

async function keysOf(connection: Connection, table: string): Promise<readonly string[]> {
  const keys = await connection.all(
    `SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`,
  );
  return keys.map(({ name }) => String(name));
}
