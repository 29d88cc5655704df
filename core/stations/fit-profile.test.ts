import { expect, test } from 'vitest';
import { connectorId } from '../shared/ids.ts';
import { instant } from '../shared/units.ts';
import type { ChargingProfile } from './charging-profile.ts';
import { fitted, otherWays } from './fit-profile.ts';
import { STANDARD_BEHAVIOUR, type SwitchSettings } from './switches.ts';

const NOW = instant(Date.UTC(2026, 10, 21, 9));
const FACTS = { now: NOW, connectors: 2 };

const sixteenAmperes: ChargingProfile = {
  id: 1,
  purpose: 'TxDefaultProfile',
  stackLevel: 3,
  transactionId: null,
  timing: { kind: 'Absolute', startsAt: NOW },
  validFrom: null,
  validTo: null,
  unit: 'A',
  durationSeconds: null,
  minRate: null,
  periods: [{ startSeconds: 0, limit: 16.1, phases: null }],
};

test('what is known of a station is said as it takes it', () => {
  expect(said({ mostStackLevel: 0 }).stackLevel).toBe(0);
  expect(said({ profileKind: 'Relative' }).timing).toEqual({ kind: 'Relative' });
  expect(said({ rateUnit: 'W' })).toMatchObject({ unit: 'W', periods: [{ limit: 11_109 }] });
  expect(said({ currentSteps: [6, 8, 10, 13, 16] }).periods[0]?.limit).toBe(16);
  expect(said({ currentSteps: [32] }).periods[0]?.limit).toBe(0);
  expect(said({})).toEqual(sixteenAmperes);
});

test('a limit for the whole station becomes a share for each connector, never more than was allowed', () => {
  const whole: ChargingProfile = { ...sixteenAmperes, purpose: 'ChargePointMaxProfile' };
  const shared = said({ stationMaxProfile: false }, whole);
  expect(shared).toMatchObject({ purpose: 'TxDefaultProfile', periods: [{ limit: 8 }] });
  expect(said({ profileKind: 'Relative' }, whole).timing.kind).toBe('Absolute');
});

test('a plan over time keeps its clock, whatever the station prefers', () => {
  const plan: ChargingProfile = {
    ...sixteenAmperes,
    periods: [
      { startSeconds: 0, limit: 16, phases: null },
      { startSeconds: 3_600, limit: 6, phases: null },
    ],
  };
  expect(said({ profileKind: 'Relative' }, plan).timing.kind).toBe('Absolute');
  expect(lessons(plan)).toEqual([{ mostStackLevel: 0 }, { rateUnit: 'W' }]);
});

test('a station that refuses is told the same in other ways, each of them one lesson', () => {
  expect(lessons(sixteenAmperes)).toEqual([
    { mostStackLevel: 0 },
    { profileKind: 'Relative' },
    { rateUnit: 'W' },
  ]);
});

function said(settings: SwitchSettings, profile = sixteenAmperes): ChargingProfile {
  return fitted(orderOf(profile), { ...STANDARD_BEHAVIOUR, ...settings }, FACTS).profile;
}

function lessons(profile: ChargingProfile): readonly SwitchSettings[] {
  return otherWays(orderOf(profile), FACTS).map(({ lesson }) => lesson);
}

function orderOf(profile: ChargingProfile) {
  return { kind: 'set-charging-profile', connectorId: connectorId(1), profile } as const;
}
