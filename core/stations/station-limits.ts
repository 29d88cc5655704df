import type { StationId, TransactionId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { InstalledProfile, ProfileAbilities } from './charging-profile.ts';
import { UNKNOWN_ABILITIES } from './charging-profile.ts';

/** Charging profiles that we have set at a station, and what it can do with them. */
export interface StationLimits {
  readonly stationId: StationId;
  readonly profiles: readonly InstalledProfile[];
  readonly abilities: ProfileAbilities;
  /** When the station was asked what it can do; null when never. */
  readonly abilitiesReadAt: Instant | null;
}

export function noLimits(stationId: StationId): StationLimits {
  return { stationId, profiles: [], abilities: UNKNOWN_ABILITIES, abilitiesReadAt: null };
}

/** The profiles that can still matter: a TxProfile ends with its session, others when they are no longer valid. */
export function profilesInForce(
  limits: StationLimits,
  { now, running }: { readonly now: Instant; readonly running: ReadonlySet<TransactionId> },
): readonly InstalledProfile[] {
  return limits.profiles.filter(({ profile }) => {
    if (profile.validTo !== null && profile.validTo <= now) return false;
    if (profile.purpose !== 'TxProfile') return true;
    return profile.transactionId !== null && running.has(profile.transactionId);
  });
}

/** Reads what a station's configuration says about profiles. "Current" and "A" mean the same (errata 3.88). */
export function abilitiesIn(values: ReadonlyMap<string, string>): ProfileAbilities {
  const units = values
    .get('ChargingScheduleAllowedChargingRateUnit')
    ?.toLowerCase()
    .split(/[,;\s]+/);
  const known = [
    ...(units?.some((unit) => unit === 'current' || unit === 'a') ? (['A'] as const) : []),
    ...(units?.some((unit) => unit === 'power' || unit === 'w') ? (['W'] as const) : []),
  ];
  return {
    maxStackLevel: wholeNumber(values.get('ChargeProfileMaxStackLevel')),
    maxPeriods: wholeNumber(values.get('ChargingScheduleMaxPeriods')),
    maxProfiles: wholeNumber(values.get('MaxChargingProfilesInstalled')),
    units: known.length === 0 ? null : known,
  };
}

/** The configuration keys that `abilitiesIn` reads. */
export const ABILITY_KEYS = [
  'ChargeProfileMaxStackLevel',
  'ChargingScheduleAllowedChargingRateUnit',
  'ChargingScheduleMaxPeriods',
  'MaxChargingProfilesInstalled',
] as const;

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
