import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BEGIN, END, ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { signingMeter } from '../../testing/signing-meter.ts';
import { runOcmf } from './run-ocmf.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'ladehaus-ocmf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const meter = signingMeter('secp192r1');
const WHOLE = meter.record(ocmfPayload());

test('a record that its meter signed: exit code 0, the verdict, its readings and what they are worth', () => {
  const { status, stdout, stderr } = run(['--record', kept(`${WHOLE}\n`), '--key', meter.publicKey]);
  expect([status, stderr]).toEqual([0, '']);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    verdict: 'verified',
    why: null,
    readings: [
      {
        record: 0,
        reading: 0,
        reason: 'B',
        value: '2935.6000',
        unit: 'kWh',
        register: '1-b:1.8.0',
        clock: 'S',
      },
      { record: 0, reading: 1, reason: 'E', value: '2965.1005', time: END.TM, state: 'G' },
    ],
    pair: { kind: 'verified', energyWh: 29_500, exactWh: '29500.5', faults: [] },
    records: [{ verdict: 'verified', curve: 'secp192r1', meterSerial: '1ABC4711', page: 'transaction 7' }],
  });
});

test('two records, one of them in a message of OCPP, make a pair', async () => {
  const begin = kept(meter.record(ocmfPayload({ readings: [BEGIN] })));
  const end = meter.record(ocmfPayload({ head: { PG: 'T8' }, readings: [END] }));
  const stop = kept(
    JSON.stringify([2, '1', 'StopTransaction', { transactionData: [{ sampledValue: [{ value: end }] }] }]),
  );
  const { exitCode, text } = await runOcmf(['--record', begin, '--record', stop, '--key', meter.publicKey]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(text).pair).toMatchObject({
    kind: 'verified',
    energyWh: 29_500,
    begin: { record: 0 },
    end: { record: 1 },
  });
});

test('a record that says something else than was signed: exit code 1 and why', async () => {
  const { exitCode, text } = await runOcmf([
    '--record',
    kept(WHOLE.replace('2965', '2975')),
    '--key',
    meter.publicKey,
  ]);
  expect(exitCode).toBe(1);
  expect(JSON.parse(text)).toMatchObject({
    verdict: 'wrong-signature',
    why: 'does-not-fit',
    pair: { kind: 'wrong-signature' },
  });
});

test('a record of another format: exit code 1, for it cannot be told', async () => {
  const { exitCode, text } = await runOcmf(['--record', kept('AP;0;3;ALCV'), '--key', meter.publicKey]);
  expect(exitCode).toBe(1);
  expect(JSON.parse(text)).toMatchObject({
    verdict: 'unverifiable',
    why: 'other-format',
    records: [{ format: 'ALFEN' }],
  });
});

test('a fault does not change whose signature it is, but nothing is billed by it: exit code 1, and its place', async () => {
  const record = meter.record(ocmfPayload({ readings: [BEGIN, { ...END, ST: 'E' }] }));
  const { exitCode, text } = await runOcmf(['--record', kept(record), '--key', meter.publicKey]);
  expect(exitCode).toBe(1);
  expect(JSON.parse(text)).toMatchObject({
    verdict: 'faulty',
    why: 'meter-state',
    signature: { verdict: 'verified', why: null },
    pair: {
      kind: 'faulty',
      faults: [{ kind: 'meter-state', record: 0, reading: 1, field: 'ST', found: 'E' }],
    },
  });
});

test('a pair that runs backwards is waved through by nobody', async () => {
  const record = meter.record(ocmfPayload({ readings: [BEGIN, { ...END, RV: '2900.0' }] }));
  const { exitCode, text } = await runOcmf(['--record', kept(record), '--key', meter.publicKey]);
  expect(exitCode).toBe(1);
  expect(JSON.parse(text)).toMatchObject({ verdict: 'faulty', why: 'register-backwards' });
});

test('what is asked wrongly, or cannot be read, is said in one line: exit code 2', async () => {
  const record = kept(WHOLE);
  for (const wrong of [
    [],
    ['--record', record],
    ['--key', meter.publicKey],
    ['--record', record, '--key', 'secret'],
    ['--record', record, '--key', meter.publicKey, '--fast'],
    ['--record', path.join(folder, 'nowhere'), '--key', meter.publicKey],
    ['--record', folder, '--key', meter.publicKey],
    ['--record', kept(' \n'), '--key', meter.publicKey],
  ]) {
    const { exitCode, text } = await runOcmf(wrong);
    expect(exitCode, wrong.join(' ')).toBe(2);
    expect(text).toMatch(/^[^\n]{10,}$/);
  }
});

let files = 0;
function kept(text: string): string {
  files += 1;
  const file = path.join(folder, `${files}.txt`);
  writeFileSync(file, text);
  return file;
}

function run(args: readonly string[]) {
  const tool = ['scripts/run-tool.mjs', 'server/eichrecht/ocmf/main.ts'];
  return spawnSync(process.execPath, [...tool, ...args], { encoding: 'utf8' });
}
