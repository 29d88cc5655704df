import { createHash } from 'node:crypto';
import { copyFile, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MIGRATIONS } from './migrations/all.ts';
import { type OpenOutcome, openStore } from './open-store.ts';
import { connectSqlite } from './sqlite/driver.ts';
import { LOBBY, NOON, runningSession } from './testing/records.ts';
import { builtStore, openElsewhere } from './testing/second-process.ts';
import { keep, openedStore, temporaryFolder } from './testing/temporary-store.ts';
import { watchedWriter } from './testing/watched-connections.ts';

const PAGE = 4_096;

const NEWEST = MIGRATIONS.at(-1)?.number ?? 0;

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'ladehaus.db');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function opening(): Promise<OpenOutcome> {
  return openStore({ folder, now: () => NOON });
}

async function fingerprint(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** A closed database with some hundred pages. */
async function filled(): Promise<void> {
  const store = await openedStore(folder);
  await keep(store, { kind: 'save-station', station: LOBBY });
  for (let first = 1; first <= 1_000; first += 250) {
    const numbers = Array.from({ length: 250 }, (_, index) => first + index);
    await keep(
      store,
      ...numbers.map((number) => ({ kind: 'add-session', session: runningSession(number) }) as const),
    );
  }
  await store.close();
}

async function garblePage(page: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(PAGE, 0xa5), 0, PAGE, page * PAGE);
  await handle.close();
}

test('a new folder gets a database, and what it kept is there the next time', async () => {
  await filled();
  const store = await openedStore(folder);
  expect(await store.reads.countSessions({})).toBe(1_000);
  expect((await store.load()).stations).toEqual([LOBBY]);
  await store.close();
});

test('a closed database is one file without a log beside it', async () => {
  await filled();
  expect((await readdir(folder)).toSorted()).toEqual(['ladehaus.db', 'ladehaus.lock']);
});

test('a folder has one store at a time within one process', async () => {
  const store = await openedStore(folder);
  expect(await opening()).toEqual({ kind: 'already-running' });
  await store.close();
  await (await openedStore(folder)).close();
});

test('a folder has one process at a time, and a killed process leaves it free', async () => {
  const program = await builtStore(folder);
  const holder = await openElsewhere(program, folder);
  try {
    expect(holder.outcome).toBe('opened');
    expect(await opening()).toEqual({ kind: 'already-running' });
  } finally {
    await holder.kill();
  }
  const store = await openedStore(folder);
  const late = await openElsewhere(program, folder);
  await late.kill();
  expect(late.outcome).toBe('already-running');
  await store.close();
});

test('a path on which no folder can be made is refused in words', async () => {
  const notAFolder = join(folder, 'file');
  await writeFile(notAFolder, '');
  const outcome = await openStore({ folder: join(notAFolder, 'data'), now: () => NOON });
  expect(outcome).toMatchObject({ kind: 'folder-not-writable', problem: expect.stringContaining('ENOTDIR') });
});

test('a database that falls back to a weaker synchronous after the first write is not used', async () => {
  await filled();
  const writer = watchedWriter();
  writer.afterExec = async (sql, connection) => {
    if (sql.includes(`PRAGMA user_version = ${NEWEST}`)) await connection.exec('PRAGMA synchronous = NORMAL');
  };
  await expect(openStore({ folder, now: () => NOON, connect: writer.connect })).rejects.toThrow(
    'The database is not durable: journal_mode wal, synchronous 1',
  );
  await (await openedStore(folder)).close();
});

test('a database of a newer program is refused and not a byte of it changes', async () => {
  await filled();
  const newer = await connectSqlite(file, 'read-write');
  await newer.exec('PRAGMA user_version = 99');
  await newer.close();
  const before = await fingerprint(file);
  expect(await opening()).toEqual({ kind: 'newer-database', found: 99, known: NEWEST });
  expect(await fingerprint(file)).toBe(before);
  expect((await readdir(folder)).toSorted()).toEqual(['ladehaus.db', 'ladehaus.lock']);
});

test('a newer version that only stands in the log of a crashed program is seen too', async () => {
  await filled();
  const crashed = join(folder, 'crashed.db');
  await copyFile(file, crashed);
  const newer = await connectSqlite(crashed, 'read-write');
  await newer.exec('PRAGMA user_version = 99');
  await copyFile(crashed, file);
  await copyFile(`${crashed}-wal`, `${file}-wal`);
  await newer.close();
  const before = [await fingerprint(file), await fingerprint(`${file}-wal`)];
  expect(await opening()).toEqual({ kind: 'newer-database', found: 99, known: NEWEST });
  expect([await fingerprint(file), await fingerprint(`${file}-wal`)]).toEqual(before);
});

test('a database with garbled pages is reported as damaged and left alone', async () => {
  await filled();
  const pages = (await stat(file)).size / PAGE;
  expect(pages).toBeGreaterThan(100);
  const sound = await readFile(file);
  for (const page of [1, 20, Math.floor(pages / 2), pages - 1]) {
    await writeFile(file, sound);
    await garblePage(page);
    const damaged = await fingerprint(file);
    expect(await opening()).toMatchObject({ kind: 'damaged-database' });
    expect(await fingerprint(file)).toBe(damaged);
  }
});

test('a database that was cut short or never was one is reported as damaged', async () => {
  await filled();
  await truncate(file, 20 * PAGE);
  expect(await opening()).toMatchObject({ kind: 'damaged-database' });
  await writeFile(file, 'not a database at all');
  expect(await opening()).toMatchObject({ kind: 'damaged-database' });
});

test('damage in a database too large to check first is reported right after the start', async () => {
  await filled();
  await garblePage(Math.floor((await stat(file)).size / PAGE / 2));
  let onDamage: (problem: string) => void = () => undefined;
  const reported = new Promise<string>((resolve) => {
    onDamage = resolve;
  });
  const store = await openedStore(folder, { onDamage, checkedFirstBytes: 0 });
  expect(await reported).not.toBe('');
  await store.close();
});

test('a start may be followed by an end before the late check is through', async () => {
  await filled();
  const problems: string[] = [];
  const store = await openedStore(folder, { onDamage: (one) => problems.push(one), checkedFirstBytes: 0 });
  await store.close();
  expect(problems).toEqual([]);
});
