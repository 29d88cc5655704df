import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';

const START = Date.parse('2026-11-24T16:00:00Z');
const MINUTE_MS = 60_000;

let site: TestSite;

beforeAll(async () => {
  site = await startSite({ startsAt: START });
});
afterAll(() => site.stop());

test('a session is judged by what its station could give when it began, though its plate is put right later', async () => {
  const station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  await power(22_000);
  const before = await charged(20_000);
  await power(3_700);
  const after = await charged(20_000);
  expect(await again(before)).toMatchObject({ state: 'priced', total: { inclVatMinor: 1_000 } });
  expect(await again(after)).toMatchObject({ state: 'held' });

  async function charged(wh: number): Promise<number> {
    site.clock.advance(MINUTE_MS);
    const start = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: now() };
    const { transactionId } = await station.ok('StartTransaction', start);
    site.clock.advance(60 * MINUTE_MS);
    await station.ok('StopTransaction', { transactionId, meterStop: wh, timestamp: now() });
    const { id } = (await site.api.get('/sessions?limit=1')).json.items[0];
    await expect.poll(async () => (await price(id)).ratings).toHaveLength(1);
    return id;
  }
});

async function power(maxPowerW: number): Promise<void> {
  await site.api.patch('/stations/HOF%201', { maxPowerW });
}

async function again(id: number) {
  await site.api.post(`/sessions/${id}/price`, { how: { kind: 'again' }, note: 'looked at once more' });
  return price(id);
}

async function price(id: number) {
  return (await site.api.get(`/sessions/${id}/price`)).json;
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}
