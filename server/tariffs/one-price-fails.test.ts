import { afterAll, beforeAll, expect, test } from 'vitest';
import { watchedWriter } from '#store/testing/watched-connections.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

/** More than are on their way to the disk together, in groups of a hundred. */
const STATIONS = 9;
const CONNECTORS = 50;
const SESSIONS = STATIONS * CONNECTORS;
const SPOILT = 150;
const START = Date.parse('2026-11-24T16:00:00Z');

const writer = watchedWriter();
let site: TestSite;

beforeAll(async () => {
  site = await startSite({ startsAt: START, connect: writer.connect });
});
afterAll(() => site.stop());

test('a price that cannot be kept keeps no other from its own, and comes once it can', async () => {
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  site.clock.advance(60_000);
  await chargeUnpriced();
  await site.api.patch('/site', { modulesOff: [] });
  // The trigger is the connection's: it stands in no file.
  writer.afterExec = async (sql, connection) => {
    if (sql.includes('batch'))
      await connection.exec(`CREATE TEMP TRIGGER IF NOT EXISTS spoil BEFORE INSERT ON main.session_price
        WHEN NEW.session_id = ${SPOILT} BEGIN SELECT RAISE(ABORT, 'spoilt'); END`);
  };
  await site.restart();
  await expect.poll(states).toEqual([
    { state: 'open', sessions: 1 },
    { state: 'priced', sessions: SESSIONS - 1 },
  ]);
  expect(await rows(`SELECT session_id FROM session_cost WHERE state = 'open'`)).toEqual([
    { session_id: SPOILT },
  ]);
  expect(site.errors[0]).toMatchObject([{ sessionId: SPOILT }, 'session not priced']);
  // Each has one price, although its group was written more than once.
  expect(await rows('SELECT count(*) AS prices FROM session_price')).toEqual([{ prices: SESSIONS - 1 }]);

  writer.afterExec = async () => undefined;
  await site.restart();
  await expect.poll(states).toEqual([{ state: 'priced', sessions: SESSIONS }]);
});

/** They end while nobody prices anything. */
async function chargeUnpriced(): Promise<void> {
  const names = Array.from({ length: STATIONS }, (_, index) => `HOF ${index + 1}`);
  const stations = await Promise.all(names.map((name) => site.station(name)));
  const begun = await Promise.all(stations.map(begin));
  site.clock.advance(3_600_000);
  await site.api.patch('/site', { modulesOff: ['tariffs'] });
  await Promise.all(begun.map(end));
}

async function begin(station: TestStation) {
  const transactions: number[] = [];
  for (let connectorId = 1; connectorId <= CONNECTORS; connectorId += 1) {
    const start = { connectorId, idTag: `CARD ${connectorId}`, meterStart: 0, timestamp: now() };
    transactions.push((await station.ok('StartTransaction', start)).transactionId);
  }
  return { station, transactions };
}

async function end({ station, transactions }: Awaited<ReturnType<typeof begin>>): Promise<void> {
  for (const transactionId of transactions)
    await station.ok('StopTransaction', { transactionId, meterStop: 10_000, timestamp: now() });
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}

function states() {
  return rows('SELECT state, count(*) AS sessions FROM session_cost GROUP BY state ORDER BY state');
}

function rows(sql: string) {
  return writer.connection().all(sql, []);
}
