import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import type { SqlRow } from '../sqlite/connection.ts';
import { connectSqlite } from '../sqlite/driver.ts';
import { EXPORTED_TABLES } from './exported-tables.ts';

let folder: string;
let columns: readonly SqlRow[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ladehaus-export-'));
  const opened = await openStore({ folder, now: () => 0 });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  await opened.store.close();
  const connection = await connectSqlite(join(folder, 'ladehaus.db'), 'read-only');
  columns = await connection.all(
    `SELECT tables.name AS "table", columns.name AS "column" FROM sqlite_master AS tables
     JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'`,
  );
  await connection.close();
});
afterAll(() => rm(folder, { recursive: true }));

/** Called like a secret, and none. */
const NO_SECRETS = [
  'log_entry.hash',
  'session.start_key',
  'station_configuration.keys_json',
  'configuration_change.key',
  'trusted_issuer.keys_json',
  'api_client.tokens_from',
  // Public keys, as they stand on nameplates.
  'meter_keys.station_id',
  'meter_keys.connector_id',
  'meter_keys.history_json',
  'meter_keys.shown_json',
  'meter_keys.alarm_json',
];

test('of every table in the database it is decided whether it leaves the house', () => {
  const tables = new Set(columns.map(({ table }) => String(table)));
  const own = [...tables].filter((name) => !name.startsWith('sqlite_') && !NOT_OF_THE_SITE.includes(name));
  expect(own.toSorted()).toEqual(Object.keys(EXPORTED_TABLES).toSorted());
});

/** The database's own book of its migrations. */
const NOT_OF_THE_SITE = ['migration'];

test('no column that is called like a secret leaves the house', () => {
  const leaving = columns
    .filter(({ table, column }) => !leftOut(String(table)).includes(String(column)))
    .filter(({ table }) => EXPORTED_TABLES[table as keyof typeof EXPORTED_TABLES] !== null)
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => /secret|password|sealed|hash|key|credential|token|factor|private/.test(name));
  expect(leaving.filter((name) => !NO_SECRETS.includes(name) && !/must_change/.test(name))).toEqual([]);
});

function leftOut(table: string): readonly string[] {
  return EXPORTED_TABLES[table as keyof typeof EXPORTED_TABLES] ?? [];
}
