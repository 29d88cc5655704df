import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import type { Sample } from '#core/sessions/sample.ts';
import { transactionId as transactionNumber } from '#core/shared/ids.ts';
import { BEGIN, END, ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { signingMeter } from '../testing/signing-meter.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';
import { readTransparencyFile } from './read-transparency-file.ts';
import { sessionFile } from './session-file.ts';
import { signedRecordOf } from './signed-record-of.ts';
import { judgeRecords, signedRecordsIn } from './signed-values-kept.ts';
import { verifyRecord } from './verify-record.ts';

/** A record with all that has ever been spoilt on the way: blanks, line ends, zeros, other alphabets, words of secrets. */
const HEAD = { TT: '0,42 €/kWh — “Ökö” \u{1f50c} \\" \u007f', IF: ['RFID_PSK', 'OCPP_RS_TLS'] };
const meter = signingMeter();
const begin = meter.record(spaced(ocmfPayload({ head: HEAD, readings: [BEGIN] })));
const end = meter.record(spaced(ocmfPayload({ head: { ...HEAD, PG: 'T8' }, readings: [END] })));
const whole = meter.record(spaced(ocmfPayload({ head: HEAD })));
const foreign = 'AP;0;3;ALCV3ABBBISHMA2RYEGAZE3HV5YQBQRAEHAEHAA=;  ';

let site: TestSite;
let station: TestStation;
let connector = 0;

beforeAll(async () => {
  site = await startSite();
  station = await site.station('LAW-1');
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test.each([
  ['plain', (record: string) => record],
  ['hex', (record: string) => Buffer.from(record).toString('hex')],
  ['Base64', (record: string) => Buffer.from(record).toString('base64')],
  ['JSON of the white paper', oca],
])('a pair in two records is kept byte for byte, and verified out of the database: %s', async (_, wrap) => {
  const samples = await charged([
    { value: wrap(begin), format: 'SignedData', context: 'Transaction.Begin' },
    { value: wrap(end), format: 'SignedData', context: 'Transaction.End' },
    { value: '108814', context: 'Transaction.End' },
  ]);
  expect(textsAndContexts(signedRecordsIn(samples))).toEqual([
    [begin, 'Transaction.Begin'],
    [end, 'Transaction.End'],
  ]);
  expect(await judgeKept(samples, meter.publicKey)).toMatchObject({ kind: 'verified', energy: 29_500 });
  expect(await judgeKept(samples, signingMeter().publicKey)).toMatchObject({ kind: 'wrong-signature' });
  expect(await judgeKept(samples, null)).toMatchObject({ kind: 'unverifiable', why: 'no-key' });
});

test('a pair in one record, without a format, is found, and a repeated stop changes nothing', async () => {
  const samples = await charged([{ value: whole }]);
  expect(signedRecordsIn(samples).map(({ text }) => text)).toEqual([whole]);
  expect(await judgeKept(samples, meter.publicKey)).toMatchObject({ kind: 'verified', energy: 29_500 });
});

test('the begin may come with a meter value long before the stop', async () => {
  const signed = { value: begin, format: 'SignedData', context: 'Transaction.Begin' };
  const samples = await charged([{ value: end, format: 'SignedData', context: 'Transaction.End' }], [signed]);
  expect(await judgeKept(samples, meter.publicKey)).toMatchObject({ kind: 'verified', energy: 29_500 });
});

test('the begin is kept even where a stop brings more values than are taken', async () => {
  const timestamp = new Date().toISOString();
  const reading = (sampled: object) => ({ timestamp, sampledValue: [sampled] });
  const many = Array.from({ length: 5_001 }, () => reading({ value: '108800' }));
  const { transactionId } = await station.ok('StartTransaction', start());
  await station.ok('StopTransaction', {
    transactionId,
    meterStop: 108_814,
    timestamp,
    transactionData: [reading({ value: begin }), ...many, reading({ value: end })],
  });
  const samples = await samplesOfLatest();
  expect(await judgeKept(samples, meter.publicKey)).toMatchObject({ kind: 'verified', energy: 29_500 });
});

test('what is not verified here is kept as it came, with the key beside it', async () => {
  const samples = await charged([{ value: foreign, format: 'SignedData', context: 'Transaction.End' }]);
  expect(signedRecordsIn(samples)).toMatchObject([{ format: 'ALFEN', text: foreign }]);
  expect(await judgeKept(samples, meter.publicKey)).toMatchObject({
    kind: 'unverifiable',
    why: 'other-format',
  });
  const [record] = signedRecordsIn(await charged([{ value: oca(whole), format: 'SignedData' }]));
  expect(record?.claimedKey).toBe('b2NhOg==');
});

test('a session is a file for the transparency software: its pair, told apart by contexts, with the trusted key', async () => {
  const between = meter.record(ocmfPayload({ head: { PG: 'T9' }, readings: [{ ...END, TX: 'C' }] }));
  const samples = await charged([
    { value: end },
    { value: oca(begin) },
    { value: between },
    { value: oca(begin) },
  ]);
  const file = (await fileOf(samples, meter.publicKey)) ?? '';
  expect([...file.matchAll(/<value ([^>]*)>/g)].map(([, attributes]) => attributes)).toEqual([
    'transactionId="7" context="Transaction.Begin"',
    'transactionId="7" context="Transaction.End"',
  ]);
  const found = readTransparencyFile(file);
  expect(found.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([begin, end]);
  for (const one of found)
    expect(verifyRecord(signedRecordOf(one, null), one.publicKey).kind).toBe('verified');
});

test('where no pair is verified the file holds all that was signed, and where nothing was there is none', async () => {
  const both = await charged([{ value: foreign, format: 'SignedData' }, { value: oca(begin) }]);
  const file = (await fileOf(both, null)) ?? '';
  expect(
    readTransparencyFile(file).map(({ encodingMethod, publicKey }) => [encodingMethod, publicKey]),
  ).toEqual([
    ['ALFEN', null],
    ['OCMF', null],
  ]);
  expect(await fileOf(await charged([{ value: '108814' }]), meter.publicKey)).toBeNull();
});

test('a session without signed values is unsigned', async () => {
  expect(await judgeKept(await charged([{ value: '108814' }]), meter.publicKey)).toEqual({
    kind: 'unsigned',
  });
});

test('a signed value in a vendor’s message stands in the journal as it was sent', async () => {
  const data = JSON.stringify({ record: whole });
  await station.ok('DataTransfer', { vendorId: 'com.example', data });
  const frames = await site.store.reads.journal({ limit: 500 });
  const kept = frames.map(({ frame }) => frame.text).find((raw) => raw.includes('"DataTransfer"'));
  expect(JSON.parse(kept ?? '[]')[3].data).toBe(data);
});

test('a trusted key that is a bare point stands in the file as whole DER', async () => {
  const point = meter.publicKey.slice(-130);
  const file = (await fileOf(await charged([{ value: whole }]), point)) ?? '';
  expect(readTransparencyFile(file).map(({ publicKey }) => publicKey)).toEqual([meter.publicKey]);
});

async function judgeKept(samples: readonly Sample[], trustedKey: string | null) {
  return (await judgeRecords(signedRecordsIn(samples), trustedKey)).verdict;
}

async function fileOf(samples: readonly Sample[], trustedKey: string | null) {
  const records = signedRecordsIn(samples);
  const { verdict } = await judgeRecords(records, trustedKey);
  return sessionFile({ records, verdict, trustedKey, transactionId: transactionNumber(7) });
}

/** A session that is over, and all its samples as they lie in the database. */
async function charged(
  atStop: readonly object[],
  atStart: readonly object[] = [],
): Promise<readonly Sample[]> {
  const { transactionId } = await station.ok('StartTransaction', start());
  const values = (sampledValue: readonly object[]) => [{ timestamp: new Date().toISOString(), sampledValue }];
  if (atStart.length > 0)
    await station.ok('MeterValues', { connectorId: connector, transactionId, meterValue: values(atStart) });
  const stop = {
    transactionId,
    meterStop: 108_814,
    timestamp: new Date().toISOString(),
    transactionData: values(atStop),
  };
  await station.ok('StopTransaction', stop);
  await station.ok('StopTransaction', stop);
  return samplesOfLatest();
}

/** Each session has a connector of its own. */
function start(): object {
  connector += 1;
  const timestamp = new Date(Date.now() - 60_000).toISOString();
  return { connectorId: connector, idTag: 'CARD', meterStart: 108_814 - 30_000, timestamp };
}

async function samplesOfLatest(): Promise<readonly Sample[]> {
  const { json } = await site.api.get('/sessions?limit=1');
  const samples = await site.store.reads.latestSamples(json.items[0].id, 10_000);
  return samples.toReversed();
}

function oca(record: string): string {
  return JSON.stringify({
    signedMeterData: Buffer.from(record).toString('base64'),
    signingMethod: '',
    encodingMethod: 'OCMF',
    publicKey: 'b2NhOg==',
  });
}

function spaced(payload: string): string {
  return `\r\n\t${payload.replaceAll(',"', ' , "')} `;
}

function textsAndContexts(records: readonly SignedRecord[]): readonly (readonly [string, string | null])[] {
  return records.map(({ text, context }) => [text, context] as const);
}
