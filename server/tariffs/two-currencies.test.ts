import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let tariffId: number;

beforeAll(async () => {
  site = await startSite({ startsAt: Date.parse('2026-11-24T08:00:00Z') });
  station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const draft = flatTariff(500_000);
  tariffId = (await site.api.post('/tariffs', { name: 'Hof', draft })).json.id;
  await published();
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
});

afterAll(() => site.stop());

test('a tariff that changes its currency within a month has a line of revenue in each, and lists tell them apart', async () => {
  await charged();
  await charged();
  await site.api.patch(`/tariffs/${tariffId}`, { draft: flatTariff(600_000, { currency: 'CHF' }) });
  await published();
  await charged();
  const { items } = (await site.api.get('/sessions')).json;
  const costs = items.map(({ cost }: { cost: { currency: string; total: { inclVatMinor: number } } }) => [
    cost.currency,
    cost.total.inclVatMinor,
  ]);
  expect(costs).toEqual([
    ['CHF', 600],
    ['EUR', 500],
    ['EUR', 500],
  ]);
  const month = 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z';
  for (const [by, id] of [
    ['tariff', tariffId],
    ['station', 'HOF 1'],
  ] as const)
    expect((await site.api.get(`/revenue?by=${by}&${month}`)).json.items).toMatchObject([
      { id, currency: 'EUR', sessions: 2, total: { inclVatMinor: 1_000 } },
      { id, currency: 'CHF', sessions: 1, total: { inclVatMinor: 600 } },
    ]);
});

async function published(): Promise<void> {
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  site.clock.advance(11_000);
}

/** 10 kWh. */
async function charged(): Promise<void> {
  const now = () => new Date(site.clock.now()).toISOString();
  const start = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  site.clock.advance(3_600_000);
  await station.ok('StopTransaction', { transactionId, meterStop: 10_000, timestamp: now() });
  await expect
    .poll(async () => (await site.api.get('/sessions')).json.items[0])
    .toMatchObject({ transactionId, cost: { state: 'priced' } });
}
