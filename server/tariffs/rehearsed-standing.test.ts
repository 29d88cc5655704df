import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { ANY_TIME, flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

/** A Tuesday; 17:00 in Berlin. */
const START = Date.parse('2026-11-24T16:00:00Z');
const MINUTE = 60_000;
/** A fee for whoever comes in the evening: nobody owes it for standing there. */
const EVENING_FEE = flatTariff(500_000, {
  elements: [
    ...flatTariff(500_000).elements,
    {
      components: [{ dimension: 'flat', priceMicros: 1_000_000, vatBasisPoints: 1_900 }],
      when: { ...ANY_TIME, window: { from: 1_110, to: 1_380 } },
    },
  ],
});
/** 0.10 € a minute from the tenth idle one. */
const WITH_FEE = flatTariff(500_000, {
  blocking: {
    perHourMicros: 6_000_000,
    vatBasisPoints: 1_900,
    grace: { of: 'idle', seconds: 600 },
    capMicros: null,
    quiet: null,
  },
});

let site: TestSite;
let station: TestStation;
/** The station's meter, in Wh. */
let register = 1_000;

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Flat', draft: EVENING_FEE })).json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
});

afterAll(() => site.stop());

test('a car that stands after its session was priced is known to have stood when a fee for that is rehearsed', async () => {
  await charged();
  // 10 kWh by a tariff that asks nothing for standing: nobody waits for the car to leave.
  await expect.poll(priced).toBe(500);
  expect(await rehearsed()).toMatchObject({ beforeMinor: 500, afterMinor: 500 });
  site.clock.advance(37 * MINUTE);
  await status('Available');
  // 40 minutes in all, ten of them free.
  await expect.poll(async () => (await rehearsed()).afterMinor).toBe(500 + 300);
  // It stood until half past six and longer, which by its own tariff costs nothing.
  expect(await rehearsed(EVENING_FEE)).toMatchObject({ beforeMinor: 500, afterMinor: 500 });
  expect((await price()).ratings).toHaveLength(1);
});

test('so is one that made room for the next without a word of its station', async () => {
  const before = await rehearsed();
  await charged();
  await expect.poll(priced).toBe(600);
  site.clock.advance(20 * MINUTE);
  await begin();
  // 20 minutes, ten of them free.
  await expect.poll(async () => (await rehearsed()).afterMinor).toBe(before.afterMinor + 500 + 100);
});

function begin() {
  const started = { connectorId: 1, idTag: 'CARD', meterStart: register, timestamp: now() };
  return station.ok('StartTransaction', started);
}

/** An hour, and the car stays. */
async function charged(): Promise<void> {
  site.clock.advance(MINUTE);
  const { transactionId } = await begin();
  await status('Charging');
  site.clock.advance(60 * MINUTE);
  register += 10_000;
  await station.ok('StopTransaction', { transactionId, meterStop: register, timestamp: now() });
  await status('Finishing');
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}

function status(word: string) {
  const said = { connectorId: 1, errorCode: 'NoError', status: word };
  return station.ok('StatusNotification', { ...said, timestamp: now() });
}

async function price() {
  const [session] = (await site.api.get('/sessions')).json.items;
  return (await site.api.get(`/sessions/${session.id}/price`)).json;
}

async function priced(): Promise<number | undefined> {
  const { state, total } = await price();
  return state === 'priced' ? total.inclVatMinor : undefined;
}

/** As nobody has asked for before: what a month holds is kept at hand for a while. */
async function rehearsed(tariff = WITH_FEE) {
  site.clock.advance(3 * MINUTE);
  return (await site.api.post('/tariff-rehearsals', { tariff, month: '2026-11' })).json;
}
