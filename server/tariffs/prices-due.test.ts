import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchedWriter } from '#store/testing/watched-connections.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

const START = Date.parse('2026-11-24T08:00:00Z');
const MINUTE_MS = 60_000;

let writer: ReturnType<typeof watchedWriter>;
let site: TestSite;
let station: TestStation;

beforeEach(async () => {
  writer = watchedWriter();
  site = await startSite({ startsAt: START, connect: writer.connect });
  station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  site.clock.advance(MINUTE_MS);
});
afterEach(() => site.stop());

test('what a person accepted of a refused card is priced after the next start where it could not be before', async () => {
  const { id: card } = (await site.api.post('/cards', { uid: 'LOST' })).json;
  await site.api.patch(`/cards/${card}`, { blocked: true });
  const id = await charged('LOST', { from: 0, to: 10_000 });
  await expect.poll(() => price(id)).toMatchObject({ state: 'no-tariff' });
  await whileNoPriceIsKept(() => decide(id, { kind: 'accept', note: 'the driver has called' }));
  expect(await price(id)).toMatchObject({ state: 'no-tariff', ratings: [] });
  await site.restart();
  await expect.poll(() => price(id)).toMatchObject({ state: 'priced', total: { inclVatMinor: 500 } });
  await expect.poll(due).toEqual([]);
});

test('a session that a person voided is not paid after the next start, either', async () => {
  const id = await charged('CARD', { from: 10_000, to: 0 });
  await expect.poll(() => price(id)).toMatchObject({ state: 'held' });
  await decide(id, { kind: 'correct', energyWh: 10_000, note: 'seen on the meter' });
  await expect.poll(() => price(id)).toMatchObject({ state: 'priced' });
  await expect.poll(due).toEqual([]);
  await whileNoPriceIsKept(() => decide(id, { kind: 'void', note: 'it was a test' }));
  expect(await due()).toEqual([{ session_id: id }]);
  await site.restart();
  await expect
    .poll(() => price(id))
    .toMatchObject({ state: 'waived', ratings: [{ because: 'decided' }, {}, {}] });
  await expect.poll(due).toEqual([]);
});

test('what a person decides while tariffs are switched off is priced once they are on again', async () => {
  const id = await charged('CARD', { from: 10_000, to: 0 });
  await expect.poll(() => price(id)).toMatchObject({ state: 'held' });
  await site.api.patch('/site', { modulesOff: ['tariffs'] });
  await decide(id, { kind: 'correct', energyWh: 10_000, note: 'seen on the meter' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await site.api.patch('/site', { modulesOff: [] });
  await site.restart();
  await expect.poll(() => price(id)).toMatchObject({ state: 'priced', total: { inclVatMinor: 500 } });
});

test('an amount that a person has set gives way to what a person decides later of the session, not to the station', async () => {
  const id = await charged('CARD', { from: 10_000, to: 0 });
  await expect.poll(() => price(id)).toMatchObject({ state: 'held' });
  await site.api.post(`/sessions/${id}/price`, { how: { kind: 'fix', inclVatMinor: 1_200 }, note: 'agreed' });
  expect(await price(id)).toMatchObject({ state: 'fixed', total: { inclVatMinor: 1_200 } });
  site.clock.advance(MINUTE_MS);
  await decide(id, { kind: 'void', note: 'it was a test' });
  await expect.poll(() => price(id)).toMatchObject({ state: 'waived' });
});

async function charged(idTag: string, { from, to }: { readonly from: number; readonly to: number }) {
  const start = { connectorId: 1, idTag, meterStart: from, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  site.clock.advance(60 * MINUTE_MS);
  await station.ok('StopTransaction', { transactionId, meterStop: to, timestamp: now() });
  return (await site.api.get('/sessions?limit=1')).json.items[0].id;
}

async function whileNoPriceIsKept(act: () => Promise<unknown>): Promise<void> {
  const before = site.errors.length;
  await writer
    .connection()
    .exec(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON session_price BEGIN SELECT RAISE(ABORT, 'no'); END`);
  await act();
  await expect.poll(() => site.errors.length).toBeGreaterThan(before);
}

function decide(id: number, body: object) {
  return site.api.post(`/sessions/${id}/decision`, body);
}

async function price(id: number) {
  return (await site.api.get(`/sessions/${id}/price`)).json;
}

function due() {
  return writer.connection().all('SELECT session_id FROM price_due', []);
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}
