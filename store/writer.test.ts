import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardUid } from '#core/access/card-uid.ts';
import type { Change, JournalFrame } from '#core/changes.ts';
import { cardId, connectorId, stationId } from '#core/shared/ids.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Connection } from './sqlite/connection.ts';
import { SqlError } from './sqlite/connection.ts';
import { connectSqlite } from './sqlite/driver.ts';
import { pragma } from './sqlite/open-connections.ts';
import type { Store, Work } from './store.ts';
import { endedSession, LOBBY, NOON, runningSession, sampleOf } from './testing/records.ts';
import { keep, openedStore, temporaryFolder } from './testing/temporary-store.ts';
import { watchedWriter } from './testing/watched-connections.ts';

let folder: string;
let store: Store;
let writer = watchedWriter();
let commits = 0;

beforeEach(async () => {
  folder = await temporaryFolder();
  writer = watchedWriter();
  store = await openedStore(folder, { connect: writer.connect });
  await keep(store, { kind: 'save-station', station: LOBBY });
  commits = 0;
  writer.beforeRun = () => {
    commits += 1;
  };
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** A live list of numbers and the work that adds one to it and to the store. */
function ledger() {
  const numbers: number[] = [];
  const adding = (number: number, changes: readonly Change[] = [started(number)]): Work<number> => ({
    decide() {
      numbers.push(number);
      return { changes, value: numbers.length };
    },
    undo() {
      numbers.splice(numbers.lastIndexOf(number), 1);
    },
  });
  return { numbers, adding };
}

function started(number: number): Change {
  return { kind: 'add-session', session: runningSession(number) };
}

function frame(text: string): JournalFrame {
  return { stationId: LOBBY.id, at: NOON, direction: 'in', text, answer: null };
}

async function storedSamples(): Promise<unknown> {
  const row = await writer.connection().get('SELECT count(*) AS count FROM meter_sample');
  return row?.count;
}

async function storedNumbers(): Promise<readonly number[]> {
  const numbers: number[] = [];
  for await (const page of store.reads.eachSession({})) numbers.push(...page.map((session) => session.id));
  return numbers;
}

async function elsewhere<T>(look: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connectSqlite(`${folder}/ladehaus.db`, 'read-only');
  try {
    return await look(connection);
  } finally {
    await connection.close();
  }
}

test('five thousand decisions at once are kept in their order by a handful of commits', async () => {
  const { numbers, adding } = ledger();
  const answered: number[] = [];
  const wanted = Array.from({ length: 5_000 }, (_, index) => index + 1);
  await Promise.all(
    wanted.map(async (number) => {
      expect(await store.submit(adding(number))).toBe(number);
      answered.push(number);
    }),
  );
  expect(numbers).toEqual(wanted);
  expect(answered).toEqual(wanted);
  expect(await storedNumbers()).toEqual(wanted);
  expect(commits).toBeLessThanOrEqual(5);
});

test('nobody is answered before others can see the change in the file', async () => {
  for (let number = 1; number <= 20; number += 1) {
    await store.submit(ledger().adding(number));
    const seen = await elsewhere((other) => other.get('SELECT count(*) AS count FROM session'));
    expect(seen).toEqual({ count: number });
  }
});

test('the file is synchronised with every commit', async () => {
  await store.submit(ledger().adding(1));
  expect(await pragma(writer.connection(), 'synchronous')).toBe(2);
  expect(await pragma(writer.connection(), 'journal_mode')).toBe('wal');
  expect(await pragma(writer.connection(), 'foreign_keys')).toBe(1);
});

test('work that breaks a rule of the store fails alone and is taken back', async () => {
  const { numbers, adding } = ledger();
  await store.submit(adding(3));
  const repeated: Change[] = [
    { kind: 'journal', frame: frame('lost with the rest') },
    { kind: 'add-samples', samples: [sampleOf(runningSession(3), 5)] },
    started(3),
  ];
  const outcomes = await Promise.allSettled([
    store.submit(adding(1)),
    store.submit(adding(2)),
    store.submit(adding(99, repeated)),
    store.submit(adding(4)),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(outcomes[2]).toMatchObject({ reason: { name: 'StoreFailure', kind: 'constraint' } });
  expect(numbers).toEqual([3, 1, 2, 4]);
  expect(await storedNumbers()).toEqual([1, 2, 3, 4]);
  expect(await store.reads.journal({ limit: 5 })).toEqual([]);
  expect(await storedSamples()).toBe(0);
});

test('a decision that throws is a bug of its own and disturbs nobody', async () => {
  const { numbers, adding } = ledger();
  let undone = 0;
  const broken: Work<number> = {
    decide() {
      throw new Error('a bug');
    },
    undo() {
      undone += 1;
    },
  };
  const outcomes = await Promise.allSettled([
    store.submit(adding(1)),
    store.submit(broken),
    store.submit(adding(2)),
  ]);
  expect(outcomes[1]).toMatchObject({ reason: { kind: 'bug', message: 'bug: a bug' } });
  expect(undone).toBe(1);
  expect(numbers).toEqual([1, 2]);
  expect(await storedNumbers()).toEqual([1, 2]);
});

test('what cannot be packed fails alone and leaves nothing in memory', async () => {
  const { numbers, adding } = ledger();
  const unpackable = { ...LOBBY, deviations: { odd: 1n as never } };
  const outcomes = await Promise.allSettled([
    store.submit(adding(1)),
    store.submit(adding(2, [started(2), { kind: 'save-station', station: unpackable }])),
    store.submit(adding(3)),
  ]);
  expect(outcomes).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { kind: 'bug' } },
    { status: 'fulfilled' },
  ]);
  expect(numbers).toEqual([1, 3]);
  expect(await storedNumbers()).toEqual([1, 3]);
});

test('a decision without changes needs no commit', async () => {
  expect(await store.submit(ledger().adding(1, []))).toBe(1);
  expect(commits).toBe(0);
});

test('whichever commit fails, memory and file agree and all other work is kept', async () => {
  for (let failing = 1; failing <= 6; failing += 1) {
    const { numbers, adding } = ledger();
    const before = await storedNumbers();
    let run = 0;
    writer.beforeRun = () => {
      run += 1;
      // The first failure makes the batch fall apart, the second hits one of its parts.
      if (run === 1 || run === failing) throw new SqlError('SQLITE_IOERR', 'disk I/O error');
    };
    const wanted = [1, 2, 3, 4, 5].map((number) => failing * 100 + number);
    const outcomes = await Promise.allSettled(wanted.map((number) => store.submit(adding(number))));
    const kept = wanted.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    expect(kept).toHaveLength(failing === 1 ? 5 : 4);
    expect(numbers).toEqual(kept);
    expect(await storedNumbers()).toEqual([...before, ...kept]);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'io' });
    }
  }
});

test('when the disk is full nothing is half kept, and work goes on once there is room', async () => {
  const pages = Number(await pragma(writer.connection(), 'page_count'));
  const { numbers, adding } = ledger();
  const big = (number: number): Change[] => [
    started(number),
    { kind: 'journal', frame: frame('x'.repeat(20_000)) },
    { kind: 'add-samples', samples: [sampleOf(runningSession(number), 5)] },
  ];
  for (let spare = 0; spare <= 20; spare += 1) {
    await writer.connection().exec(`PRAGMA max_page_count = ${pages + spare}`);
    const [outcome] = await Promise.allSettled([store.submit(adding(spare + 1, big(spare + 1)))]);
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'disk-full' });
  }
  expect(numbers.length).toBeGreaterThan(1);
  expect(numbers.length).toBeLessThan(15);
  expect(await storedNumbers()).toEqual(numbers);
  expect(await store.reads.journal({ limit: 50 })).toHaveLength(numbers.length);
  expect(await storedSamples()).toBe(numbers.length);
  await writer.connection().exec('PRAGMA max_page_count = 1000000');
  await store.submit(adding(50, big(50)));
  expect(await storedNumbers()).toEqual(numbers);
});

test('closing keeps what was submitted and refuses what comes after', async () => {
  const { adding } = ledger();
  const submitted = [1, 2, 3].map((number) => store.submit(adding(number)));
  expect(store.pending()).toBe(3);
  const closing = store.close();
  await expect(store.submit(adding(4))).rejects.toMatchObject({ kind: 'closed' });
  expect(await Promise.all(submitted)).toEqual([1, 2, 3]);
  await closing;
  store = await openedStore(folder);
  expect(await storedNumbers()).toEqual([1, 2, 3]);
});

const number = fc.integer({ min: 1, max: 3 });
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ number, at: fc.nat() }).map(({ number: n, at }): Change => {
    const station = { ...LOBBY, id: stationId(`S${n}`), clockOffsetMs: at };
    return { kind: 'save-station', station };
  }),
  fc
    .record({ number, status: fc.constantFrom('Available', 'Charging') })
    .map(({ number: n, status }): Change => {
      const connector = { errorCode: 'NoError', info: null, vendorErrorCode: null, closedBy: null };
      const when = { since: NOON, receivedAt: NOON };
      const where = { stationId: LOBBY.id, connectorId: connectorId(n) };
      return { kind: 'save-connector', connector: { ...connector, ...when, ...where, status } };
    }),
  fc.record({ number, energy: fc.option(fc.nat(1_000)) }).map(({ number: n, energy }): Change => {
    const session = runningSession(n);
    return { kind: 'save-session', session: energy === null ? session : endedSession(session, energy) };
  }),
  fc.record({ number, removed: fc.boolean() }).map(({ number: n, removed }): Change => {
    const card = { id: cardId(n), uid: cardUid(n === 3 ? 'B' : 'A'), label: '', holder: '', addedAt: NOON };
    const open = { blockedAt: null, expiresAt: null, maxConcurrent: 1, parentTag: null };
    const where = { tenantId: ROOT_TENANT, spellings: [], groupIds: [], validFrom: null };
    return { kind: 'save-card', card: { ...card, ...open, ...where, removedAt: removed ? NOON : null } };
  }),
);

test('many changes in one commit leave the same as one commit for each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 15 }), async (changes) => {
      const together = await temporaryFolder();
      const apart = await temporaryFolder();
      const left: unknown[] = [];
      for (const place of [together, apart]) {
        const other = await openedStore(place);
        await keep(other, { kind: 'save-station', station: LOBBY });
        const outcomes: string[] = [];
        const kept = async (change: Change): Promise<void> => {
          const [outcome] = await Promise.allSettled([keep(other, change)]);
          outcomes.push(outcome.status);
        };
        if (place === together) await Promise.all(changes.map(kept));
        else for (const change of changes) await kept(change);
        left.push([outcomes, await other.load(), await other.reads.totals({})]);
        await other.close();
        await rm(place, { recursive: true });
      }
      expect(left[0]).toEqual(left[1]);
    }),
    { numRuns: 25 },
  );
});
