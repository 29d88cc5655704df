import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MigrateOutcome, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import type { SqlRow } from './sqlite/connection.ts';
import { connectSqlite } from './sqlite/driver.ts';
import { NOON } from './testing/records.ts';
import { temporaryFolder } from './testing/temporary-store.ts';

const first: Migration = {
  number: 1,
  name: 'first',
  sql: 'CREATE TABLE bay (id INTEGER PRIMARY KEY) STRICT; INSERT INTO bay VALUES (1), (2);',
};
const second: Migration = {
  number: 2,
  name: 'second',
  sql: `CREATE TABLE car (bay_id INTEGER REFERENCES bay (id)) STRICT; INSERT INTO car VALUES (2);`,
};

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'site.db');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function migrating(...migrations: readonly Migration[]): Promise<MigrateOutcome> {
  return migrate(connectSqlite, { file, migrations, now: () => NOON });
}

async function asked(sql: string, database = file): Promise<readonly SqlRow[]> {
  const connection = await connectSqlite(database, 'read-only');
  try {
    return await connection.all(sql);
  } finally {
    await connection.close();
  }
}

function tables(database = file): Promise<readonly SqlRow[]> {
  return asked("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", database);
}

test('a new file gets every migration in turn and needs no copy', async () => {
  expect(await migrating(first, second)).toEqual({ kind: 'migrated', copy: null });
  expect(await tables()).toEqual([{ name: 'bay' }, { name: 'car' }, { name: 'migration' }]);
  expect(await asked('PRAGMA user_version')).toEqual([{ user_version: 2 }]);
  expect(await migrating(first, second)).toEqual({ kind: 'up-to-date' });
});

test('a file with data is copied before it is changed', async () => {
  await migrating(first);
  const outcome = await migrating(first, second);
  expect(outcome).toMatchObject({ kind: 'migrated' });
  const copy = outcome.kind === 'migrated' ? (outcome.copy ?? '') : '';
  expect((await readdir(folder)).toSorted()).toEqual(['site.db', basename(copy)]);
  expect(await asked('SELECT * FROM bay', copy)).toEqual([{ id: 1 }, { id: 2 }]);
  expect(await tables(copy)).toEqual([{ name: 'bay' }, { name: 'migration' }]);
  expect(await asked('PRAGMA user_version', copy)).toEqual([{ user_version: 1 }]);
});

test.each([
  ['is not SQL', 'DROP TABLE bay; CREATE TABEL x;'],
  [
    'breaks a rule half-way',
    'DELETE FROM bay; CREATE TABLE car (id INTEGER PRIMARY KEY); INSERT INTO car VALUES (1), (1);',
  ],
  ['leaves a reference to nothing', `${second.sql} DELETE FROM bay;`],
])('a migration that %s leaves everything as it was', async (_, sql) => {
  await migrating(first);
  const before = await asked('SELECT * FROM sqlite_schema');
  expect(await migrating(first, { ...second, sql })).toMatchObject({ kind: 'failed' });
  expect(await asked('SELECT * FROM sqlite_schema')).toEqual(before);
  expect(await asked('SELECT * FROM bay')).toEqual([{ id: 1 }, { id: 2 }]);
  expect(await asked('PRAGMA user_version')).toEqual([{ user_version: 1 }]);
  expect((await readdir(folder)).filter((name) => name.includes('copy'))).toEqual([]);
  expect(await migrating(first, second)).toMatchObject({ kind: 'migrated' });
});

test('a copy that could not be finished is not left behind', async () => {
  await migrating(first);
  const outcome = await migrate(
    (path, access) => {
      if (path.includes('unfinished')) return Promise.reject(new Error('the disk has failed'));
      return connectSqlite(path, access);
    },
    { file, migrations: [first, second], now: () => NOON },
  );
  expect(outcome).toMatchObject({ kind: 'failed', problem: 'the disk has failed' });
  expect(await readdir(folder)).toEqual(['site.db']);
});

test('when one of two migrations fails, neither has happened', async () => {
  await migrating(first);
  const third = { number: 3, name: 'third', sql: 'INSERT INTO nowhere VALUES (1);' };
  expect(await migrating(first, second, third)).toMatchObject({
    kind: 'failed',
    problem: expect.stringContaining('nowhere'),
  });
  expect(await tables()).toEqual([{ name: 'bay' }, { name: 'migration' }]);
});

test('a migration that was altered after it ran is noticed', async () => {
  await migrating(first);
  const altered = { ...first, sql: `${first.sql} -- harmless?` };
  expect(await migrating(altered, second)).toMatchObject({ kind: 'altered-history' });
  expect(await tables()).toEqual([{ name: 'bay' }, { name: 'migration' }]);
});

test('the migrations of this program are numbered from 1 without a gap and make strict tables only', async () => {
  expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  expect(await migrating(...MIGRATIONS)).toEqual({ kind: 'migrated', copy: null });
  const loose = await asked(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
  );
  expect(loose).toEqual([]);
});
