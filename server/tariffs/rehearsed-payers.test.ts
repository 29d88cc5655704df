import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

const HOUR = 3_600_000;
const NAME = 'Thomas Müller';

let site: TestSite;
let station: TestStation;
/** The station's meter, in Wh. */
let register = 0;

beforeAll(async () => {
  site = await startSite({ startsAt: Date.parse('2026-11-24T08:00:00Z') });
  station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Flat', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  site.clock.advance(11_000);
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  for (const uid of ['A', 'B']) {
    const driverId = (await site.api.post('/drivers', { name: NAME })).json.id;
    const groupId = (await site.api.post('/groups', { of: 'users', name: `Staff ${uid}` })).json.id;
    const card = (await site.api.post('/cards', { uid, holder: NAME, groupIds: [groupId] })).json;
    await site.api.post('/assignments', { cardId: card.id, driverId });
    await site.api.post('/tariff-rules', { tariffId, target: { kind: 'user-group', groupId } });
  }
});

afterAll(() => site.stop());

test('two people of one name are two lines of a rehearsal', async () => {
  await charged('A', 10_000);
  await charged('B', 20_000);
  await charged('A', 10_000);
  const body = { tariff: flatTariff(400_000), tariffId: null, month: '2026-11' };
  const { payers, groups, payLess } = (await site.api.post('/tariff-rehearsals', body)).json;
  expect(payers).toEqual([
    { payer: NAME, sessions: 2, beforeMinor: 1_000, afterMinor: 800 },
    { payer: NAME, sessions: 1, beforeMinor: 1_000, afterMinor: 800 },
  ]);
  expect(groups).toEqual([
    { group: 'Staff A', sessions: 2, beforeMinor: 1_000, afterMinor: 800 },
    { group: 'Staff B', sessions: 1, beforeMinor: 1_000, afterMinor: 800 },
  ]);
  expect(payLess).toBe(2);
});

async function charged(idTag: string, wh: number): Promise<void> {
  const now = () => new Date(site.clock.now()).toISOString();
  const start = { connectorId: 1, idTag, meterStart: register, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  site.clock.advance(HOUR);
  register += wh;
  await station.ok('StopTransaction', { transactionId, meterStop: register, timestamp: now() });
  await expect
    .poll(async () => (await site.api.get('/sessions')).json.items[0])
    .toMatchObject({ transactionId, cost: { state: 'priced' } });
}
