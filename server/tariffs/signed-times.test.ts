import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Tariff } from '#api/tariff-model.ts';
import { ocmfPayload, type WrittenReading } from '#core/testing/ocmf-payload.ts';
import { readingsAt, signedData, signingMeter, withRegisters } from '../testing/signing-meter.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { ANY_TIME, flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

/** 09:00 in Berlin. */
const START = Date.parse('2026-11-24T08:00:00Z');
const HOUR_MS = 3_600_000;
const SESSION_WH = 29_500;
const DAY_NIGHT = flatTariff(490_000, {
  elements: [
    {
      components: [{ dimension: 'energy', priceMicros: 290_000, vatBasisPoints: 1_900 }],
      when: { ...ANY_TIME, window: { from: 1_320, to: 360 } },
    },
    ...flatTariff(490_000).elements,
  ],
});
const CHARGING_TIME = flatTariff(490_000, {
  elements: [
    {
      components: [
        { dimension: 'energy', priceMicros: 490_000, vatBasisPoints: 1_900 },
        { dimension: 'time', priceMicros: 2_000_000, vatBasisPoints: 1_900 },
      ],
      when: ANY_TIME,
    },
  ],
});

let site: TestSite;
let station: TestStation;
let tariffId: number;
/** Of the meter in Wh. */
let register = 2_935_600;
const meter = signingMeter();

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  station = await site.station('LAW 1');
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  const since = new Date(START - HOUR_MS).toISOString();
  await site.api.post('/stations/LAW%201/connectors/1/meter-key', { key: meter.publicKey, since });
  await site.api.patch('/stations/LAW%201', { metering: { eichrecht: true, timeTariffsAllowed: true } });
  tariffId = (await site.api.post('/tariffs', { name: 'Tag und Nacht', draft: DAY_NIGHT })).json.id;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
});
beforeEach(() => {
  site.clock.advance(HOUR_MS);
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('hours are sold by a pair that the meter signed when the session was', async () => {
  const id = await charged((from, to) => readingsAt(from, to));
  expect(await rated(id)).toMatchObject({ state: 'priced', total: { inclVatMinor: 1_446 } });
});

test('a pair of another day, never sold before, sells no session of today', async () => {
  const lastSummer = Date.parse('2026-06-01T21:00:00Z');
  const id = await charged(() => readingsAt(lastSummer, lastSummer + HOUR_MS / 2));
  expect(await rated(id)).toMatchObject({ state: 'held', total: null, held: { reason: 'times-differ' } });
  expect((await site.api.get(`/sessions/${id}/signed-values`)).json).toMatchObject({
    verdict: 'verified',
    money: { kind: 'held', reason: 'times-differ' },
  });
});

test('a clock that is right in its durations alone sells no hours of the day', async () => {
  const id = await charged(sinceNobodyKnowsWhen);
  expect(await rated(id)).toMatchObject({ state: 'held', held: { reason: 'time-not-allowed' } });
  expect((await site.api.get(`/sessions/${id}/signed-values`)).json).toMatchObject({
    clock: 'relative',
    money: { kind: 'signed', soldTime: 'duration' },
  });
});

test('but it sells charging time', async () => {
  await publish(CHARGING_TIME);
  const id = await charged(sinceNobodyKnowsWhen);
  expect(await rated(id)).toMatchObject({ state: 'priced', total: { inclVatMinor: 1_446 + 400 } });
});

test('nobody is asked to pay for charging time while the station was silent, unless its meter was heard', async () => {
  const silent = await charged((from, to) => readingsAt(from, to), { told: 'nothing' });
  expect(await rated(silent)).toMatchObject({ state: 'held', held: { reason: 'charging-time-unknown' } });
  const read = await charged((from, to) => readingsAt(from, to), { told: 'values' });
  expect(await rated(read)).toMatchObject({ state: 'priced', total: { inclVatMinor: 1_446 + 400 } });
});

function sinceNobodyKnowsWhen(from: number, to: number): readonly WrittenReading[] {
  return readingsAt(0, to - from).map((one) => ({ ...one, TM: String(one.TM).replace(/S$/, 'R') }));
}

async function publish(draft: Tariff): Promise<void> {
  await site.api.patch(`/tariffs/${tariffId}`, { draft });
  expect((await site.api.post(`/tariffs/${tariffId}/versions`, {})).status).toBe(201);
  site.clock.advance(HOUR_MS);
}

/** Two hours in which the car charged, with what the meter signed of them, and what the station told meanwhile. */
async function charged(
  sign: (from: number, to: number) => readonly WrittenReading[],
  { told = 'state' }: { readonly told?: 'state' | 'values' | 'nothing' } = {},
): Promise<number> {
  const from = site.clock.now();
  if (told === 'state') await tellUse('Charging');
  const start = { connectorId: 1, idTag: 'CARD', meterStart: register, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  for (let count = 1; count <= 4; count += 1) {
    site.clock.advance(HOUR_MS / 2);
    if (told === 'values') await tellValue(transactionId, register + (SESSION_WH * count) / 4);
  }
  const readings = withRegisters(sign(from, site.clock.now()), [register, register + SESSION_WH]);
  register += SESSION_WH;
  const transactionData = signedData([meter.record(ocmfPayload({ readings }))], now());
  await station.ok('StopTransaction', {
    transactionId,
    meterStop: register,
    timestamp: now(),
    transactionData,
  });
  await tellUse('Available');
  return (await site.api.get('/sessions?limit=1')).json.items[0].id;
}

async function tellValue(transactionId: number, wh: number): Promise<void> {
  const meterValue = [{ timestamp: now(), sampledValue: [{ value: String(wh) }] }];
  await station.ok('MeterValues', { connectorId: 1, transactionId, meterValue });
}

async function tellUse(status: string): Promise<void> {
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status, timestamp: now() });
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}

/** What it costs, once it was priced. */
async function rated(id: number) {
  const price = async () => (await site.api.get(`/sessions/${id}/price`)).json;
  await expect.poll(async () => (await price()).ratings).toHaveLength(1);
  return price();
}
