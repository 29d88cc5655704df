import type { ConnectorId, TransactionId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** How much a station may draw over time (OCPP 1.6 §7.8). */
export interface ChargingProfile {
  /** Ours, positive, one of its kind at its station. */
  readonly id: number;
  readonly purpose: ProfilePurpose;
  readonly stackLevel: number;
  /** Of a TxProfile for a running session. */
  readonly transactionId: TransactionId | null;
  readonly timing: ProfileTiming;
  readonly validFrom: Instant | null;
  readonly validTo: Instant | null;
  /** Amperes per phase, or watts of all phases together. */
  readonly unit: RateUnit;
  readonly durationSeconds: number | null;
  readonly minRate: number | null;
  readonly periods: readonly SchedulePeriod[];
}

export const PROFILE_PURPOSES = ['ChargePointMaxProfile', 'TxDefaultProfile', 'TxProfile'] as const;
export type ProfilePurpose = (typeof PROFILE_PURPOSES)[number];

export type RateUnit = 'A' | 'W';

export type ProfileTiming =
  | { readonly kind: 'Absolute'; readonly startsAt: Instant }
  | { readonly kind: 'Recurring'; readonly every: 'Daily' | 'Weekly'; readonly startsAt: Instant }
  /** From the beginning of the session on. */
  | { readonly kind: 'Relative' };

export interface SchedulePeriod {
  readonly startSeconds: number;
  /** In the unit of its profile, with at most one decimal. */
  readonly limit: number;
  readonly phases: number | null;
}

/** What a station says it can do with profiles; null where it has not said (OCPP 1.6 §9.4). */
export interface ProfileAbilities {
  readonly maxStackLevel: number | null;
  readonly maxPeriods: number | null;
  readonly maxProfiles: number | null;
  readonly units: readonly RateUnit[] | null;
}

export const UNKNOWN_ABILITIES: ProfileAbilities = {
  maxStackLevel: null,
  maxPeriods: null,
  maxProfiles: null,
  units: null,
};

/** A profile that a station has taken from us. */
export interface InstalledProfile {
  readonly connectorId: ConnectorId;
  readonly profile: ChargingProfile;
  readonly setAt: Instant;
  readonly setBy: string;
}

/** Which profiles to clear; what is null does not matter, all null clears every one (OCPP 1.6 §5.5). */
export interface ProfileFilter {
  readonly profileId: number | null;
  readonly connectorId: ConnectorId | null;
  readonly purpose: ProfilePurpose | null;
  readonly stackLevel: number | null;
}

export type ProfileOrder =
  | {
      readonly kind: 'set-charging-profile';
      readonly connectorId: ConnectorId;
      readonly profile: ChargingProfile;
    }
  | ({ readonly kind: 'clear-charging-profile' } & ProfileFilter);

/**
 * What a station holds after it took a profile: one of the same number goes, and one of the same purpose and level
 * at the same connector (OCPP 1.6 §3.13.2, §5.16).
 */
export function withProfile(
  held: readonly InstalledProfile[],
  added: InstalledProfile,
): readonly InstalledProfile[] {
  return [...held.filter((one) => !isReplacedBy(one, added)), added];
}

export function isReplacedBy(
  { connectorId, profile }: Placed,
  { connectorId: newConnector, profile: newProfile }: Placed,
): boolean {
  if (profile.id === newProfile.id) return true;
  return (
    connectorId === newConnector &&
    profile.purpose === newProfile.purpose &&
    profile.stackLevel === newProfile.stackLevel
  );
}

type Placed = Pick<InstalledProfile, 'connectorId' | 'profile'>;

/** What a station holds after it cleared. A number names one profile, whatever else is said. */
export function withoutProfiles(
  held: readonly InstalledProfile[],
  filter: ProfileFilter,
): readonly InstalledProfile[] {
  return held.filter((installed) => !isCleared(installed, filter));
}

function isCleared({ connectorId, profile }: InstalledProfile, filter: ProfileFilter): boolean {
  if (filter.profileId !== null) return profile.id === filter.profileId;
  return (
    (filter.connectorId === null || filter.connectorId === connectorId) &&
    (filter.purpose === null || filter.purpose === profile.purpose) &&
    (filter.stackLevel === null || filter.stackLevel === profile.stackLevel)
  );
}
