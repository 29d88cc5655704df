import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signingMeter } from '../testing/signing-meter.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { ANY_TIME, flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

const START = Date.parse('2026-11-24T08:00:00Z');
const MINUTE_MS = 60_000;
const NEWS_MS = 600;
const DAY_NIGHT = flatTariff(490_000, {
  elements: [
    {
      components: [{ dimension: 'energy', priceMicros: 290_000, vatBasisPoints: 1_900 }],
      when: { ...ANY_TIME, window: { from: 1_320, to: 360 } },
    },
    {
      components: [{ dimension: 'energy', priceMicros: 490_000, vatBasisPoints: 1_900 }],
      when: ANY_TIME,
    },
  ],
});
const HELD = { state: 'held', currency: null, total: null };

let site: TestSite;
let station: TestStation;
let tariffId: number;
/** Of what its display was told. */
const shown: { readonly messageId: unknown; readonly data: string }[] = [];

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  station = await site.station('LAW 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  station.answers('GetConfiguration', () => ({
    configurationKey: [{ key: 'CustomDisplayCostAndPrice', readonly: true, value: 'true' }],
  }));
  station.answers('DataTransfer', ({ messageId, data }) => {
    shown.push({ messageId, data: String(data) });
    return { status: 'Accepted' };
  });
  await site.api.post('/stations/LAW%201/configuration/read', {});
  tariffId = (await site.api.post('/tariffs', { name: 'Tag und Nacht', draft: DAY_NIGHT })).json.id;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  site.clock.advance(MINUTE_MS);
});
afterAll(() => site.stop());

test('a price that will be held has no amount while the session runs, but the reason', async () => {
  await setFlags({ eichrecht: true, timeTariffsAllowed: false });
  const { transactionId, id } = await begun();
  await meter(transactionId, 5_000);
  expect(await costInList(id)).toEqual(HELD);
  expect(await price(id)).toMatchObject({
    state: 'held',
    total: null,
    steps: [],
    held: { reason: 'time-not-allowed' },
    tariff: { name: 'Tag und Nacht' },
    ratings: [],
  });
  await site.api
    .post(`/sessions/${id}/price`, { how: { kind: 'waive' }, note: 'too early' })
    .then(({ json }) => expect(json).toMatchObject({ code: 'session-running' }));
  await stopped(transactionId, 5_000);
  await expect.poll(async () => (await price(id)).ratings).toHaveLength(1);
  expect(await costInList(id)).toMatchObject({ state: 'held', total: null });
});

test('its display is told no cost so far; that of one whose price counts is', async () => {
  // Who comes while nothing can be sold is told no price, either: news of cards goes round a few times a second.
  await station.ok('Authorize', { idTag: 'EARLY' });
  await setTimeout(NEWS_MS);
  await setFlags({ eichrecht: false, timeTariffsAllowed: false });
  site.clock.advance(MINUTE_MS);
  await station.ok('Authorize', { idTag: 'CARD' });
  await expect.poll(() => told('SetUserPrice')).not.toEqual([]);
  expect(told('SetUserPrice')).toMatchObject([{ idToken: 'CARD' }]);
  const { transactionId, id } = await begun();
  await meter(transactionId, 5_000);
  await expect.poll(() => told('RunningCost').at(-1)).toMatchObject({ transactionId, cost: 2.45 });
  // The one before would have been told first.
  expect(told('RunningCost')[0]).toMatchObject({ transactionId });
  expect(await costInList(id)).toMatchObject({ state: 'running', total: { inclVatMinor: 245 } });
  // The flags of its start count, as they will at its end.
  await setFlags({ eichrecht: true, timeTariffsAllowed: false });
  expect(await costInList(id)).toMatchObject({ state: 'running' });
  await stopped(transactionId, 5_000);
});

test('hours of a time that cannot be are told nobody, either', async () => {
  await setFlags({ eichrecht: false, timeTariffsAllowed: false });
  const start = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: '1970-01-01T00:00:00Z' };
  const { transactionId } = await station.ok('StartTransaction', start);
  site.clock.advance(30 * MINUTE_MS);
  await meter(transactionId, 5_000);
  const { id } = (await site.api.get('/sessions?limit=1')).json.items[0];
  expect(await costInList(id)).toEqual(HELD);
  expect(await price(id)).toMatchObject({ held: { reason: 'clock-in-doubt' } });
  await stopped(transactionId, 5_000);
});

test('a tariff that asks for no clock runs up its cost at such a station, once the key of its meter is pinned', async () => {
  await setFlags({ eichrecht: true, timeTariffsAllowed: false });
  await site.api.patch(`/tariffs/${tariffId}`, { draft: flatTariff(490_000) });
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  site.clock.advance(MINUTE_MS);
  const { transactionId, id } = await begun();
  await meter(transactionId, 5_000);
  expect(await costInList(id)).toEqual(HELD);
  expect(await price(id)).toMatchObject({ state: 'held', total: null, held: { reason: 'key-not-pinned' } });
  await site.api.post('/stations/LAW%201/connectors/1/meter-key', {
    key: signingMeter().publicKey,
    since: new Date(START).toISOString(),
    note: 'since it was put up',
  });
  expect(await costInList(id)).toMatchObject({ state: 'running', total: { inclVatMinor: 245 } });
  await stopped(transactionId, 5_000);
});

function told(messageId: string): readonly unknown[] {
  return shown.filter((one) => one.messageId === messageId).map(({ data }) => JSON.parse(data));
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}

async function setFlags(metering: object): Promise<void> {
  await site.api.patch('/stations/LAW%201', { metering });
}

async function begun(): Promise<{ readonly transactionId: number; readonly id: number }> {
  const start = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  site.clock.advance(30 * MINUTE_MS);
  return { transactionId, id: (await site.api.get('/sessions?limit=1')).json.items[0].id };
}

async function meter(transactionId: number, wh: number): Promise<void> {
  const meterValue = [{ timestamp: now(), sampledValue: [{ value: String(wh) }] }];
  await station.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
}

async function stopped(transactionId: number, meterStop: number): Promise<void> {
  site.clock.advance(MINUTE_MS);
  await station.ok('StopTransaction', { transactionId, meterStop, timestamp: now() });
}

async function costInList(id: number) {
  const { items } = (await site.api.get('/sessions?limit=5')).json;
  return items.find((one: { readonly id: number }) => one.id === id).cost;
}

async function price(id: number) {
  return (await site.api.get(`/sessions/${id}/price`)).json;
}
