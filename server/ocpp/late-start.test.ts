import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;

/** Each test has a station of its own. */
let count = 0;

beforeAll(async () => {
  site = await startSite();
});
beforeEach(async () => {
  count += 1;
  station = await site.station(`S${count}`);
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const MINUTE = 60_000;

function ago(minutes: number): string {
  return new Date(site.clock.now() - minutes * MINUTE).toISOString();
}

function start(minutesAgo: number, more: object = {}) {
  const timestamp = ago(minutesAgo);
  return station.ok('StartTransaction', {
    connectorId: 1,
    idTag: 'CARD',
    meterStart: 1_000,
    timestamp,
    ...more,
  });
}

function stop(minutesAgo: number, more: object = {}) {
  const request = { transactionId: -1, idTag: 'CARD', meterStop: 6_000, timestamp: ago(minutesAgo), ...more };
  return station.ok('StopTransaction', request);
}

async function sessions() {
  return (await site.api.get(`/sessions?sort=started-asc&stationId=${station.id}`)).json.items;
}

async function strays() {
  const { items } = (await site.api.get('/strays')).json;
  return items.filter(({ stationId }: { readonly stationId: string }) => stationId === station.id);
}

test('a stop that came first ends its session when the start comes, even after a restart', async () => {
  const sampledValue = [{ value: '3500' }];
  await stop(10, { transactionData: [{ timestamp: ago(40), sampledValue }] });
  expect(await strays()).toHaveLength(1);
  await site.restart();
  station = await site.station(station.id);
  await start(70);
  const [session] = await sessions();
  expect(session).toMatchObject({
    state: 'needs-decision',
    measuredWh: 5_000,
    doubts: [{ kind: 'inferred-stop' }],
  });
  expect(await strays()).toEqual([]);
  const { curve } = (await site.api.get(`/sessions/${session.id}`)).json;
  expect(curve).toMatchObject([{ energyWh: 2_500 }]);
});

test('the same stop once more, and the same start, change nothing', async () => {
  const timestamp = ago(10);
  await stop(10, { timestamp });
  const startedAt = ago(70);
  const first = await start(70, { timestamp: startedAt });
  await stop(10, { timestamp });
  expect(await start(70, { timestamp: startedAt })).toMatchObject({ transactionId: first.transactionId });
  expect(await sessions()).toHaveLength(1);
  expect(await strays()).toEqual([]);
});

test.each([
  ['is of another card', { idTag: 'OTHER' }],
  ['lies before the start', { timestamp: '2026-01-01T00:00:00Z' }],
  ['has a lower register', { meterStop: 500 }],
])('a stop that %s goes on waiting', async (_what, more) => {
  await stop(10, more);
  await start(70);
  expect(await sessions()).toMatchObject([{ state: 'running' }]);
  expect(await strays()).toHaveLength(1);
});

test('of two stops that may be meant none is taken', async () => {
  await stop(20);
  await stop(10, { meterStop: 7_000 });
  await start(70);
  expect(await sessions()).toMatchObject([{ state: 'running' }]);
  expect(await strays()).toHaveLength(2);
});

test('a stop of another station is never taken, nor one that somebody has put aside', async () => {
  await stop(10);
  const [waiting] = await strays();
  await site.api.post(`/strays/${waiting.id}/dismiss`, { note: 'seen' });
  const other = await site.station('OTHER');
  await other.ok('StopTransaction', {
    transactionId: -1,
    idTag: 'CARD',
    meterStop: 6_000,
    timestamp: ago(5),
  });
  await start(70);
  expect(await sessions()).toMatchObject([{ state: 'running' }]);
});
