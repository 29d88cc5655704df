import { expect, test } from 'vitest';
import { instant } from '../shared/units.ts';
import { BEGIN, END, ocmfPayload } from '../testing/ocmf-payload.ts';
import { recordsToVerify } from './choose-pair.ts';
import { judgeSigned, type SignedVerdict } from './judge-signed.ts';
import { readOcmf } from './read-ocmf.ts';
import type { RecordVerdict } from './record-verdict.ts';

const KEY = { curve: 'secp256r1', point: '04' } as const;
const WHOLE = ocmfPayload({ head: { PG: 'T9' } });
const FIRST = ocmfPayload({ readings: [BEGIN] });
const LAST = ocmfPayload({ head: { PG: 'T12' }, readings: [END] });
const BETWEEN = ocmfPayload({ head: { PG: 'T8' }, readings: [{ ...END, TX: 'C', RV: 2_940 }] });
const FISCAL = ocmfPayload({ head: { PG: 'F3' } });

test('a pair is found wherever its records stand, and however often they were sent', () => {
  expect(judge([FIRST, BETWEEN, FIRST, LAST, LAST, FISCAL].map(verified))).toMatchObject({
    kind: 'verified',
    energy: 29_500,
    records: [0, 3],
  });
  expect(judge([LAST, FIRST].map(verified))).toMatchObject({ kind: 'verified', records: [1, 0] });
});

test('one record with begin and end is enough, and goes before those with one of them', () => {
  expect(judge([FIRST, WHOLE].map(verified))).toMatchObject({ kind: 'verified', records: [1] });
});

test('a pair with a fault is worth nothing, though its energy could be told', () => {
  const ill = ocmfPayload({ readings: [BEGIN, { ...END, ST: 'E' }] });
  const verdict = judge([verified(ill)]);
  expect(verdict).toMatchObject({
    kind: 'faulty',
    faults: [{ kind: 'meter-state' }],
    end: { value: '2965.1005' },
  });
  expect(verdict).not.toHaveProperty('energy');
});

test('each end of a pair is known again, in whatever record it comes, and those of the next session are others', () => {
  const marksOf = (...payloads: readonly string[]): readonly string[] => {
    const verdict = judge(payloads.map(verified));
    return verdict.kind === 'verified' ? verdict.marks : [];
  };
  const sold = marksOf(FIRST, LAST);
  expect(sold).toHaveLength(2);
  expect(marksOf(LAST, BETWEEN, FIRST)).toEqual(sold);
  expect(marksOf(WHOLE)).toEqual(sold);
  const later = { TM: '2026-06-01T12:30:00,000+0200 S', RV: '2970.1' };
  const longer = ocmfPayload({ head: { PG: 'T14' }, readings: [{ ...END, ...later }] });
  expect(marksOf(FIRST, longer).map((mark) => sold.includes(mark))).toEqual([true, false]);
  const next = [
    ocmfPayload({ head: { PG: 'T13' }, readings: [{ ...END, TX: 'B' }] }),
    ocmfPayload({ head: { PG: 'T14' }, readings: [{ ...END, ...later }] }),
  ];
  expect(marksOf(...next).filter((mark) => sold.includes(mark))).toEqual([]);
});

test('only the records of the pair are verified, however many were sent while charging', () => {
  const between = Array.from({ length: 300 }, (_, index) =>
    ocmfPayload({ head: { PG: `T${index + 20}` }, readings: [{ ...END, TX: 'C' }] }),
  );
  const asked: number[] = [];
  const verdicts = [FIRST, ...between, LAST].map(verified);
  const said = verdicts.map(({ ocmf }) => ocmf);
  const verdict = judgeSigned(said, (index) => {
    asked.push(index);
    return verdicts[index];
  });
  expect(verdict).toMatchObject({ kind: 'verified' });
  expect(asked).toEqual([0, 301]);
  expect(recordsToVerify(said)).toEqual(asked);
  expect(judgeSigned(said, () => undefined).kind).toBe('faulty');
});

test('a payload that was signed several times is one record, and the signature that is right counts', () => {
  const again = signedBy('01', WHOLE);
  const forged: RecordVerdict = { kind: 'wrong-signature', ocmf: again.ocmf, why: 'does-not-fit' };
  expect(judge([verified(WHOLE), again])).toMatchObject({ kind: 'verified', records: [0] });
  expect(judge([forged, verified(WHOLE)])).toMatchObject({ kind: 'verified', records: [1] });
  const again300 = Array.from({ length: 300 }, (_, index) => signedBy(String(index), WHOLE).ocmf);
  expect(recordsToVerify(again300)).toHaveLength(8);
  expect(judge([forged, forged])).toMatchObject({ kind: 'wrong-signature', records: [0] });
});

test('two that differ are not chosen between', () => {
  const other = ocmfPayload({ head: { PG: 'T10' } });
  expect(judge([WHOLE, other].map(verified))).toMatchObject({
    kind: 'faulty',
    faults: [{ kind: 'several-pairs' }],
    records: [0, 1],
  });
});

test('half a pair is none', () => {
  expect(judge([verified(FIRST)])).toMatchObject({ kind: 'faulty', faults: [{ kind: 'no-end' }] });
  expect(judge([verified(BETWEEN)])).toMatchObject({
    kind: 'faulty',
    faults: [{ kind: 'no-begin' }, { kind: 'no-end' }],
  });
  expect(judge([])).toEqual({ kind: 'unsigned' });
});

test('one record of the pair that is not rightly signed spoils it, one beside it does not', () => {
  const forged = (payload: string): RecordVerdict => ({
    kind: 'wrong-signature',
    ocmf: verified(payload).ocmf,
    why: 'does-not-fit',
  });
  expect(judge([verified(FIRST), forged(LAST)])).toMatchObject({ kind: 'wrong-signature' });
  expect(judge([verified(FIRST), forged(BETWEEN), verified(LAST)])).toMatchObject({ kind: 'verified' });
});

test('what is not OCMF is for others to verify', () => {
  const alfen: RecordVerdict = { kind: 'unverifiable', why: 'other-format', format: 'ALFEN', ocmf: null };
  expect(judge([alfen])).toEqual({ kind: 'unverifiable', why: 'other-format', records: [0] });
});

function judge(verdicts: readonly RecordVerdict[]): SignedVerdict {
  return judgeSigned(
    verdicts.map(({ ocmf }) => ocmf),
    (index) => verdicts[index],
  );
}

function verified(payload: string) {
  return signedBy('00', payload);
}

function signedBy(signature: string, payload: string): Extract<RecordVerdict, { readonly kind: 'verified' }> {
  const read = readOcmf(`OCMF|${payload}|{"SD":"${signature}"}`, (text) =>
    instant(Date.parse(text.slice(0, 19))),
  );
  if (read.kind === 'malformed') throw new Error(read.flaw);
  return { kind: 'verified', ocmf: read.ocmf, key: KEY, curve: 'secp256r1' };
}
