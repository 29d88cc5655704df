import { describe, expect, test } from 'vitest';
import { instant, MINUTE, wattHours } from '../shared/units.ts';
import { energyForMoney, type MeasuredSession, soldTime } from './energy-for-money.ts';
import type { SignedReading } from './judge-pair.ts';
import type { SignedVerdict } from './judge-signed.ts';
import { keyAt, replaceKey, seeKey } from './pinned-key.ts';
import type { MeterKey } from './record-verdict.ts';

const KEY: MeterKey = { curve: 'secp256r1', point: '04aa' };
const OTHER: MeterKey = { curve: 'secp256r1', point: '04bb' };
const READING: SignedReading = {
  record: 0,
  reading: 0,
  time: { text: null, at: null, sync: null },
  value: '1',
  unit: 'kWh',
  register: '1-0:1.8.0',
};
function readAt(at: number): SignedReading {
  return { ...READING, time: { text: null, at: instant(at), sync: 'S' } };
}

const VERIFIED: SignedVerdict & { readonly kind: 'verified' } = {
  kind: 'verified',
  energy: wattHours(20_000),
  exactWh: '20000.4',
  begin: READING,
  end: READING,
  clock: 'relative',
  key: KEY,
  remarks: [],
  marks: ['begin', 'end'],
  records: [0],
};
const SESSION: MeasuredSession = {
  measured: wattHours(20_001),
  from: instant(0),
  to: instant(60 * MINUTE),
  decided: null,
  isOpen: false,
  key: 'known',
  isReadingSold: false,
};
const FAULTY: SignedVerdict = {
  kind: 'faulty',
  faults: [],
  begin: null,
  end: null,
  remarks: [],
  records: [],
};

describe('at a station under the law on measuring', () => {
  const law = { eichrecht: true };

  test('energy is what the meter signed', () => {
    expect(energyForMoney(SESSION, law, VERIFIED)).toMatchObject({ kind: 'signed', energy: 20_000 });
  });

  test.each<[SignedVerdict, string]>([
    [{ kind: 'unsigned' }, 'unsigned'],
    [{ kind: 'wrong-signature', why: 'does-not-fit', records: [0] }, 'wrong-signature'],
    [{ kind: 'unverifiable', why: 'other-format', records: [0] }, 'unverifiable'],
    [{ kind: 'unverifiable', why: 'no-key', records: [0] }, 'key-not-pinned'],
    [FAULTY, 'faulty'],
  ])('without a verified pair nothing is sold by itself: %o', (verdict, reason) => {
    expect(energyForMoney(SESSION, law, verdict)).toEqual({ kind: 'held', reason });
  });

  test('a key that is not the pinned one holds a session, however well it verifies', () => {
    expect(energyForMoney({ ...SESSION, key: 'changed' }, law, VERIFIED)).toMatchObject({
      reason: 'key-changed',
    });
    expect(energyForMoney({ ...SESSION, key: 'unpinned' }, law, VERIFIED)).toMatchObject({
      reason: 'key-not-pinned',
    });
  });

  test.each([
    [20_000, 'signed'],
    [20_150, 'signed'],
    [19_790, 'held'],
    [20_250, 'held'],
    [50, 'held'],
  ])('%i Wh by start and stop beside 20,000 signed: %s', (measured, kind) => {
    expect(energyForMoney({ ...SESSION, measured: wattHours(measured) }, law, VERIFIED).kind).toBe(kind);
  });

  test('a few Wh of a short session are no difference', () => {
    const short: SignedVerdict = { ...VERIFIED, energy: wattHours(3) };
    expect(energyForMoney({ ...SESSION, measured: wattHours(60) }, law, short).kind).toBe('signed');
  });

  test('readings that have been sold are not sold again', () => {
    expect(energyForMoney({ ...SESSION, isReadingSold: true }, law, VERIFIED)).toMatchObject({
      reason: 'pair-sold-before',
    });
  });

  test.each([
    [0, 60, 'signed'],
    [-15, 75, 'signed'],
    [15, 45, 'signed'],
    [-16, 60, 'held'],
    [0, 76, 'held'],
    [0, 44, 'held'],
    // Years ago.
    [-1_000_000, -999_940, 'held'],
  ])('signed from minute %i to %i of a session of sixty: %s', (from, to, kind) => {
    const [begin, end] = [from, to].map((minute) => readAt(minute * MINUTE));
    if (begin === undefined || end === undefined) throw new Error('there are two');
    const synchronised: SignedVerdict = { ...VERIFIED, clock: 'synchronised', begin, end };
    const energy = energyForMoney(SESSION, law, synchronised);
    expect(energy).toMatchObject(kind === 'held' ? { kind, reason: 'times-differ' } : { kind });
    // What no clock vouches for proves nothing.
    for (const clock of ['relative', 'informative', 'unusable'] as const)
      expect(energyForMoney(SESSION, law, { ...synchronised, clock }).kind).toBe('signed');
  });

  test('a session that runs, or looks wrong and is not decided, waits whatever was signed', () => {
    const waits = { kind: 'held', reason: 'no-energy' };
    expect(energyForMoney({ ...SESSION, isOpen: true }, law, VERIFIED)).toEqual(waits);
    expect(energyForMoney({ ...SESSION, isOpen: true }, { eichrecht: false }, VERIFIED)).toEqual(waits);
  });

  test('what a person decided is taken as it is', () => {
    const decided = { ...SESSION, decided: wattHours(5), key: 'changed' } as const;
    expect(energyForMoney(decided, law, FAULTY)).toEqual({ kind: 'decided', energy: 5 });
  });

  test('time has a price only where the certificate and the clock allow it, and hours only by a clock that is right', () => {
    const allowed = { eichrecht: true, timeTariffsAllowed: true };
    expect(soldTime(allowed, { ...VERIFIED, clock: 'synchronised' })).toBe('hours');
    expect(soldTime(allowed, { ...VERIFIED, clock: 'relative' })).toBe('duration');
    expect(soldTime(allowed, { ...VERIFIED, clock: 'informative' })).toBe('nothing');
    expect(soldTime(allowed, { ...VERIFIED, clock: 'unusable' })).toBe('nothing');
    expect(soldTime(allowed, FAULTY)).toBe('nothing');
    expect(soldTime({ ...allowed, timeTariffsAllowed: false }, VERIFIED)).toBe('nothing');
  });
});

test('elsewhere energy is what was measured, and time may have a price', () => {
  const free = { eichrecht: false, timeTariffsAllowed: false };
  expect(energyForMoney(SESSION, free, { kind: 'unsigned' })).toEqual({ kind: 'measured', energy: 20_001 });
  expect(energyForMoney({ ...SESSION, measured: null }, free, VERIFIED)).toEqual({
    kind: 'held',
    reason: 'no-energy',
  });
  expect(soldTime(free, { kind: 'unsigned' })).toBe('hours');
});

describe('the key of a connector', () => {
  const seen = (
    key: MeterKey,
    source: 'nameplate' | 'commissioning' | 'configuration' | 'record',
    at = 10,
  ) => ({
    key,
    source,
    at: instant(at),
  });
  const given = (key: MeterKey, at: number) => ({ ...seen(key, 'nameplate', at), by: 'Anna', note: '' });
  const pinned = seeKey([], seen(KEY, 'commissioning'));
  if (pinned.kind !== 'pinned') throw new Error('nothing was pinned');
  const { history } = pinned;

  test('is pinned at commissioning, and not from what comes with a record', () => {
    expect(history).toEqual([
      { key: KEY, source: 'commissioning', since: 10, until: null, by: null, note: '' },
    ]);
    expect(seeKey([], seen(KEY, 'nameplate')).kind).toBe('pinned');
    expect(seeKey([], seen(KEY, 'record'))).toEqual({ kind: 'unpinned', seen: KEY });
    expect(seeKey([], seen(KEY, 'configuration')).kind).toBe('unpinned');
  });

  test('is known again in any spelling, also as a bare point', () => {
    expect(seeKey(history, seen(KEY, 'record', 20)).kind).toBe('known');
    expect(seeKey(history, seen({ ...KEY, curve: null }, 'record', 20)).kind).toBe('known');
    expect(seeKey(history, seen({ ...KEY, curve: 'brainpoolP256r1' }, 'record', 20)).kind).toBe('changed');
  });

  test('is known again as a compressed point, which says nothing of its curve either', () => {
    const whole: MeterKey = { curve: 'secp256r1', point: `04${'ab'.repeat(32)}${'0c'.repeat(31)}07` };
    const bare = (point: string): MeterKey => ({ curve: null, point });
    const now = replaceKey([], given(whole, 5));
    const kindOf = (key: MeterKey) => seeKey(now, seen(key, 'record', 20)).kind;
    expect(kindOf(bare(`03${'ab'.repeat(32)}`))).toBe('known');
    expect(kindOf(bare(`02${'ab'.repeat(32)}`))).toBe('changed');
    expect(kindOf(bare(`03${'ab'.repeat(31)}aa`))).toBe('changed');
    const byPoint = replaceKey([], given(bare(`03${'ab'.repeat(32)}`), 5));
    expect(seeKey(byPoint, seen(whole, 'record', 20)).kind).toBe('known');
  });

  test('is never replaced by itself, not even at commissioning', () => {
    for (const source of ['nameplate', 'commissioning', 'configuration', 'record'] as const)
      expect(seeKey(history, seen(OTHER, source, 20))).toEqual({ kind: 'changed', pinned: KEY, seen: OTHER });
  });

  test('stays in the history when the exchange was before it, and never counted then', () => {
    const later = replaceKey(history, given(OTHER, 30));
    const backdated = replaceKey(later, given({ ...KEY, point: '04cc' }, 5));
    expect(backdated.map(({ key, since, until }) => [key.point, since, until])).toEqual([
      ['04aa', 10, 10],
      ['04bb', 30, 30],
      ['04cc', 5, null],
    ]);
    expect([9, 10, 29, 30, 99].map((at) => keyAt(backdated, instant(at))?.key.point)).toEqual(
      Array(5).fill('04cc'),
    );
  });

  test('that a person replaces still counts for what was charged before', () => {
    const after = replaceKey(history, given(OTHER, 30));
    expect(after).toMatchObject([
      { key: KEY, source: 'commissioning', since: 10, until: 30 },
      { key: OTHER, source: 'nameplate', since: 30, until: null },
    ]);
    expect(keyAt(after, instant(29))?.key).toEqual(KEY);
    expect(keyAt(after, instant(30))?.key).toEqual(OTHER);
    expect(keyAt(after, instant(5))).toBeNull();
    expect(seeKey(after, seen(KEY, 'record', 40)).kind).toBe('changed');
  });
});
