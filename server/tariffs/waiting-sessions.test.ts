import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionPrice } from '#api/session-prices.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

const START = Date.parse('2026-11-24T16:00:00Z');
const HOUR = 3_600_000;
const WH = 10_000;

let site: TestSite;
let station: TestStation;
let at = START;

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
});

afterAll(() => site.stop());

test('sessions that have waited together are all priced, and what is free in a month is used up in order', async () => {
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  const { id: cardId } = (await site.api.post('/cards', { uid: 'POOL', holder: 'Pool' })).json;
  const extras = { freeWhPerMonth: 15_000, discountBasisPoints: 0, monthlyFee: null };
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'card', cardId }, extras });
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  pass();
  const ids = await chargedUnpriced(['CARD', 'POOL', 'OTHER', 'CARD', 'POOL', 'POOL', 'OTHER']);
  // The news of the stops goes round, and prices nothing.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await site.api.patch('/site', { modulesOff: [] });
  await site.restart();
  await expect.poll(() => states(ids), { timeout: 15_000 }).toEqual(ids.map(() => 'priced'));
  const totals = await Promise.all(ids.map(async (id) => (await price(id)).total?.inclVatMinor));
  expect(totals).toEqual([500, 0, 500, 500, 250, 500, 500]);
  expect(site.errors).toEqual([]);
});

/** Sessions that begin on a connector each, one after the other, and end while nobody prices anything. */
async function chargedUnpriced(idTags: readonly string[]): Promise<readonly number[]> {
  const transactions: number[] = [];
  for (const [index, idTag] of idTags.entries()) {
    const start = { connectorId: index + 1, idTag, meterStart: 0, timestamp: new Date(at).toISOString() };
    transactions.push((await station.ok('StartTransaction', start)).transactionId);
    pass();
  }
  await site.api.patch('/site', { modulesOff: ['tariffs'] });
  for (const transactionId of transactions) {
    const stop = { transactionId, meterStop: WH, timestamp: new Date(at).toISOString() };
    await station.ok('StopTransaction', stop);
  }
  const { items } = (await site.api.get('/sessions')).json;
  return transactions.map(
    (id) => items.find((one: { transactionId: unknown }) => one.transactionId === id).id,
  );
}

function pass(): void {
  at += HOUR;
  site.clock.advance(HOUR);
}

async function price(id: number): Promise<SessionPrice> {
  return (await site.api.get(`/sessions/${id}/price`)).json;
}

function states(ids: readonly number[]): Promise<readonly string[]> {
  return Promise.all(ids.map(async (id) => (await price(id)).state ?? 'none'));
}
