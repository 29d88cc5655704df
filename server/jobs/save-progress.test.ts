import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;

// A Monday at noon: the day of the site does not end while the test runs.
beforeEach(async () => {
  site = await startSite({ startsAt: NOON });
  station = await site.station('LOBBY-1');
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const NOON = Date.UTC(2026, 5, 1, 10);
const MINUTE = 60_000;

test('after an hour a running session is saved, and only what came later is read again at a start', async () => {
  const transactionId = await begin();
  for (let minute = 1; minute <= 10; minute += 1) await meter(transactionId, minute);
  expect(await samplesToRead()).toBe(10);
  site.clock.advance(61 * MINUTE);
  await eventually(async () => {
    site.server.resumed();
    return (await samplesToRead()) === 0;
  });
  await meter(transactionId, 71);
  // One that was delayed finds its place although those around it have been saved.
  await meter(transactionId, 5.5);
  expect(await samplesToRead()).toBe(2);
  expect(await session()).toMatchObject({ state: 'running', measuredWh: 7_100 });
});

test('what a running session has drawn is counted once, saved or not', async () => {
  const transactionId = await begin();
  await meter(transactionId, 10);
  expect((await site.api.get('/overview')).json.today).toEqual({ sessions: 1, energyWh: 1_000 });
  site.clock.advance(61 * MINUTE);
  await eventually(async () => {
    site.server.resumed();
    return (await samplesToRead()) === 0;
  });
  expect((await site.api.get('/overview')).json.today).toEqual({ sessions: 1, energyWh: 1_000 });
});

test('a clean stop leaves nothing to read again, and the session goes on where it was', async () => {
  const transactionId = await begin();
  for (let minute = 1; minute <= 10; minute += 1) await meter(transactionId, minute);
  await site.restart();
  expect(await samplesToRead()).toBe(0);
  station = await site.station('LOBBY-1');
  await meter(transactionId, 10.5);
  const { id, measuredWh } = await session();
  expect(measuredWh).toBe(1_050);
  expect((await site.api.get(`/sessions/${id}`)).json.curve).toHaveLength(11);
});

test('a station that connected is known to have been there, even if the program is killed', async () => {
  const { stations } = await eventually(async () => {
    const saved = await site.store.load();
    return saved.stations[0]?.lastSeenAt != null && saved;
  });
  const seen = stations[0]?.lastSeenAt ?? 0;
  site.clock.advance(61 * MINUTE);
  await station.ok('Heartbeat', {});
  await eventually(async () => {
    site.server.resumed();
    return ((await site.store.load()).stations[0]?.lastSeenAt ?? 0) >= seen + 60 * MINUTE;
  });
});

async function begin(): Promise<number> {
  const request = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: at(0) };
  return (await station.ok('StartTransaction', request)).transactionId;
}

/** A register that rises by 100 Wh a minute. */
function meter(transactionId: number, minute: number) {
  const sampledValue = [{ value: String(minute * 100) }];
  return station.ok('MeterValues', {
    connectorId: 1,
    transactionId,
    meterValue: [{ timestamp: at(minute), sampledValue }],
  });
}

function at(minute: number): string {
  return new Date(NOON + (minute - 10) * MINUTE).toISOString();
}

async function samplesToRead(): Promise<number> {
  let count = 0;
  for await (const samples of site.store.reads.samplesOfOpenSessions()) count += samples.length;
  return count;
}

async function session() {
  return (await site.api.get('/sessions')).json.items[0];
}
