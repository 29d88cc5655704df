import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tariff } from '#api/tariff-model.ts';
import { ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { signingMeter } from '../testing/signing-meter.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { ANY_TIME, flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

/** Later than when the meter signed. */
const START = Date.parse('2026-11-24T08:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_NIGHT: Tariff = flatTariff(490_000, {
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

let site: TestSite;
let station: TestStation;
let tariffId: number;
const meter = signingMeter();

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  station = await site.station('LAW 1');
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  const since = new Date(START - HOUR_MS).toISOString();
  await site.api.post('/stations/LAW%201/connectors/1/meter-key', { key: meter.publicKey, since });
  tariffId = (await site.api.post('/tariffs', { name: 'Tag und Nacht', draft: DAY_NIGHT })).json.id;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
  pass();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('before a flag is set it is known which tariffs in force it would make unsellable', async () => {
  expect((await site.api.get('/stations/LAW%201/clock-tariffs')).json).toEqual({
    items: [{ id: tariffId, name: 'Tag und Nacht' }],
  });
  expect(await cell()).toMatchObject({ clockForbidden: false });
  await setFlags({ eichrecht: true, timeTariffsAllowed: false });
  expect(await cell()).toMatchObject({ tariffName: 'Tag und Nacht', clockForbidden: true });
});

test('sessions that wait for the same reason are priced again together once it is out of the world', async () => {
  const id = await charged();
  await stateOf(id, 'held');
  const waiting = [{ reason: 'time-not-allowed', sessions: 1 }];
  expect((await site.api.get('/held-prices')).json.items).toMatchObject(waiting);
  const order = { reason: 'time-not-allowed', note: 'certificate read again' };
  expect((await site.api.post('/held-prices', order)).json).toEqual({ sessions: 1, held: 1 });
  await setFlags({ eichrecht: true, timeTariffsAllowed: true });
  expect((await site.api.post('/held-prices', order)).json).toEqual({ sessions: 1, held: 0 });
  expect((await site.api.get('/held-prices')).json.items).toEqual([]);
  await stateOf(id, 'priced');
  const [latest] = await site.store.reads.listLog({ limit: 1 });
  expect(latest?.entry).toMatchObject({ kind: 'session-priced-anew', actor: 'Mara Weber', sessionId: id });
});

function pass(): void {
  site.clock.advance(HOUR_MS);
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}

async function cell() {
  return (await site.api.get('/tariff-matrix')).json.rows[0].cells[0];
}

async function setFlags(metering: object): Promise<void> {
  await site.api.patch('/stations/LAW%201', { metering });
}

async function charged(): Promise<number> {
  const start = { connectorId: 1, idTag: 'CARD', meterStart: 2_935_600, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  pass();
  pass();
  const timestamp = now();
  const value = meter.record(ocmfPayload());
  const sampledValue = [{ value, format: 'SignedData', context: 'Transaction.End' }];
  const transactionData = [{ timestamp, sampledValue }];
  await station.ok('StopTransaction', { transactionId, meterStop: 2_965_100, timestamp, transactionData });
  return (await site.api.get('/sessions?stationId=LAW%201&limit=1')).json.items[0].id;
}

async function stateOf(id: number, state: string): Promise<void> {
  await expect.poll(async () => (await site.api.get(`/sessions/${id}/price`)).json.state).toBe(state);
}
