import { copyFile, mkdir, open, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Change } from '#core/changes.ts';
import { problemInFile } from './check-database.ts';
import { connectSqlite } from './sqlite/driver.ts';
import { openReader } from './sqlite/open-connections.ts';
import type { Store } from './store.ts';
import { LOBBY, NOON, runningSession, sampleOf } from './testing/records.ts';
import { keep, openedStore, temporaryFolder } from './testing/temporary-store.ts';

const SESSIONS = 40;
const RUNS = 200;

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = await temporaryFolder();
  store = await openedStore(join(folder, 'site'));
  await keep(store, { kind: 'save-station', station: LOBBY });
  for (let number = 1; number <= SESSIONS; number += 1) await keep(store, ...everythingOf(number));
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** Rows in four tables that stand or fall together. */
function everythingOf(number: number): readonly Change[] {
  const session = runningSession(number);
  const { id: sessionId, stationId, connectorId } = session;
  const log = {
    at: NOON,
    kind: 'session-started',
    level: 'info',
    actor: null,
    facts: {},
    tenantId: null,
    changed: [],
  } as const;
  return [
    {
      kind: 'journal',
      frame: { stationId, at: NOON, direction: 'in', text: `start ${number}`, answer: null },
    },
    { kind: 'add-session', session },
    { kind: 'add-samples', samples: [sampleOf(session, number)] },
    { kind: 'add-log-entry', entry: { ...log, stationId, connectorId, sessionId } },
  ];
}

type Damage = (wal: string, from: number, size: number) => Promise<void>;

const overwrite = (pattern: Uint8Array): Damage => {
  return async (wal, from, size) => {
    const handle = await open(wal, 'r+');
    const rubbish = Buffer.alloc(size - from, pattern);
    await handle.write(rubbish, 0, rubbish.length, from);
    await handle.close();
  };
};
const cut: Damage = (wal, from) => truncate(wal, from);
const zero = overwrite(Uint8Array.of(0));
const garble = overwrite(Uint8Array.from({ length: 251 }, (_, index) => (index * 131 + 17) & 0xff));

/** Which sessions are there, by each of the tables that tell of them. */
async function told(file: string): Promise<readonly (readonly number[])[]> {
  const reader = await openReader(connectSqlite, file);
  const numbers = async (sql: string): Promise<readonly number[]> =>
    (await reader.all(sql)).map((row) => Number(row.number));
  const all = [
    await numbers('SELECT id AS number FROM session ORDER BY id'),
    await numbers('SELECT substr(text, 7) AS number FROM journal ORDER BY id'),
    await numbers('SELECT session_id AS number FROM meter_sample ORDER BY id'),
    await numbers('SELECT session_id AS number FROM log_entry ORDER BY id'),
  ];
  await reader.close();
  return all;
}

test('wherever the log of a power cut is torn, the database opens with the first sessions whole and no others', async () => {
  const file = join(folder, 'site', 'ladehaus.db');
  const size = (await stat(`${file}-wal`)).size;
  expect(size).toBeGreaterThan(100_000);
  const found = new Set<number>();
  // The live file is read once only: every closing of it drops SQLite's locks on it (POSIX).
  const original = join(folder, 'original');
  await copyFile(file, original);
  await copyFile(`${file}-wal`, `${original}-wal`);
  for (let run = 0; run < RUNS; run += 1) {
    const place = join(folder, `run-${run}`);
    const copy = join(place, 'ladehaus.db');
    await mkdir(place);
    await copyFile(original, copy);
    await copyFile(`${original}-wal`, `${copy}-wal`);
    const damage = [cut, zero, garble][run % 3] ?? cut;
    await damage(`${copy}-wal`, Math.floor((size * ((run * 61) % RUNS)) / RUNS), size);
    expect(await problemInFile(connectSqlite, copy)).toBeNull();
    // Opening the whole store takes most of the time, and its way into the file is always the same.
    if (run % 10 === 0) await (await openedStore(place)).close();
    const [sessions, ...others] = await told(copy);
    const count = sessions?.length ?? -1;
    expect(sessions).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    for (const other of others) expect(other).toEqual(sessions);
    found.add(count);
    await rm(place, { recursive: true });
  }
  expect(found.size).toBeGreaterThan(SESSIONS / 2);
});
