import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-store.ts';
import type { Connection } from './connection.ts';
import { connectSqlite } from './driver.ts';
import { openReader } from './open-connections.ts';

let folder: string;
let connection: Connection;

beforeEach(async () => {
  folder = await temporaryFolder();
  connection = await connectSqlite(join(folder, 'one.db'), 'read-write');
  await connection.exec('CREATE TABLE reading (id INTEGER PRIMARY KEY, value)');
});

afterEach(async () => {
  await connection.close();
  await rm(folder, { recursive: true });
});

test.each([
  ['a BigInt', 5n],
  ['a Date', new Date(0)],
  ['undefined', undefined],
  ['not a number', Number.NaN],
  ['an infinite number', Number.POSITIVE_INFINITY],
  ['an integer that cannot be held exactly', 2 ** 53],
  ['a boolean', true],
  ['an object', {}],
])('%s is refused instead of being stored as something else', async (_, value) => {
  await expect(connection.run('INSERT INTO reading (value) VALUES (?)', [value])).rejects.toThrow(TypeError);
  await expect(connection.all('SELECT ?', [value])).rejects.toThrow(TypeError);
  expect(await connection.all('SELECT * FROM reading')).toEqual([]);
});

test('texts and numbers come back as they were', async () => {
  const values = ['', 'Ä😀\u0000"', 0, -1.5, 12_345.678, Number.MAX_SAFE_INTEGER, null];
  for (const value of values) await connection.run('INSERT INTO reading (value) VALUES (?)', [value]);
  const rows = await connection.all('SELECT value FROM reading ORDER BY id');
  expect(rows.map((row) => row.value)).toEqual(values);
});

test('steps that nobody waited for still run one after the other', async () => {
  const steps = [
    connection.run('BEGIN'),
    ...Array.from({ length: 50 }, (_, index) =>
      connection.run('INSERT INTO reading (id) VALUES (?)', [index]),
    ),
    connection.run('ROLLBACK'),
    connection.run('INSERT INTO reading (id) VALUES (99)'),
  ];
  await Promise.all(steps);
  expect(await connection.all('SELECT id FROM reading')).toEqual([{ id: 99 }]);
});

test('a failed step says which statement failed and leaves the next ones alone', async () => {
  const failed = connection.run('INSERT INTO reading (id) VALUES (1), (1)');
  const next = connection.get('SELECT count(*) AS count FROM reading');
  await expect(failed).rejects.toMatchObject({
    name: 'SqlError',
    code: 'SQLITE_CONSTRAINT',
    message: expect.stringContaining('INSERT INTO reading'),
  });
  expect(await next).toEqual({ count: 0 });
});

test('more different statements than are kept prepared do no harm', async () => {
  for (let number = 1; number <= 450; number += 1) {
    expect(await connection.get(`SELECT ${number} AS number`)).toEqual({ number });
  }
  expect(await connection.get('SELECT 1 AS number')).toEqual({ number: 1 });
});

test('reading one row of many keeps no snapshot open', async () => {
  await connection.exec('PRAGMA journal_mode = WAL; INSERT INTO reading (id) VALUES (1), (2), (3)');
  const reader = await openReader(connectSqlite, join(folder, 'one.db'));
  expect(await reader.get('SELECT id FROM reading ORDER BY id')).toEqual({ id: 1 });
  await connection.run('DELETE FROM reading WHERE id = 1');
  expect(await reader.get('SELECT id FROM reading ORDER BY id')).toEqual({ id: 2 });
  expect(await connection.get('PRAGMA wal_checkpoint(TRUNCATE)')).toMatchObject({ busy: 0 });
  await reader.close();
});

test('a reading connection cannot write', async () => {
  const reader = await openReader(connectSqlite, join(folder, 'one.db'));
  await expect(reader.run('INSERT INTO reading (id) VALUES (1)')).rejects.toMatchObject({
    code: 'SQLITE_READONLY',
  });
  await reader.close();
});
