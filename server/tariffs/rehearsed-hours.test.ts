import { afterAll, beforeAll, expect, test } from 'vitest';
import { ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { readingsAt, signedData, signingMeter, withRegisters } from '../testing/signing-meter.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { ANY_TIME, flatTariff } from '../testing/tariff-examples.ts';

/** 09:00 in Berlin, 03:00 in New York. */
const START = Date.parse('2026-11-24T08:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Half the price from 22:00 until 6:00. */
const DAY_NIGHT = flatTariff(500_000, {
  elements: [
    {
      components: [{ dimension: 'energy', priceMicros: 250_000, vatBasisPoints: 1_900 }],
      when: { ...ANY_TIME, window: { from: 1_320, to: 360 } },
    },
    ...flatTariff(500_000).elements,
  ],
});

let site: TestSite;
const meter = signingMeter();

beforeAll(async () => {
  site = await startSite({ startsAt: START });
  const { id: tariffId } = (await site.api.post('/tariffs', { name: 'Flat', draft: flatTariff(500_000) }))
    .json;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' } });
});

afterAll(() => site.stop());

test('a session keeps the hours of the zone in which it was sold, wherever the site is said to be now', async () => {
  await charged('HOF 1');
  await expect.poll(async () => (await rehearsed()).sessions).toBe(1);
  expect((await site.api.patch('/site', { timeZone: 'America/New_York' })).status).toBe(200);
  expect(await rehearsed()).toMatchObject({ beforeMinor: 500, afterMinor: 500 });
  await site.api.patch('/site', { timeZone: 'Europe/Berlin' });
});

test('hours are not rehearsed on a session whose station may not sell them', async () => {
  const since = new Date(START - HOUR).toISOString();
  await site.station('LAW 1');
  await site.api.patch('/stations/LAW%201', { metering: { eichrecht: true, timeTariffsAllowed: false } });
  await site.api.post('/stations/LAW%201/connectors/1/meter-key', { key: meter.publicKey, since });
  await charged('LAW 1', { isSigned: true });
  await expect.poll(async () => (await rehearsed(flatTariff(600_000))).sessions).toBe(2);
  expect(await rehearsed()).toMatchObject({ sessions: 1, leftOut: 1 });
  // Whoever has put that right asks what hours will bring from now on.
  await site.api.patch('/stations/LAW%201', { metering: { eichrecht: true, timeTariffsAllowed: true } });
  expect(await rehearsed()).toMatchObject({ sessions: 2, leftOut: 0 });
});

/** 10 kWh in an hour, signed if wished. */
async function charged(name: string, { isSigned = false } = {}): Promise<void> {
  const station = await site.station(name);
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Charging' });
  site.clock.advance(MINUTE);
  const startsAt = site.clock.now();
  const start = { connectorId: 1, idTag: 'CARD', meterStart: 1_000, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  site.clock.advance(HOUR);
  const stop = { transactionId, meterStop: 11_000, timestamp: now() };
  const readings = withRegisters(readingsAt(startsAt, site.clock.now()), [1_000, 11_000]);
  const transactionData = signedData([meter.record(ocmfPayload({ readings }))], now());
  await station.ok('StopTransaction', isSigned ? { ...stop, transactionData } : stop);
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}

/** As nobody has asked for before: what a month holds is kept at hand for a while. */
async function rehearsed(tariff = DAY_NIGHT) {
  site.clock.advance(3 * MINUTE);
  return (await site.api.post('/tariff-rehearsals', { tariff, month: '2026-11' })).json;
}
