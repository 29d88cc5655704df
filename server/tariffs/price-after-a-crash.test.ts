import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionPrice } from '#api/session-prices.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

/** Noon in Berlin. */
const NOON = Date.parse('2026-11-24T11:00:00Z');
const MINUTE = 60_000;

let site: TestSite;
let station: TestStation;
/** The station's clock, and its meter in Wh. */
let at = NOON;
let register = 0;

beforeAll(async () => {
  site = await startSite({ startsAt: NOON, clockStands: true });
  const blocking = {
    perHourMicros: 6_000_000,
    vatBasisPoints: 1_900,
    grace: { of: 'idle' as const, seconds: 600 },
    capMicros: null,
    quiet: null,
  };
  const draft = flatTariff(500_000, { blocking });
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Hof', draft })).json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  pass(1);
  station = await site.station('HOF 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
});

afterAll(() => site.stop());

test('after a crash a full car pays for as long as its station was heard, and again once it is back', async () => {
  const { transactionId, id } = await charged(10_000);
  await status('SuspendedEV');
  // Full for 25 minutes while the station told the time, and nothing else.
  pass(15);
  await station.ok('Heartbeat', {});
  pass(10);
  await station.ok('Heartbeat', {});
  await site.crash();
  pass(45);
  station = await site.station('HOF 1');
  await status('SuspendedEV');
  pass(15);
  await stop(transactionId);
  await status('Available');
  const done = await priced(id);
  // Forty minutes that somebody saw, ten of them free: 5.00 for the energy, half an hour at 6.00.
  expect(done.total?.inclVatMinor).toBe(500 + 300);
  expect(done.steps).toMatchObject([
    { kind: 'component', roundedMinor: 500 },
    { kind: 'blocking', idleMs: 40 * MINUTE, roundedMinor: 300 },
    { kind: 'tax' },
  ]);
});

test('a car that still stood after the stop when the program crashed pays until the station was last heard', async () => {
  const { transactionId, id } = await charged(10_000);
  await stop(transactionId);
  await status('Finishing');
  pass(30);
  await station.ok('Heartbeat', {});
  await site.crash();
  pass(40);
  station = await site.station('HOF 1');
  await status('Available');
  const done = await priced(id);
  expect(done.total?.inclVatMinor).toBe(500 + 200);
  expect(done.steps).toMatchObject([{}, { kind: 'blocking', idleMs: 30 * MINUTE, roundedMinor: 200 }, {}]);
});

test('a stop that was kept but not priced before a crash is priced after it', async () => {
  const { transactionId, id } = await charged(10_000);
  await stop(transactionId);
  await site.crash();
  pass(3);
  station = await site.station('HOF 1');
  await status('Available');
  expect((await priced(id)).total?.inclVatMinor).toBe(500);
  expect(site.errors).toEqual([]);
});

test('a car whose station says that it was unplugged stands no longer', async () => {
  const { transactionId, id } = await charged(10_000);
  await stop(transactionId);
  await status('Finishing');
  pass(20);
  const data = JSON.stringify({ transactionId, timestamp: now() });
  const told = { vendorId: 'org.openchargealliance.costmsg', messageId: 'ConnectorUnplugged', data };
  expect(await station.ok('DataTransfer', told)).toEqual({ status: 'Accepted' });
  const done = await priced(id);
  expect(done.total?.inclVatMinor).toBe(500 + 100);
  const unknown = { ...told, data: JSON.stringify({ transactionId: transactionId + 99 }) };
  expect(await station.ok('DataTransfer', unknown)).toEqual({ status: 'Rejected' });
});

/** Half an hour of charging, and no reading since. */
async function charged(wh: number) {
  pass(5);
  const start = { connectorId: 1, idTag: 'CARD', meterStart: register, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  await status('Charging');
  pass(30);
  register += wh;
  const meterValue = [{ timestamp: now(), sampledValue: [{ value: String(register) }] }];
  await station.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
  const { items } = (await site.api.get('/sessions')).json;
  const { id } = items.find((one: { transactionId: unknown }) => one.transactionId === transactionId);
  return { transactionId, id };
}

function stop(transactionId: number) {
  return station.ok('StopTransaction', { transactionId, meterStop: register, timestamp: now() });
}

function status(word: string) {
  return station.ok('StatusNotification', {
    connectorId: 1,
    errorCode: 'NoError',
    status: word,
    timestamp: now(),
  });
}

function pass(minutes: number): void {
  at += minutes * MINUTE;
  site.clock.advance(minutes * MINUTE);
}

function now(): string {
  return new Date(at).toISOString();
}

/** Sessions are priced right after they have ended, not in the same moment. */
async function priced(id: number): Promise<SessionPrice> {
  await expect
    .poll(async () => (await site.api.get(`/sessions/${id}/price`)).json.state, { timeout: 8_000 })
    .toBe('priced');
  return (await site.api.get(`/sessions/${id}/price`)).json;
}
