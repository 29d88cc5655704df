import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURVES } from '#core/eichrecht/curve.ts';
import type { RecordVerdict } from '#core/eichrecht/record-verdict.ts';
import { ocmfPayload } from '#core/testing/ocmf-payload.ts';
import type { SignedData } from '#ocpp/v16/signed-data.ts';
import { readSignedData } from '#ocpp/v16/signed-data.ts';
import { signingMeter } from '../testing/signing-meter.ts';
import { readPublicKey, spellKey } from './read-public-key.ts';
import { signedRecordOf } from './signed-record-of.ts';
import { verifyRecord } from './verify-record.ts';

const meter = signingMeter();
const PAYLOAD = ocmfPayload();

describe.each(CURVES)('a meter with a key on %s', (curve) => {
  const own = signingMeter(curve);

  test('signs, and is believed, whatever its signature is written like', () => {
    for (let round = 0; round < 2; round += 1) {
      expect(verdict(own.record(PAYLOAD), own.publicKey)).toMatchObject({ kind: 'verified', curve });
      const der = own.signature(PAYLOAD);
      const plain = own.record(PAYLOAD, { SD: rawOf(der, curve) });
      expect(verdict(plain, own.publicKey).kind).toBe('verified');
      const base64 = own.record(PAYLOAD, { SE: 'base64', SD: der.toString('base64') });
      expect(verdict(base64, own.publicKey).kind).toBe('verified');
    }
  });

  test('is not taken for another', () => {
    const stranger = signingMeter(curve).publicKey;
    expect(verdict(own.record(PAYLOAD), stranger)).toMatchObject({
      kind: 'wrong-signature',
      why: 'does-not-fit',
    });
    const other = signingMeter(curve === 'secp256k1' ? 'secp256r1' : 'secp256k1').publicKey;
    expect(verdict(own.record(PAYLOAD), other)).toMatchObject({
      kind: 'wrong-signature',
      why: 'other-curve',
    });
  });

  test('has its key read in every spelling', () => {
    const der = Buffer.from(own.publicKey, 'hex');
    const point = der.subarray(-2 * bytesOf(curve) - 1);
    const isOdd = (point.at(-1) ?? 0) & 1;
    const compressed = Buffer.concat([Buffer.of(2 + isOdd), point.subarray(1, 1 + bytesOf(curve))]);
    const spellings = [
      own.publicKey.toUpperCase(),
      own.publicKey.replace(/..../g, '$& '),
      `0x${own.publicKey}`,
      der.toString('base64'),
      `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`,
      Buffer.from(`oca:base16:asn1:${own.publicKey}`).toString('base64'),
      Buffer.from(`oca:base64:asn1:${der.toString('base64')}`).toString('base64'),
      Buffer.from(own.publicKey).toString('base64'),
      point.toString('hex'),
      point.toString('base64'),
      compressed.toString('hex'),
    ];
    for (const spelling of spellings)
      expect(readPublicKey(spelling, curve), spelling).toEqual({ curve, point: point.toString('hex') });
    const bare = readPublicKey(point.toString('hex'), null);
    expect(bare).toEqual({ curve: null, point: point.toString('hex') });
    for (const key of [bare, readPublicKey(own.publicKey, null)])
      expect(verdict(own.record(PAYLOAD), key === null ? null : spellKey(key)).kind).toBe('verified');
  });
});

test('a bit that flips anywhere in what is signed is noticed', () => {
  const signed = Buffer.from(meter.record(PAYLOAD));
  const start = 'OCMF|'.length;
  fc.assert(
    fc.property(fc.nat(PAYLOAD.length * 8 - 1), (bit) => {
      const flipped = withFlippedBit(signed, start * 8 + bit);
      expect(verdictOfBytes(flipped).kind).not.toBe('verified');
    }),
    { seed: 5, numRuns: 150 },
  );
});

test.each(['secp256r1', 'secp192r1'] as const)(
  'a bit that flips anywhere in a signature of %s is noticed',
  (curve) => {
    const own = signingMeter(curve);
    const der = own.signature(PAYLOAD);
    const isNoticed = (bit: number) => {
      const SD = withFlippedBit(der, bit).toString('hex');
      expect(verdict(own.record(PAYLOAD, { SD }), own.publicKey).kind, `bit ${bit}`).not.toBe('verified');
    };
    // Where the leniency is: what stands around r, and its first byte.
    for (let bit = 0; bit < 5 * 8; bit += 1) isNoticed(bit);
    fc.assert(fc.property(fc.nat(der.length * 8 - 1), isNoticed), { seed: 5, numRuns: 100 });
  },
);

test('a number without the zero byte in front is read as positive, as meters of eBZ write it', () => {
  let der = meter.signature(PAYLOAD);
  while (der[3] !== 33) der = meter.signature(PAYLOAD);
  const shortened = Buffer.concat([Buffer.of(0x30, der.length - 3, 0x02, 32), der.subarray(5)]);
  const record = meter.record(PAYLOAD, { SD: shortened.toString('hex') });
  expect(verdict(record, meter.publicKey).kind).toBe('verified');
});

test('bytes that are no UTF-8 are verified as they are', () => {
  const payload = Buffer.from(ocmfPayload({ head: { TT: 'Gebühr 0,42 EUR/kWh' } }), 'latin1');
  const SD = meter.signature(payload).toString('hex');
  const bytes = Buffer.concat([Buffer.from('OCMF|'), payload, Buffer.from(`|${JSON.stringify({ SD })}`)]);
  expect(verdictOfBytes(bytes)).toMatchObject({
    kind: 'verified',
    ocmf: { record: { tariffText: 'Gebühr 0,42 EUR/kWh' } },
  });
});

test('what stands around the record does not matter, what stands inside does', () => {
  const record = meter.record(PAYLOAD);
  expect(verdict(`\n  ${record}\r\n`, meter.publicKey).kind).toBe('verified');
  expect(verdict(`${record}|${meter.publicKey}`, meter.publicKey)).toMatchObject({
    kind: 'verified',
    ocmf: { ownKey: meter.publicKey },
  });
  expect(verdict(record.replace('OCMF|', 'OCMF| '), meter.publicKey).kind).toBe('wrong-signature');
});

test.each([
  ['another format', 'AP;0;3;ALCV3ABBBISHMA2RYEGAZE3HV5YQBQRAEHAEHAA=', 'other-format'],
  ['a third of a record', 'OCMF|{}', 'malformed'],
  ['no JSON', `OCMF|{"RD":[}|{"SD":"00"}`, 'malformed'],
  ['no readings', `OCMF|{"FV":"1.0"}|{"SD":"00"}`, 'malformed'],
  ['five sections', `${'OCMF|{"RD":[{}]}|{"SD":"00"}'}|a|b`, 'malformed'],
  ['no signature', meter.record(PAYLOAD).replace('"SD"', '"XX"'), 'malformed'],
  [
    'a curve that OCMF does not know',
    meter.record(PAYLOAD, { SA: 'ECDSA-secp521r1-SHA256' }),
    'unknown-algorithm',
  ],
  ['another hash', meter.record(PAYLOAD, { SA: 'ECDSA-secp256r1-SHA512' }), 'unknown-algorithm'],
  ['a signature that is cut', meter.record(PAYLOAD, { SD: '3045022100' }), 'unreadable-signature'],
  ['a signature in a strange encoding', meter.record(PAYLOAD, { SE: 'base32' }), 'unreadable-signature'],
] as const)('%s cannot be verified here', (_, text, why) => {
  expect(verdict(text, meter.publicKey)).toMatchObject({ kind: 'unverifiable', why });
});

test.each([
  ['nought', `3006020100020100`],
  ['as large as the curve', `3044${'0220'}${'ff'.repeat(32)}0220${'ff'.repeat(32)}`],
])('a signature of numbers that are %s is wrong', (_, SD) => {
  expect(verdict(meter.record(PAYLOAD, { SD }), meter.publicKey).kind).toBe('wrong-signature');
});

test('a key that is none, is cut, or lies beside its curve is said to be unreadable', () => {
  const cut = meter.publicKey.slice(-128);
  const beside = `${meter.publicKey.slice(0, -2)}${meter.publicKey.endsWith('00') ? '01' : '00'}`;
  for (const key of ['', 'not a key', '3059', cut, beside, `${meter.publicKey}00`])
    expect(verdict(meter.record(PAYLOAD), key), key).toMatchObject({
      kind: 'unverifiable',
      why: 'unreadable-key',
    });
  expect(verdict(meter.record(PAYLOAD), null)).toMatchObject({ kind: 'unverifiable', why: 'no-key' });
});

test('a key that comes with the record does not vouch for it', () => {
  const forger = signingMeter();
  const record = `${forger.record(PAYLOAD)}|${forger.publicKey}`;
  expect(verdict(record, meter.publicKey).kind).toBe('wrong-signature');
});

function verdict(value: string, key: string | null): RecordVerdict {
  return verifyRecord(signedRecordOf(readSignedData(value), null), key);
}

function verdictOfBytes(bytes: Uint8Array): RecordVerdict {
  const data: SignedData = { transport: 'oca-json', bytes, encodingMethod: 'OCMF', publicKey: null };
  return verifyRecord(signedRecordOf(data, null), meter.publicKey);
}

function withFlippedBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  const at = Math.floor(bit / 8);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}

function bytesOf(curve: string): number {
  return Number(/\d+/.exec(curve)?.[0]) / 8;
}

/** r and s plainly, in hex. */
function rawOf(der: Buffer, curve: string): string {
  const half = bytesOf(curve);
  const rLength = der[3] ?? 0;
  const numbers = [der.subarray(4, 4 + rLength), der.subarray(6 + rLength)];
  return numbers
    .map((number) =>
      number
        .toString('hex')
        .padStart(half * 2, '0')
        .slice(-half * 2),
    )
    .join('');
}
