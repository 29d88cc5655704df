import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

const MINUTE = 60_000;
/** Noon in Berlin. */
const NOON = Date.parse('2026-11-24T11:00:00Z');

const FOUR_HOURS = { of: 'session' as const, seconds: 14_400 };

interface Shown {
  readonly vendorId: string;
  readonly messageId?: string;
  readonly data?: string;
}

let site: TestSite;
const shown: Shown[] = [];
const silent: Shown[] = [];

beforeAll(async () => {
  site = await startSite({ startsAt: NOON });
  const blocking = {
    perHourMicros: 6_000_000,
    vatBasisPoints: 1_900,
    grace: { of: 'idle' as const, seconds: 600 },
    capMicros: null,
    quiet: null,
  };
  const { id } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(490_000, { blocking }) }))
    .json;
  await site.api.post(`/tariffs/${id}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId: id, target: { kind: 'default' } });
  site.clock.advance(11_000);
});

afterAll(() => site.stop());

test('a station that shows prices is told the price of who was let in, the cost so far, and the cost', async () => {
  const station = await showing('DISPLAY', 'true', shown);
  await station.ok('Authorize', { idTag: 'CARD' });
  await expect
    .poll(() => said('SetUserPrice'))
    .toEqual([{ idToken: 'CARD', priceText: '0,49 €/kWh, 6,00 € je Stunde, wenn das Auto voll ist' }]);
  const { transactionId } = await start(station);
  await status(station, 'Charging');
  site.clock.advance(30 * MINUTE);
  await meter(station, transactionId, 5_000);
  await expect
    .poll(() => said('RunningCost').at(-1))
    .toMatchObject({
      transactionId,
      cost: 2.45,
      state: 'Charging',
      meterValue: 5_000,
      chargingPrice: { kWhPrice: 0.49, hourPrice: 0, flatFee: 0 },
      idlePrice: { graceMinutes: 10, hourPrice: 6 },
    });
  await status(station, 'SuspendedEV');
  await expect.poll(() => said('RunningCost').at(-1)).toMatchObject({ state: 'Idle' });
  await station.ok('StopTransaction', { transactionId, meterStop: 5_000, timestamp: now() });
  await status(station, 'Available');
  await expect.poll(() => said('FinalCost')).toEqual([{ transactionId, cost: 2.45, priceText: '2,45 €' }]);
  expect(new Set(shown.map(({ vendorId }) => vendorId))).toEqual(new Set(['org.openchargealliance.costmsg']));
});

test('prices without tax and a discount are told as they will be paid, before the start and while it runs', async () => {
  shown.length = 0;
  const draft = flatTariff(400_000, {
    taxes: 'on-top',
    blocking: {
      perHourMicros: 6_000_000,
      vatBasisPoints: null,
      grace: FOUR_HOURS,
      capMicros: null,
      quiet: null,
    },
  });
  const { id } = (await site.api.post('/tariffs', { name: 'Netto', draft })).json;
  await site.api.post(`/tariffs/${id}/versions`, {});
  const { id: cardId } = (await site.api.post('/cards', { uid: 'STAFF', holder: 'Ida' })).json;
  const extras = { freeWhPerMonth: 0, discountBasisPoints: 5_000, monthlyFee: null };
  await site.api.post('/tariff-rules', { tariffId: id, target: { kind: 'card', cardId }, extras });
  site.clock.advance(11_000);
  const station = await showing('NET', 'true', shown);
  await station.ok('Authorize', { idTag: 'STAFF' });
  await expect
    .poll(() => said('SetUserPrice'))
    .toEqual([{ idToken: 'STAFF', priceText: '0,24 €/kWh, 3,00 € je Stunde, wenn das Auto voll ist' }]);
  const { transactionId } = await start(station, 'STAFF');
  await status(station, 'Charging');
  site.clock.advance(60 * MINUTE);
  await meter(station, transactionId, 10_000);
  await expect
    .poll(() => said('RunningCost').at(-1))
    .toMatchObject({
      cost: 2.38,
      chargingPrice: { kWhPrice: 0.238, hourPrice: 0, flatFee: 0 },
      idlePrice: { graceMinutes: 180, hourPrice: 3 },
    });
  site.clock.advance(30 * MINUTE);
  await status(station, 'SuspendedEV');
  await expect
    .poll(() => said('RunningCost').at(-1))
    .toMatchObject({ state: 'Idle', idlePrice: { graceMinutes: 150 } });
});

test('a station that does not report the key is told nothing', async () => {
  const station = await showing('PLAIN', 'false', silent);
  await station.ok('Authorize', { idTag: 'OTHER' });
  const { transactionId } = await start(station, 'OTHER');
  await station.ok('StopTransaction', { transactionId, meterStop: 0, timestamp: now() });
  await expect.poll(async () => (await site.api.get('/sessions')).json.items[0].cost.state).toBe('priced');
  expect(silent).toEqual([]);
});

async function showing(id: string, value: string, heard: Shown[]): Promise<TestStation> {
  const station = await site.station(id);
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  station.answers('GetConfiguration', () => ({
    configurationKey: [{ key: 'CustomDisplayCostAndPrice', readonly: true, value }],
  }));
  station.answers('DataTransfer', ({ vendorId, messageId, data }) => {
    heard.push({ vendorId: String(vendorId), messageId: String(messageId), data: String(data) });
    return { status: 'Accepted' };
  });
  await site.api.post(`/stations/${id}/configuration/read`, {});
  return station;
}

function said(messageId: string): readonly unknown[] {
  return shown.filter((one) => one.messageId === messageId).map(({ data }) => JSON.parse(data ?? ''));
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}

function start(station: TestStation, idTag = 'CARD') {
  return station.ok('StartTransaction', { connectorId: 1, idTag, meterStart: 0, timestamp: now() });
}

function meter(station: TestStation, transactionId: number, wh: number) {
  const meterValue = [{ timestamp: now(), sampledValue: [{ value: String(wh) }] }];
  return station.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
}

function status(station: TestStation, word: string) {
  return station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: word });
}
