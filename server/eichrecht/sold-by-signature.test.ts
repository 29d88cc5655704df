import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sessionId } from '#core/shared/ids.ts';
import { ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { SIGNED_FORMS } from '#ocpp/simulator/signed-meter.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { keep } from '#store/testing/temporary-store.ts';
import { readingsAt, type SigningMeter, signedData, signingMeter } from '../testing/signing-meter.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';
import { readTransparencyFile } from './read-transparency-file.ts';
import { signedRecordOf } from './signed-record-of.ts';
import { judgeRecords, signedRecordsIn } from './signed-values-kept.ts';
import { verifyRecord } from './verify-record.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let site: TestSite;
let station: TestStation;
let meter: SigningMeter;
let stations = 0;
/** When the next session begins; it ends now. */
let startsAt: number;

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

/** Each test has a station under the law on measuring, with the key of its meter pinned yesterday. */
beforeEach(async () => {
  stations += 1;
  startsAt = Date.now() - 2 * HOUR_MS;
  meter = signingMeter();
  station = await site.station(`LAW-${stations}`);
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  await setFlags({ eichrecht: true, timeTariffsAllowed: true });
  await pin({ key: meter.publicKey, since: daysAgo(1) });
});

describe('a session at a station under the law on measuring', () => {
  test.each([
    ['plain', (record: string) => record],
    ['hex', (record: string) => Buffer.from(record).toString('hex')],
    ['JSON of the white paper', (record: string) => oca(record)],
  ])('is sold by what its meter signed, and time by its clock: %s', async (_, wrap) => {
    const id = await charged([wrap(whole())]);
    expect(await signedValues(id)).toMatchObject({
      verdict: 'verified',
      money: { kind: 'signed', energyWh: 29_500, soldTime: 'hours' },
      exactWh: '29500.5',
      begin: { value: '2935.6000', unit: 'kWh', register: '1-b:1.8.0' },
      end: { value: '2965.1005' },
      clock: 'synchronised',
      records: [{ format: 'OCMF', state: 'verified', meterSerial: '1ABC4711' }],
    });
  });

  test('waits where nothing, or not by this meter, was signed, or in a form that is not verified here', async () => {
    expect(await moneyOf(await charged([]))).toMatchObject({ kind: 'held', reason: 'unsigned' });
    const forged = whole().replace('2965.1005', '2966.1005');
    expect(await moneyOf(await charged([forged]))).toMatchObject({ reason: 'wrong-signature' });
    const foreign = await signedValues(await charged(['AP;0;3;ALCV3ABBBISHMA2RYEGAZE3HV5YQBQRAEHAEHAA=;']));
    expect(foreign).toMatchObject({
      money: { kind: 'held', reason: 'unverifiable' },
      records: [{ format: 'ALFEN', state: 'unverifiable', why: 'other-format' }],
    });
  });

  test('sells no time where the certificate does not allow it', async () => {
    await setFlags({ eichrecht: true, timeTariffsAllowed: false });
    expect(await moneyOf(await charged([whole()]))).toMatchObject({ kind: 'signed', soldTime: 'nothing' });
  });

  test('waits where one of its readings has been sold with another session', async () => {
    const [begin, end] = signedReadings();
    const first = await charged([whole()]);
    const marks = await marksOf(first);
    await keep(site.store, {
      kind: 'add-sold-readings',
      readings: marks.map((mark) => ({ mark, sessionId: sessionId(first) })),
    });
    expect(await moneyOf(first)).toMatchObject({ kind: 'signed' });
    const longer = { ...end, RV: '2966.0' };
    const again = meter.record(ocmfPayload({ head: { PG: 'T8' }, readings: [begin, longer] }));
    expect(await moneyOf(await charged([again], 30_400))).toMatchObject({ reason: 'pair-sold-before' });
  });

  test('waits when a key is pinned only afterwards, and is sold when it is said to have been there before', async () => {
    const other = await site.station(`${station.id}-LATE`);
    await other.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
    station = other;
    await setFlags({ eichrecht: true, timeTariffsAllowed: false });
    const id = await charged([whole()]);
    expect(await moneyOf(id)).toMatchObject({ reason: 'key-not-pinned' });
    await pin({ key: meter.publicKey });
    expect(await moneyOf(id)).toMatchObject({ reason: 'key-not-pinned' });
    await pin({ key: meter.publicKey, since: daysAgo(1), note: 'since it was put up' });
    expect(await moneyOf(id)).toMatchObject({ kind: 'signed' });
  });
});

test('elsewhere a session is sold by what was measured, and what was signed is shown all the same', async () => {
  await setFlags({ eichrecht: false, timeTariffsAllowed: false });
  const id = await charged([whole()], 29_510);
  expect(await signedValues(id)).toMatchObject({
    verdict: 'verified',
    money: { kind: 'measured', energyWh: 29_510, soldTime: 'hours' },
  });
});

describe('a meter that shows another key than the pinned one', () => {
  test('is an alarm, and its sessions wait until somebody says that it was exchanged', async () => {
    const old = meter;
    meter = signingMeter();
    const id = await charged([oca(whole(), meter.publicKey)]);
    expect(await moneyOf(id)).toMatchObject({ reason: 'key-changed' });
    const [keys] = await keysOf();
    expect(keys).toMatchObject({ alarm: { source: 'record', judged: null }, shown: { isPinned: false } });
    expect(await attention()).toContainEqual(
      expect.objectContaining({ kind: 'meter-key', stationId: station.id, connectorId: 1 }),
    );
    const [line] = (await site.api.get(`/logbook?stationId=${station.id}&level=fault`)).json.items;
    expect(line).toMatchObject({ kind: 'meter-key-changed', level: 'fault', connectorId: 1 });

    expect((await pin({ key: null })).status).toBe(400);
    expect(await pin({ key: null, since: daysAgo(0.5), note: 'meter exchanged' })).toMatchObject({
      status: 200,
    });
    expect(await moneyOf(id)).toMatchObject({ kind: 'signed' });
    const [exchanged] = await keysOf();
    expect(exchanged).toMatchObject({
      alarm: null,
      history: [
        { key: meter.publicKey, until: null, by: 'Mara Weber', note: 'meter exchanged' },
        { key: old.publicKey, until: exchanged.history[0].since },
      ],
    });
    expect(await attention()).not.toContainEqual(expect.objectContaining({ stationId: station.id }));
  });

  test('goes on waiting when somebody calls the key wrong, until the station tells the right one again', async () => {
    const wrong = signingMeter();
    await tellKey(wrong.publicKey);
    const id = await charged([whole()]);
    expect(await moneyOf(id)).toMatchObject({ reason: 'key-changed' });
    const judged = await site.api.post(`/stations/${station.id}/connectors/1/meter-key/wrong`, {
      note: 'a plug of the next station',
    });
    expect(judged.json.items[0].alarm).toMatchObject({ judged: { by: 'Mara Weber' } });
    expect(await moneyOf(id)).toMatchObject({ reason: 'key-changed' });
    await tellKey(meter.publicKey);
    expect((await keysOf())[0]).toMatchObject({ alarm: null });
    expect(await moneyOf(id)).toMatchObject({ kind: 'signed' });
  });

  test('is seen in what the station says of its settings, and is kept through a restart', async () => {
    const wrong = signingMeter();
    await readSetting('MeterPublicKey[1]', wrong.publicKey);
    await expect.poll(async () => (await keysOf())[0]?.alarm?.source).toBe('configuration');
    await site.restart();
    expect((await keysOf())[0]).toMatchObject({
      alarm: { key: wrong.publicKey },
      shown: { key: wrong.publicKey },
    });
    expect((await site.api.get(`/stations/${station.id}`)).json.metering).toEqual({
      eichrecht: true,
      timeTariffsAllowed: true,
    });
  });
});

test('a key is pinned by itself only while the station is being set up', async () => {
  const fresh = await site.station(`${station.id}-NEW`);
  station = fresh;
  await tellKey(meter.publicKey);
  expect((await keysOf())[0]).toMatchObject({
    history: [],
    shown: { key: meter.publicKey, curve: 'secp256r1' },
  });
  station = await site.station(`${fresh.id}-PENDING`);
  await site.api.patch(`/stations/${station.id}`, { registration: 'pending' });
  await readSetting('MeterPublicKey1', meter.publicKey);
  const pinned = { key: meter.publicKey, source: 'commissioning', by: null };
  await expect.poll(async () => (await keysOf())[0]?.history).toMatchObject([pinned]);
});

test('what is typed as a key is read in any spelling, and refused where it is none', async () => {
  const spaced = meter.publicKey.toUpperCase().replace(/(.{4})/g, '$1 ');
  expect(await pin({ key: spaced, note: 'read again' })).toMatchObject({ status: 200 });
  const base64 = Buffer.from(meter.publicKey, 'hex').toString('base64');
  expect(await pin({ key: base64, note: 'scanned' })).toMatchObject({ status: 200 });
  const mistyped = meter.publicKey.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  for (const key of ['hello', mistyped])
    expect(await pin({ key, note: 'x' })).toMatchObject({
      status: 422,
      json: { code: 'meter-key-unreadable' },
    });
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString();
  expect((await pin({ key: meter.publicKey, since: tomorrow, note: 'x' })).status).toBe(400);
  expect(new Set((await keysOf())[0]?.history.map(({ key }: { key: string }) => key))).toEqual(
    new Set([meter.publicKey]),
  );
});

test('a key that was pinned as a compressed point is the one that comes along as DER', async () => {
  const point = Buffer.from(meter.publicKey, 'hex').subarray(-65);
  const isOdd = (point.at(-1) ?? 0) & 1;
  const compressed = Buffer.concat([Buffer.of(2 + isOdd), point.subarray(1, 33)]);
  station = await site.station(`${station.id}-POINT`);
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  await setFlags({ eichrecht: true, timeTariffsAllowed: true });
  await pin({ key: compressed.toString('hex'), since: daysAgo(1) });
  expect(await moneyOf(await charged([oca(whole(), meter.publicKey)]))).toMatchObject({ kind: 'signed' });
  expect((await keysOf())[0]).toMatchObject({ alarm: null, shown: { isPinned: true } });
  const other = Buffer.concat([Buffer.of(3 - isOdd), point.subarray(1, 33)]).toString('hex');
  await tellKey(other);
  expect((await keysOf())[0]).toMatchObject({ alarm: { source: 'configuration' } });
});

test('signed values that come in a vendor’s message belong to their session like all others', async () => {
  const { transactionId } = await station.ok('StartTransaction', startOf(29_500));
  await station.ok('StopTransaction', stopOf(transactionId, []));
  const data = JSON.stringify({ transactionId, records: [whole()] });
  expect(await station.ok('DataTransfer', { vendorId: 'com.example', data })).toEqual({ status: 'Accepted' });
  const id = await latestSession();
  expect(await moneyOf(id)).toMatchObject({ kind: 'signed', energyWh: 29_500 });
  const unknown = await station.ok('DataTransfer', { vendorId: 'com.example', data: '{"weather":"fine"}' });
  expect(unknown).toEqual({ status: 'UnknownVendorId' });
});

test('a vendor’s message that names no transaction belongs to the only session there can be, or to none', async () => {
  const first = await charged([]);
  expect(await station.ok('DataTransfer', { vendorId: 'com.example', data: whole() })).toEqual({
    status: 'Accepted',
  });
  expect(await moneyOf(first)).toMatchObject({ kind: 'signed' });
  for (const connectorId of [1, 2])
    await station.ok('StartTransaction', { ...startOf(0), connectorId, timestamp: new Date().toISOString() });
  const record = meter.record(ocmfPayload({ head: { PG: 'T90' } }));
  await station.ok('DataTransfer', { vendorId: 'com.example', data: record });
  const { items } = (await site.api.get(`/sessions?stationId=${station.id}&state=running`)).json;
  expect(items).toHaveLength(2);
  for (const { id } of items) expect((await signedValues(id)).records).toEqual([]);
});

test.each(SIGNED_FORMS)(
  'a simulated station whose meters sign is sold by its signature: %s',
  async (signs) => {
    const id = `${station.id}-SIM`;
    await site.adopt(id);
    const simulated = createChargePoint({
      id,
      url: site.server.ocppUrl,
      time: realTime(),
      random: seededRandom(1),
      signs,
    });
    simulated.recall({
      connectorId: 1,
      idTag: 'CARD',
      startedAt: Date.now() - 2 * HOUR_MS,
      endedAt: Date.now() - HOUR_MS,
      powerAt: () => 11_000,
    });
    simulated.switchOn();
    await expect
      .poll(async () => (await site.api.get(`/sessions?stationId=${id}&state=ended`)).json.items.length)
      .toBe(1);
    station = { ...station, id };
    await setFlags({ eichrecht: true, timeTariffsAllowed: true });
    const session = await latestSession();
    expect(await moneyOf(session)).toMatchObject({ kind: 'held', reason: 'key-not-pinned' });
    const key = simulated.configuration.value('MeterPublicKey1');
    expect(await pin({ key, since: daysAgo(1) })).toMatchObject({ status: 200 });
    expect(await moneyOf(session)).toMatchObject({ kind: 'signed', energyWh: 11_000 });
    simulated.switchOff();
  },
);

test('a session’s file for the transparency software verifies again, and there is none where nothing was signed', async () => {
  const id = await charged([oca(whole())]);
  const { headers, text } = await site.api.get(`/sessions/${id}/transparency-file`);
  expect(headers['content-disposition']).toContain(`ladehaus-session-${id}-signed.xml`);
  const [value] = readTransparencyFile(text);
  if (value === undefined) throw new Error('the file holds nothing');
  expect(value.publicKey).toBe(meter.publicKey);
  expect(verifyRecord(signedRecordOf(value, null), value.publicKey).kind).toBe('verified');
  const none = await site.api.get(`/sessions/${await charged([])}/transparency-file`);
  expect(none).toMatchObject({ status: 404, json: { code: 'nothing-signed' } });
});

function whole(): string {
  return meter.record(ocmfPayload({ readings: signedReadings() }));
}

/** By the times that the station tells of its session. */
function signedReadings() {
  return readingsAt(startsAt, startsAt + 2 * HOUR_MS);
}

/** By what the readings of a session are known again once they are sold. */
async function marksOf(id: number): Promise<readonly string[]> {
  const records = signedRecordsIn(await site.store.reads.signedSamples(sessionId(id)));
  const { verdict } = await judgeRecords(records, meter.publicKey);
  return verdict.kind === 'verified' ? verdict.marks : [];
}

/** A session that has ended, with signed values in its stop. */
async function charged(values: readonly string[], energyWh = 29_500): Promise<number> {
  const { transactionId } = await station.ok('StartTransaction', startOf(energyWh));
  await station.ok('StopTransaction', stopOf(transactionId, values));
  // Another one that begins at the same moment would be a message that comes twice.
  startsAt += 1_000;
  return latestSession();
}

function startOf(energyWh: number): object {
  const timestamp = new Date(startsAt).toISOString();
  return { connectorId: 1, idTag: 'CARD', meterStart: 2_965_100 - energyWh, timestamp };
}

function stopOf(transactionId: number, values: readonly string[]): object {
  const timestamp = new Date().toISOString();
  const transactionData = signedData(values, timestamp);
  return { transactionId, meterStop: 2_965_100, timestamp, transactionData };
}

async function latestSession(): Promise<number> {
  return (await site.api.get(`/sessions?stationId=${station.id}&limit=1`)).json.items[0].id;
}

async function signedValues(id: number) {
  return (await site.api.get(`/sessions/${id}/signed-values`)).json;
}

async function moneyOf(id: number) {
  return (await signedValues(id)).money;
}

async function setFlags(metering: object): Promise<void> {
  expect((await site.api.patch(`/stations/${station.id}`, { metering })).json.metering).toEqual(metering);
}

function pin(body: object) {
  return site.api.post(`/stations/${station.id}/connectors/1/meter-key`, body);
}

async function keysOf() {
  return (await site.api.get(`/stations/${station.id}/meter-keys`)).json.items;
}

async function attention() {
  return (await site.api.get('/overview')).json.attention;
}

/** KEBA, Bender and others tell keys so. */
async function tellKey(publicKey: string): Promise<void> {
  const data = JSON.stringify({ meters: [{ connectorId: 1, type: 'SIGNATURE', publicKey }] });
  const told = { vendorId: 'generalConfiguration', messageId: 'setMeterConfiguration', data };
  expect(await station.ok('DataTransfer', told)).toEqual({ status: 'Accepted' });
}

async function readSetting(key: string, value: string): Promise<void> {
  station.answers('GetConfiguration', () => ({ configurationKey: [{ key, readonly: true, value }] }));
  await site.api.post(`/stations/${station.id}/configuration/read`, { keys: [key] });
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}

function oca(record: string, publicKey = ''): string {
  return JSON.stringify({
    signedMeterData: Buffer.from(record).toString('base64'),
    signingMethod: '',
    encodingMethod: 'OCMF',
    publicKey,
  });
}
