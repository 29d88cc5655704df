import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

/** A Tuesday; 17:00 in Berlin. */
const START = Date.parse('2026-11-24T16:00:00Z');
const MINUTE = 60_000;
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

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Flat', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
});

afterAll(() => site.stop());

test('a car that stands after its session was priced is known to have stood when a fee for that is rehearsed', async () => {
  site.clock.advance(MINUTE);
  const { transactionId } = await station.ok('StartTransaction', {
    connectorId: 1,
    idTag: 'CARD',
    meterStart: 1_000,
    timestamp: now(),
  });
  await status('Charging');
  site.clock.advance(60 * MINUTE);
  await station.ok('StopTransaction', { transactionId, meterStop: 11_000, timestamp: now() });
  await status('Finishing');
  // 10 kWh by a tariff that asks nothing for standing: nobody waits for the car to leave.
  await expect.poll(priced).toBe(500);
  expect(await rehearsed()).toMatchObject({ beforeMinor: 500, afterMinor: 500 });
  site.clock.advance(37 * MINUTE);
  await status('Available');
  // 40 minutes in all, ten of them free.
  await expect.poll(async () => (await rehearsed()).afterMinor).toBe(500 + 300);
  expect((await price()).ratings).toHaveLength(1);
});

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
async function rehearsed() {
  site.clock.advance(3 * MINUTE);
  return (await site.api.post('/tariff-rehearsals', { tariff: WITH_FEE, month: '2026-11' })).json;
}
