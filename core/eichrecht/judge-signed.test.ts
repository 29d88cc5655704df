import { expect, test } from 'vitest';
import { instant } from '../shared/units.ts';
import { BEGIN, END, ocmfPayload } from '../testing/ocmf-payload.ts';
import { judgeSigned } from './judge-signed.ts';
import { readOcmf } from './read-ocmf.ts';
import type { RecordVerdict } from './record-verdict.ts';

const KEY = { curve: 'secp256r1', point: '04' } as const;
const WHOLE = ocmfPayload({ head: { PG: 'T9' } });
const FIRST = ocmfPayload({ readings: [BEGIN] });
const LAST = ocmfPayload({ head: { PG: 'T12' }, readings: [END] });
const BETWEEN = ocmfPayload({ head: { PG: 'T8' }, readings: [{ ...END, TX: 'C', RV: 2_940 }] });
const FISCAL = ocmfPayload({ head: { PG: 'F3' } });

test('a pair is found wherever its records stand, and however often they were sent', () => {
  expect(judgeSigned([FIRST, BETWEEN, FIRST, LAST, LAST, FISCAL].map(verified))).toMatchObject({
    kind: 'verified',
    energy: 29_500,
    records: [0, 3],
  });
  expect(judgeSigned([LAST, FIRST].map(verified))).toMatchObject({ kind: 'verified', records: [1, 0] });
});

test('one record with begin and end is enough, and goes before those with one of them', () => {
  expect(judgeSigned([FIRST, WHOLE].map(verified))).toMatchObject({ kind: 'verified', records: [1] });
});

test('a pair with a fault is worth nothing, though its energy could be told', () => {
  const ill = ocmfPayload({ readings: [BEGIN, { ...END, ST: 'E' }] });
  const verdict = judgeSigned([verified(ill)]);
  expect(verdict).toMatchObject({
    kind: 'faulty',
    faults: [{ kind: 'meter-state' }],
    end: { value: '2965.1005' },
  });
  expect(verdict).not.toHaveProperty('energy');
});

test('the same pair is known again, in one session or another, and a later one is not taken for it', () => {
  const keyOf = (...payloads: readonly string[]) => {
    const verdict = judgeSigned(payloads.map(verified));
    return verdict.kind === 'verified' ? verdict.pairKey : null;
  };
  expect(keyOf(LAST, FIRST)).toBe(keyOf(FIRST, BETWEEN, LAST));
  expect(keyOf(FIRST, LAST)).not.toBe(keyOf(WHOLE));
  expect(keyOf(WHOLE)).not.toBe(keyOf(ocmfPayload({ head: { PG: 'T10' } })));
});

test('two that differ are not chosen between', () => {
  const other = ocmfPayload({ head: { PG: 'T10' } });
  expect(judgeSigned([WHOLE, other].map(verified))).toMatchObject({
    kind: 'faulty',
    faults: [{ kind: 'several-pairs' }],
    records: [0, 1],
  });
});

test('half a pair is none', () => {
  expect(judgeSigned([verified(FIRST)])).toMatchObject({ kind: 'faulty', faults: [{ kind: 'no-end' }] });
  expect(judgeSigned([verified(BETWEEN)])).toMatchObject({
    kind: 'faulty',
    faults: [{ kind: 'no-begin' }, { kind: 'no-end' }],
  });
  expect(judgeSigned([])).toEqual({ kind: 'unsigned' });
});

test('one record of the pair that is not rightly signed spoils it, one beside it does not', () => {
  const forged = (payload: string): RecordVerdict => ({
    kind: 'wrong-signature',
    ocmf: verified(payload).ocmf,
    why: 'does-not-fit',
  });
  expect(judgeSigned([verified(FIRST), forged(LAST)])).toMatchObject({ kind: 'wrong-signature' });
  expect(judgeSigned([verified(FIRST), forged(BETWEEN), verified(LAST)])).toMatchObject({ kind: 'verified' });
});

test('what is not OCMF is for others to verify', () => {
  const alfen: RecordVerdict = { kind: 'unverifiable', why: 'other-format', format: 'ALFEN', ocmf: null };
  expect(judgeSigned([alfen])).toEqual({ kind: 'unverifiable', why: 'other-format', records: [0] });
});

function verified(payload: string): Extract<RecordVerdict, { readonly kind: 'verified' }> {
  const read = readOcmf(`OCMF|${payload}|{"SD":"00"}`, (text) => instant(Date.parse(text.slice(0, 19))));
  if (read.kind === 'malformed') throw new Error(read.flaw);
  return { kind: 'verified', ocmf: read.ocmf, key: KEY, curve: 'secp256r1' };
}
