import { expect, test } from 'vitest';
import { connectorId, stationId, transactionId } from '../shared/ids.ts';
import { HOUR, instant, later } from '../shared/units.ts';
import {
  type ChargingProfile,
  type InstalledProfile,
  UNKNOWN_ABILITIES,
  withoutProfiles,
  withProfile,
} from './charging-profile.ts';
import { profileProblem } from './check-profile.ts';
import { abilitiesIn, noLimits, profilesInForce } from './station-limits.ts';

const NOON = instant(Date.UTC(2026, 10, 21, 12));

const profile: ChargingProfile = {
  id: 1,
  purpose: 'TxDefaultProfile',
  stackLevel: 0,
  transactionId: null,
  timing: { kind: 'Absolute', startsAt: NOON },
  validFrom: null,
  validTo: null,
  unit: 'A',
  durationSeconds: null,
  minRate: null,
  periods: [
    { startSeconds: 0, limit: 16, phases: null },
    { startSeconds: 3_600, limit: 6.5, phases: 3 },
  ],
};

interface Wish {
  readonly connector?: number;
  readonly profile?: Partial<ChargingProfile>;
  readonly abilities?: Partial<typeof UNKNOWN_ABILITIES>;
  readonly held?: readonly InstalledProfile[];
  readonly withStart?: boolean;
}

function wrongField(wish: Wish): string | null {
  return (
    profileProblem({
      connectorId: connectorId(wish.connector ?? 1),
      profile: { ...profile, ...wish.profile },
      abilities: { ...UNKNOWN_ABILITIES, ...wish.abilities },
      held: wish.held ?? [],
      withStart: wish.withStart ?? false,
    })?.field ?? null
  );
}

function installed(id: number, at: number, more: Partial<ChargingProfile> = {}): InstalledProfile {
  return { connectorId: connectorId(at), profile: { ...profile, id, ...more }, setAt: NOON, setBy: 'Anna' };
}

test('a limit of the station stands at connector 0, that of a session at its connector (errata 3.41, 3.53)', () => {
  expect(wrongField({ profile: { purpose: 'ChargePointMaxProfile' } })).toBe('connectorId');
  expect(wrongField({ connector: 0, profile: { purpose: 'ChargePointMaxProfile' } })).toBeNull();
  expect(wrongField({ connector: 0 })).toBeNull();
  expect(wrongField({ profile: { purpose: 'TxProfile' } })).toBe('connectorId');
  expect(wrongField({ profile: { purpose: 'TxProfile' }, withStart: true })).toBeNull();
  const ofSession = { purpose: 'TxProfile', transactionId: transactionId(9) } as const;
  expect(wrongField({ profile: ofSession })).toBeNull();
  expect(wrongField({ connector: 0, profile: ofSession })).toBe('connectorId');
});

test('periods begin at 0, grow, and have limits with at most one decimal', () => {
  const period = (startSeconds: number, limit = 10) => ({ startSeconds, limit, phases: null });
  for (const periods of [
    [],
    [period(5)],
    [period(0), period(0)],
    [period(0), period(9), period(3)],
    [period(0, -1)],
    [period(0, 6.25)],
  ])
    expect(wrongField({ profile: { periods } }), JSON.stringify(periods)).toBe('periods');
  expect(wrongField({ profile: { periods: [period(0, 0), period(60, 6.1)] } })).toBeNull();
  const daily = { kind: 'Recurring', every: 'Daily', startsAt: NOON } as const;
  expect(wrongField({ profile: { timing: daily, periods: [period(0), period(86_400)] } })).toBe('periods');
});

test('what the station says it cannot do is refused before it is sent', () => {
  expect(wrongField({ abilities: { maxPeriods: 1 } })).toBe('periods');
  expect(wrongField({ abilities: { maxPeriods: 2 } })).toBeNull();
  expect(wrongField({ profile: { stackLevel: 3 }, abilities: { maxStackLevel: 2 } })).toBe('stackLevel');
  expect(wrongField({ abilities: { units: ['W'] } })).toBe('unit');
  expect(wrongField({ abilities: { maxProfiles: 1 }, held: [installed(2, 2)] })).toBe('profileId');
  // It takes the place of one that is there.
  expect(wrongField({ abilities: { maxProfiles: 1 }, held: [installed(2, 1)] })).toBeNull();
});

test('the configuration names units and numbers in several ways', () => {
  const read = (unit: string) =>
    abilitiesIn(new Map([['ChargingScheduleAllowedChargingRateUnit', unit]])).units;
  expect(['Current', 'Power', 'Current,Power', 'A', 'W', 'Ampere'].map(read)).toEqual([
    ['A'],
    ['W'],
    ['A', 'W'],
    ['A'],
    ['W'],
    null,
  ]);
  expect(abilitiesIn(new Map([['ChargingScheduleMaxPeriods', ' 24 ']])).maxPeriods).toBe(24);
  expect(abilitiesIn(new Map([['ChargingScheduleMaxPeriods', 'many']])).maxPeriods).toBeNull();
});

test('a new profile takes the place of the one of its number, and of its purpose and level', () => {
  const held = [installed(1, 1), installed(2, 2), installed(3, 1, { stackLevel: 4 })];
  const ids = (list: readonly InstalledProfile[]) => list.map((one) => one.profile.id);
  expect(ids(withProfile(held, installed(7, 1)))).toEqual([2, 3, 7]);
  expect(ids(withProfile(held, installed(2, 1, { stackLevel: 9 })))).toEqual([1, 3, 2]);
  const all = { profileId: null, connectorId: null, purpose: null, stackLevel: null };
  expect(ids(withoutProfiles(held, { ...all, profileId: 2 }))).toEqual([1, 3]);
  expect(ids(withoutProfiles(held, { ...all, connectorId: connectorId(1) }))).toEqual([2]);
  expect(ids(withoutProfiles(held, { ...all, stackLevel: 4, purpose: 'TxDefaultProfile' }))).toEqual([1, 2]);
  expect(withoutProfiles(held, all)).toEqual([]);
});

test('the limit of a session ends with it, and every limit with its validity', () => {
  const ofSession = { purpose: 'TxProfile', transactionId: transactionId(9) } as const;
  const limits = {
    ...noLimits(stationId('A')),
    profiles: [installed(1, 1, ofSession), installed(2, 1, { validTo: NOON }), installed(3, 0)],
  };
  const inForce = (running: readonly number[], now = later(NOON, HOUR)) =>
    profilesInForce(limits, { now, running: new Set(running.map(transactionId)) }).map(
      ({ profile: { id } }) => id,
    );
  expect(inForce([9])).toEqual([1, 3]);
  expect(inForce([])).toEqual([3]);
  expect(inForce([], instant(NOON - 1))).toEqual([2, 3]);
});
