import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tariff } from '#api/tariff-model.ts';
import { ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { watchedWriter } from '#store/testing/watched-connections.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { readingsAt, signedData, signingMeter, withRegisters } from '../testing/signing-meter.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { ANY_TIME, flatTariff } from '../testing/tariff-examples.ts';
import type { TestStation } from '../testing/test-station.ts';

const START = Date.parse('2026-11-24T08:00:00Z');
const HOUR_MS = 3_600_000;
const SESSION_WH = 29_500;
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
/** A session whose price could not be written once. */
let failing: number;
/** Of the meter in Wh. */
let register = 2_935_600;
const writer = watchedWriter();
const meter = signingMeter();

beforeAll(async () => {
  site = await startSite({ startsAt: START, connect: writer.connect });
  station = await site.station('LAW 1');
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  const since = new Date(START - HOUR_MS).toISOString();
  await site.api.post('/stations/LAW%201/connectors/1/meter-key', { key: meter.publicKey, since });
  tariffId = (await site.api.post('/tariffs', { name: 'Tag und Nacht', draft: DAY_NIGHT })).json.id;
  await site.api.post(`/tariffs/${tariffId}/versions`, {});
  await site.api.post('/cards', { uid: 'CARD' });
  const extras = { freeWhPerMonth: 40_000, discountBasisPoints: 0, monthlyFee: null };
  await site.api.post('/tariff-rules', { tariffId, target: { kind: 'default' }, extras });
  pass();
});
afterAll(async () => {
  expect(site.errors).toMatchObject([[{ sessionId: failing }, 'held session not priced']]);
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

test('a session that waits on, priced again together with others, is not written anew', async () => {
  const id = await charged();
  await stateOf(id, 'held');
  const waiting = [{ reason: 'time-not-allowed', sessions: 1 }];
  expect((await site.api.get('/held-prices')).json.items).toMatchObject(waiting);
  const [before] = await site.store.reads.listLog({ limit: 1 });
  expect(await rateTogether()).toEqual({ priced: 0, stillHeld: 1 });
  expect(await price(id)).toMatchObject({ state: 'held', ratings: [{ because: 'ended' }] });
  expect(await site.store.reads.listLog({ limit: 1 })).toEqual([before]);
});

test('together they are priced by what they began with and the flags of now, the oldest first, each once', async () => {
  // 40 kWh are free in a month: all of the older one, what is left of the younger.
  const { id: older } = (await site.api.get('/sessions?stationId=LAW%201&limit=1')).json.items[0];
  const younger = await charged();
  await stateOf(younger, 'held');
  await site.api.patch(`/tariffs/${tariffId}`, { name: 'Umbenannt' });
  await setFlags({ eichrecht: true, timeTariffsAllowed: true });
  // Whoever asks at the same time finds nothing left to be written.
  expect(await Promise.all([rateTogether(), rateTogether()])).toContainEqual({ priced: 2, stillHeld: 0 });
  expect((await site.api.get('/held-prices')).json.items).toEqual([]);
  const began = { state: 'priced', tariff: { name: 'Tag und Nacht' } };
  const ratings = [{ because: 'asked', by: 'Mara Weber' }, { because: 'ended' }];
  expect(await price(older)).toMatchObject({ ...began, ratings });
  expect(await price(younger)).toMatchObject({ ...began, ratings });
  expect(await freeWh(older)).toBe(29_500);
  expect(await freeWh(younger)).toBe(10_500);
  const log = await site.store.reads.listLog({ limit: 2 });
  const line = { kind: 'session-priced-anew', actor: 'Mara Weber' };
  expect(log.map(({ entry }) => entry)).toMatchObject([
    { ...line, sessionId: younger },
    { ...line, sessionId: older },
  ]);
});

test('what no flag and no key can mend is not priced again together', async () => {
  for (const reason of ['session-in-doubt', 'clock-in-doubt', 'no-version'])
    expect((await site.api.post('/held-prices', { reason, note: 'again' })).status).toBe(400);
});

test('prices that wait are those of sessions about which somebody may decide', async () => {
  const elsewhere = (await site.api.post('/tenants', { parentId: 1, name: 'Hof', kind: 'site' })).json.id;
  const { client } = await signedInPerson(site, {
    name: 'Jonas Kern',
    grants: [{ tenantId: elsewhere, role: 'manager' }],
  });
  await setFlags({ eichrecht: true, timeTariffsAllowed: false });
  const id = await charged();
  await stateOf(id, 'held');
  expect((await client.get('/held-prices')).json.items).toEqual([]);
  await setFlags({ eichrecht: true, timeTariffsAllowed: true });
  const order = { reason: 'time-not-allowed', note: 'again' };
  expect((await client.post('/held-prices', order)).json).toEqual({ priced: 0, stillHeld: 0 });
  expect(await price(id)).toMatchObject({ state: 'held' });
});

test('one that fails waits on and keeps no other from its price', async () => {
  ({ id: failing } = (await site.api.get('/sessions?stationId=LAW%201&limit=1')).json.items[0]);
  await setFlags({ eichrecht: true, timeTariffsAllowed: false });
  const other = await charged();
  await stateOf(other, 'held');
  await setFlags({ eichrecht: true, timeTariffsAllowed: true });
  const when = `before insert on session_price when new.session_id = ${failing}`;
  const fail = "begin select raise(abort, 'no price for this one'); end";
  await writer.connection().exec(`create temp trigger refuse ${when} ${fail}`);
  expect(await rateTogether()).toEqual({ priced: 1, stillHeld: 1 });
  await writer.connection().exec('drop trigger refuse');
  expect(await price(failing)).toMatchObject({ state: 'held' });
  expect(await price(other)).toMatchObject({ state: 'priced' });
  expect(await rateTogether()).toEqual({ priced: 1, stillHeld: 0 });
});

function pass(): void {
  site.clock.advance(HOUR_MS);
}

function now(): string {
  return new Date(site.clock.now()).toISOString();
}

async function rateTogether() {
  const order = { reason: 'time-not-allowed', note: 'certificate read again' };
  return (await site.api.post('/held-prices', order)).json;
}

async function price(id: number) {
  return (await site.api.get(`/sessions/${id}/price`)).json;
}

async function freeWh(id: number): Promise<number> {
  const { steps } = await price(id);
  const free = steps.find(({ kind }: { readonly kind: string }) => kind === 'free-energy');
  return Math.floor(free.quantity / 1_000);
}

async function cell() {
  return (await site.api.get('/tariff-matrix')).json.rows[0].cells[0];
}

async function setFlags(metering: object): Promise<void> {
  await site.api.patch('/stations/LAW%201', { metering });
}

async function charged(): Promise<number> {
  const startsAt = site.clock.now();
  const start = { connectorId: 1, idTag: 'CARD', meterStart: register, timestamp: now() };
  const { transactionId } = await station.ok('StartTransaction', start);
  pass();
  pass();
  const timestamp = now();
  const signedAt = readingsAt(startsAt, site.clock.now());
  const readings = withRegisters(signedAt, [register, register + SESSION_WH]);
  register += SESSION_WH;
  const transactionData = signedData([meter.record(ocmfPayload({ readings }))], timestamp);
  await station.ok('StopTransaction', { transactionId, meterStop: register, timestamp, transactionData });
  return (await site.api.get('/sessions?stationId=LAW%201&limit=1')).json.items[0].id;
}

/** Waits until it was priced: what it will be is known before. */
async function stateOf(id: number, state: string): Promise<void> {
  await expect.poll(async () => (await price(id)).ratings[0]?.state).toBe(state);
}
