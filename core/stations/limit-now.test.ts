import { expect, test } from 'vitest';
import { connectorId } from '../shared/ids.ts';
import { DAY, HOUR, instant } from '../shared/units.ts';
import type { ChargingProfile, InstalledProfile } from './charging-profile.ts';
import { limitNow } from './limit-now.ts';

const NOW = instant(1_795_000_000_000);
const FIRST = connectorId(1);

test('without a profile there is no limit', () => {
  expect(of()).toBeNull();
});

test('the highest level counts, and that of the station over all', () => {
  expect(of(set({ stackLevel: 0, limit: 6 }), set({ stackLevel: 3, limit: 16 }))).toBe(16);
  expect(of(set({ limit: 16 }), set({ purpose: 'ChargePointMaxProfile', limit: 10 }, 0))).toBe(10);
  expect(of(set({ limit: 8 }, 2))).toBeNull();
});

test('a profile that is not valid yet, or no more, says nothing', () => {
  expect(of(set({ limit: 6, validFrom: instant(NOW + 1) }))).toBeNull();
  expect(of(set({ limit: 6, validTo: NOW }))).toBeNull();
  expect(of(set({ limit: 6, durationSeconds: 60, startsAt: instant(NOW - HOUR) }))).toBeNull();
});

test('one that comes back every day counts from its last beginning', () => {
  const timing = { kind: 'Recurring', every: 'Daily', startsAt: instant(NOW - 3 * DAY - 2 * HOUR) } as const;
  const periods = [
    { startSeconds: 0, limit: 16, phases: null },
    { startSeconds: 3_600, limit: 6, phases: null },
  ];
  expect(of(set({ timing, periods }))).toBe(6);
});

test('watts are not guessed into amperes; nothing is nothing', () => {
  expect(of(set({ unit: 'W', limit: 4_000 }))).toBeNull();
  expect(of(set({ unit: 'W', limit: 0 }))).toBe(0);
});

function of(...profiles: readonly InstalledProfile[]): number | null {
  return limitNow({ profiles, connectorId: FIRST, session: null, now: NOW })?.current ?? null;
}

function set(
  more: Partial<ChargingProfile> & {
    readonly limit?: number;
    readonly startsAt?: ReturnType<typeof instant>;
  },
  connector = 1,
): InstalledProfile {
  const { limit = 16, startsAt = instant(NOW - HOUR), ...rest } = more;
  return {
    connectorId: connectorId(connector),
    setAt: NOW,
    setBy: 'M. Weber',
    profile: {
      id: 1,
      purpose: 'TxDefaultProfile',
      stackLevel: 0,
      transactionId: null,
      timing: { kind: 'Absolute', startsAt },
      validFrom: null,
      validTo: null,
      unit: 'A',
      durationSeconds: null,
      minRate: null,
      periods: [{ startSeconds: 0, limit, phases: null }],
      ...rest,
    },
  };
}
