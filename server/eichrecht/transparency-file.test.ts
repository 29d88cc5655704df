import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transparencyFile } from '#core/eichrecht/transparency-file.ts';
import { BEGIN, END, ocmfPayload } from '#core/testing/ocmf-payload.ts';
import { readSignedData, type SignedData } from '#ocpp/v16/signed-data.ts';
import { signingMeter } from '../testing/signing-meter.ts';
import { derOfKey, readPublicKey } from './read-public-key.ts';
import { readTransparencyFile } from './read-transparency-file.ts';
import { signedRecordOf } from './signed-record-of.ts';
import { verifyRecord } from './verify-record.ts';

const meter = signingMeter('brainpoolP256r1');

test('a session of two records is a file of two values, keys before data as the schema has it', () => {
  const begin = meter.record(ocmfPayload({ readings: [BEGIN] }));
  const end = meter.record(ocmfPayload({ head: { PG: 'T8' }, readings: [END] }));
  const file = transparencyFile(
    [
      { record: recordOf(begin, 'Transaction.Begin'), publicKey: meter.publicKey },
      { record: recordOf(end, 'Transaction.End'), publicKey: meter.publicKey },
    ],
    4_711,
  );
  expect(file).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<values>
  <value transactionId="4711" context="Transaction.Begin"><publicKey encoding="hex">${meter.publicKey}</publicKey><signedData format="OCMF" encoding="plain">${begin}</signedData></value>
  <value transactionId="4711" context="Transaction.End"><publicKey encoding="hex">${meter.publicKey}</publicKey><signedData format="OCMF" encoding="plain">${end}</signedData></value>
</values>
`);
});

test('what a meter signed comes out of the file as it went in, and still verifies', () => {
  const payload = ocmfPayload({ head: { TT: '<0,42 €> & "mehr" ]]>', CI: 'DE*ABC' } }).replace(
    '{',
    '{\r\n\t',
  );
  const record = meter.record(payload);
  const [found] = readTransparencyFile(fileOf(recordOf(record)));
  expect(found).toMatchObject({ encodingMethod: 'OCMF', publicKey: meter.publicKey });
  expect(Buffer.from(found?.bytes ?? []).toString()).toBe(record);
  if (found === undefined) throw new Error('nothing came out');
  expect(verifyRecord(signedRecordOf(found, null), found.publicKey).kind).toBe('verified');
});

test('any bytes at all come out as they went in', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 60 }),
      fc.string({ unit: 'binary', minLength: 1 }),
      (some, text) => {
        const bytes = Buffer.concat([Buffer.from('x'), some, Buffer.from(text), Buffer.from('x')]);
        const data: SignedData = { transport: 'oca-json', bytes, encodingMethod: 'EDL', publicKey: null };
        const [found] = readTransparencyFile(fileOf(signedRecordOf(data, null)));
        expect(Buffer.from(found?.bytes ?? []).equals(bytes)).toBe(true);
        expect(found?.encodingMethod).toBe('EDL_40_P');
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});

test('the key stands in it as the meter prints it, however it was spelt', () => {
  const point = meter.publicKey.slice(-130);
  const key = readPublicKey(point, 'brainpoolP256r1');
  expect(key === null ? null : derOfKey(key)).toBe(meter.publicKey);
  expect(derOfKey({ curve: null, point })).toBeNull();
});

const folder = path.join(process.env.LADEHAUS_VECTORS ?? '', 'ocmf', 'transparenzsoftware');
const isThere = process.env.LADEHAUS_VECTORS !== undefined && existsSync(folder);

describe.skipIf(!isThere)('beside the files of others (LADEHAUS_VECTORS)', () => {
  const files = isThere ? readdirSync(folder).filter((file) => file.endsWith('.xml')) : [];

  test.each(files)('what is in %s is written again byte for byte', (file) => {
    for (const data of readTransparencyFile(readFileSync(path.join(folder, file), 'utf8'))) {
      const again = readTransparencyFile(fileOf(signedRecordOf(data, null)))[0];
      expect(Buffer.from(again?.bytes ?? []).equals(Buffer.from(data.bytes))).toBe(true);
    }
  });

  test('elements and attributes are those of the schema, in its order', () => {
    const schema = readFileSync(path.join(folder, 'values.xsd'), 'utf8');
    const [, value = ''] = /<xs:complexType name="value">([\s\S]*?)<\/xs:complexType>/.exec(schema) ?? [];
    const inOrder = [...value.matchAll(/element ref="(\w+)"/g)].map(([, name]) => name);
    const written = fileOf(recordOf(meter.record(ocmfPayload()), 'Transaction.End'));
    const [inside = ''] = /<value [\s\S]*<\/value>/.exec(written) ?? [];
    expect([...inside.matchAll(/<(publicKey|signedData)\b/g)].map(([, name]) => name)).toEqual(inOrder);
    for (const [, element = '', attributes = ''] of written.matchAll(
      /<(value|publicKey|signedData) ([^>]*)>/g,
    )) {
      const type = new RegExp(`<xs:complexType name="${element}">([\\s\\S]*?)</xs:complexType>`).exec(
        schema,
      )?.[1];
      for (const [, name] of attributes.matchAll(/(\w+)="/g))
        expect(type).toContain(`<xs:attribute name="${name}"`);
    }
  });
});

function recordOf(text: string, context: string | null = null) {
  return signedRecordOf(readSignedData(text), context);
}

function fileOf(record: ReturnType<typeof recordOf>): string {
  return transparencyFile([{ record, publicKey: meter.publicKey }], 1);
}
