import type { Instant } from '../shared/units.ts';
import type { ChargingProfile, ProfileOrder, SchedulePeriod } from './charging-profile.ts';
import type { Behaviour, SwitchSettings } from './switches.ts';

type LimitOrder = Extract<ProfileOrder, { readonly kind: 'set-charging-profile' }>;

/** What has to be known to say the same in another way. */
export interface FittingFacts {
  readonly now: Instant;
  /** Connectors of the station, without 0. */
  readonly connectors: number;
}

/** Another way to say a limit, and what the station has taught us if it takes it. */
export interface OtherWay {
  readonly order: LimitOrder;
  readonly lesson: SwitchSettings;
}

/** The order as a station takes it that is known to be particular. What a plan over time means is never changed. */
export function fitted(order: LimitOrder, behaviour: Behaviour, facts: FittingFacts): LimitOrder {
  let { profile } = order;
  if (profile.stackLevel > behaviour.mostStackLevel)
    profile = { ...profile, stackLevel: behaviour.mostStackLevel };
  if (behaviour.profileKind !== 'any') profile = timedAs(profile, behaviour.profileKind, facts) ?? profile;
  if (behaviour.rateUnit !== 'any') profile = inUnit(profile, behaviour.rateUnit);
  if (!behaviour.stationMaxProfile) profile = forEachConnector(profile, facts) ?? profile;
  if (profile.unit === 'A' && behaviour.currentSteps.length > 0)
    profile = withLimits(profile, ({ limit }) => stepBelow(limit, behaviour.currentSteps));
  return { ...order, profile };
}

/** Ways to say the same to a station that has refused it, the likeliest first (evcc, lbbrhzn). */
export function otherWays(order: LimitOrder, facts: FittingFacts): readonly OtherWay[] {
  const { profile } = order;
  const ways: readonly (readonly [ChargingProfile | null, SwitchSettings])[] = [
    [profile.stackLevel > 0 ? { ...profile, stackLevel: 0 } : null, { mostStackLevel: 0 }],
    [forEachConnector(profile, facts), { stationMaxProfile: false }],
    [
      profile.timing.kind === 'Relative' ? null : timedAs(profile, 'Relative', facts),
      { profileKind: 'Relative' },
    ],
    [
      profile.timing.kind === 'Relative' ? timedAs(profile, 'Absolute', facts) : null,
      { profileKind: 'Absolute' },
    ],
    profile.unit === 'A'
      ? [inUnit(profile, 'W'), { rateUnit: 'W' }]
      : [inUnit(profile, 'A'), { rateUnit: 'A' }],
  ];
  return ways.flatMap(([other, lesson]) =>
    other === null ? [] : [{ order: { ...order, profile: other }, lesson }],
  );
}

/** V between phase and neutral; amperes and watts are exchanged by it, to the safe side. */
const VOLTAGE = 230;
const ALL_PHASES = 3;

/** A limit that holds all the time is the same from now on and from the beginning of a session. */
function timedAs(
  profile: ChargingProfile,
  kind: 'Relative' | 'Absolute',
  { now }: FittingFacts,
): ChargingProfile | null {
  const { timing, periods, durationSeconds } = profile;
  if (timing.kind === kind) return profile;
  const holdsAlways =
    periods.length === 1 &&
    durationSeconds === null &&
    (timing.kind === 'Relative' || (timing.kind === 'Absolute' && timing.startsAt <= now));
  // §3.13.1: what limits the station as a whole cannot begin with a session.
  if (!holdsAlways || profile.purpose === 'ChargePointMaxProfile') return null;
  return { ...profile, timing: kind === 'Relative' ? { kind } : { kind, startsAt: now } };
}

function inUnit(profile: ChargingProfile, unit: ChargingProfile['unit']): ChargingProfile {
  if (profile.unit === unit) return profile;
  const minRate = profile.minRate === null ? null : exchanged(profile.minRate, unit, ALL_PHASES);
  const converted = withLimits(profile, ({ limit, phases }) => exchanged(limit, unit, phases ?? ALL_PHASES));
  return { ...converted, unit, minRate };
}

function exchanged(value: number, to: ChargingProfile['unit'], phases: number): number {
  return to === 'W' ? Math.floor(value * VOLTAGE * phases) : tenthsBelow(value / VOLTAGE / phases);
}

/** Errata 3.53: a TxDefaultProfile for connector 0 is for every connector alike, so each gets its share. */
function forEachConnector(profile: ChargingProfile, { connectors }: FittingFacts): ChargingProfile | null {
  if (profile.purpose !== 'ChargePointMaxProfile') return null;
  const share = Math.max(1, connectors);
  return withLimits({ ...profile, purpose: 'TxDefaultProfile' }, ({ limit }) => tenthsBelow(limit / share));
}

function withLimits(profile: ChargingProfile, limitOf: (period: SchedulePeriod) => number): ChargingProfile {
  return { ...profile, periods: profile.periods.map((period) => ({ ...period, limit: limitOf(period) })) };
}

function tenthsBelow(value: number): number {
  // A hair more, so that 16.1 does not become 16.0 by the dust of binary fractions.
  return Math.floor(value * 10 + 1e-6) / 10;
}

/** The greatest step that is not more than the limit; none of them means no current. */
function stepBelow(limit: number, steps: readonly number[]): number {
  return Math.max(0, ...steps.filter((step) => step <= limit));
}
