import { afterAll, beforeAll, expect, test } from 'vitest';
import { ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { readingsAt, signedData, signingMeter, withRegisters } from '../testing/signing-meter.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

const START = Date.parse('2026-11-24T08:00:00Z');
const MINUTE_MS = 60_000;
const WH = 29_500;

const meter = signingMeter();
let site: TestSite;
let station: TestStation;
let register = 2_935_600;

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  station = await site.station('LAW 1');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  await site.api.patch('/stations/LAW%201', { metering: { eichrecht: true, timeTariffsAllowed: true } });
});
afterAll(() => site.stop());

test('sessions that waited for the key of their meter use up what is free in the order in which they began', async () => {
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Hof', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/cards', { uid: 'CARD' });
  const extras = { freeWhPerMonth: 40_000, discountBasisPoints: 0, monthlyFee: null };
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' }, extras });
  site.clock.advance(MINUTE_MS);
  const first = await charged();
  const second = await charged();
  const since = new Date(START - MINUTE_MS).toISOString();
  await site.api.post('/stations/LAW%201/connectors/1/meter-key', { key: meter.publicKey, since });
  await expect.poll(() => price(second)).toMatchObject({ state: 'priced' });
  expect(await price(first)).toMatchObject({ total: { inclVatMinor: 0 } });
  expect(await price(second)).toMatchObject({
    total: { inclVatMinor: 950 },
    ratings: [{ because: 'looked-again' }, { because: 'ended' }],
  });
});

async function charged(): Promise<number> {
  const from = site.clock.now();
  const start = { connectorId: 1, idTag: 'CARD', meterStart: register, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  site.clock.advance(120 * MINUTE_MS);
  const readings = withRegisters(readingsAt(from, site.clock.now()), [register, register + WH]);
  register += WH;
  const transactionData = signedData([meter.record(ocmfPayload({ readings }))], now());
  await station.ok('StopTransaction', {
    transactionId,
    meterStop: register,
    timestamp: now(),
    transactionData,
  });
  const { id } = (await site.api.get('/sessions?limit=1')).json.items[0];
  await expect.poll(() => price(id)).toMatchObject({ held: { reason: 'key-not-pinned' }, ratings: [{}] });
  site.clock.advance(MINUTE_MS);
  return id;
}

async function price(id: number) {
  return (await site.api.get(`/sessions/${id}/price`)).json;
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}
