import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeSigned } from '#core/eichrecht/judge-signed.ts';
import type { RecordVerdict } from '#core/eichrecht/record-verdict.ts';
import { readSignedData, type SignedData, signedDataIn } from '#ocpp/v16/signed-data.ts';
import { recordsIn } from './ocmf/read-records.ts';
import { signedRecordOf } from './signed-record-of.ts';
import { verifyRecord } from './verify-record.ts';

interface Vector {
  readonly id: string;
  readonly file: string;
  readonly index: number;
  readonly ocmf: string;
  readonly publicKey: string | null;
  readonly expect: { readonly signatureValid: boolean | null };
}

/** Real records of real meters, and what they are worth. They do not lie in the project. */
const folder = path.join(process.env.LADEHAUS_VECTORS ?? '', 'ocmf');
const isThere = process.env.LADEHAUS_VECTORS !== undefined && existsSync(folder);
const vectors: readonly Vector[] = isThere ? read('ocmf-vectors.json') : [];

describe.skipIf(!isThere)('records of real meters (LADEHAUS_VECTORS)', () => {
  test.each(vectors)('$id has its verdict in every transport', ({ ocmf, publicKey, expect: expected }) => {
    const kind = KIND[String(expected.signatureValid)];
    for (const value of transports(ocmf, publicKey))
      expect(verdictOn(readSignedData(value), publicKey).kind, value.slice(0, 20)).toBe(kind);
  });

  test.each(vectors)('$id is found in its file', ({ file, index, ocmf }) => {
    const bytes = readFileSync(path.join(folder, 'transparenzsoftware', file));
    const text = Buffer.from(recordsIn(bytes)[index]?.bytes ?? []).toString();
    // In one of them, lines end as XML does not let them.
    expect(text).toBe(ocmf.trim().replaceAll('\r\n', '\n'));
  });

  test.each([
    ['test_ocmf_keba_kcp30.xml', { kind: 'verified', exactWh: '0.1', energy: 0 }],
    ['VW_OCMF_load.xml', { kind: 'verified', exactWh: '1101', energy: 1_101 }],
    ['Ocmf_Example_OBIS_98.8.0_2.8.0.xml', { kind: 'verified', energy: 1_000 }],
    ['brainpoolP256r1.xml', { kind: 'verified', energy: 0, clock: 'synchronised' }],
    ['nistP384_0Wh.xml', { kind: 'verified', energy: 0 }],
    ['test_ocmf_ebee_01.xml', { kind: 'verified', energy: 0, clock: 'relative' }],
    ['OCMF_Test_Data_00.xml', { kind: 'verified', energy: 0, clock: 'informative' }],
    ['ocmf_sec.xml', { kind: 'verified', energy: 0 }],
    ['chargepoint_3.xml', { kind: 'verified', energy: 1_304 }],
    ['ocmf_tariff_1.xml', { kind: 'verified', energy: 0 }],
    ['test_ocmf_ebee_02.xml', { kind: 'wrong-signature' }],
    ['second_key_fail_ocmf.xml', { kind: 'wrong-signature' }],
    ['test_ocmf_keba_kcp30_fail.xml', { kind: 'wrong-signature' }],
    // The meter says E in its state and in its error flags.
    ['20211007-device-with-evt-ocmf-sss-ses.xml', { kind: 'faulty' }],
    // Between begin and end something went wrong (TX X).
    ['test_ocmf_transaction_two_values.xml', { kind: 'faulty' }],
    ['signature_16955306_ALL.xml', { kind: 'unverifiable', why: 'no-key' }],
  ] as const)('the session in %s is worth what it is', (file, worth) => {
    const own = vectors.filter((one) => one.file === file);
    expect(own.length).toBeGreaterThan(0);
    const verdicts = own.map(({ ocmf, publicKey }) => verdictOn(readSignedData(ocmf), publicKey));
    const said = verdicts.map(({ ocmf: text }) => text);
    expect(judgeSigned(said, (record) => verdicts[record])).toMatchObject(worth);
  });

  test.each(['edl-40-01.xml', 'isa-edl-40p-ok.xml', 'isa-edl-40p-sign-fail.xml', 'test_mennekes_full.xml'])(
    '%s is for others to verify',
    (file) => {
      const found = recordsIn(readFileSync(path.join(folder, 'transparenzsoftware', file)));
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) expect(verdictOn(one, one.publicKey)).toMatchObject({ why: 'other-format' });
    },
  );

  test('the example of the white paper is the same record in its three transports', () => {
    const sample = isThere ? read('ocpp16-signed-transport.json') : {};
    const names = ['whitepaper', 'plainOcmfInValue', 'hexOcmfInValue'];
    for (const name of names) {
      const found = signedDataIn(sample[`stopTransaction_${name}`][3].transactionData);
      expect(found.map(({ context, place }) => [context, place])).toEqual([['Transaction.End', [0, 0]]]);
      const [data] = found;
      if (data === undefined) throw new Error(`nothing is signed in ${name}`);
      expect(Buffer.from(data.bytes).toString()).toBe(sample.expected.ocmf);
      const key = data.publicKey ?? sample.expected.publicKeyHex;
      expect(verdictOn(data, key)).toMatchObject({ kind: 'verified', key: verdictKey(sample.expected) });
    }
  });
});

const KIND: Readonly<Record<string, RecordVerdict['kind']>> = {
  true: 'verified',
  false: 'wrong-signature',
  null: 'unverifiable',
};

function verdictOn(data: SignedData, key: string | null): RecordVerdict {
  return verifyRecord(signedRecordOf(data, null), key);
}

function transports(ocmf: string, publicKey: string | null): readonly string[] {
  const base64 = Buffer.from(ocmf).toString('base64');
  const oca = {
    signedMeterData: base64,
    signingMethod: '',
    encodingMethod: 'OCMF',
    publicKey: publicKey ?? '',
  };
  return [ocmf, Buffer.from(ocmf).toString('hex'), base64, JSON.stringify(oca)];
}

function verdictKey({ publicKeyHex }: { readonly publicKeyHex: string }): object {
  return { curve: 'secp256r1', point: publicKeyHex.slice(-130).toLowerCase() };
}

// biome-ignore lint/suspicious/noExplicitAny: files of others, whose shape the tests themselves show.
function read(file: string): any {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}
