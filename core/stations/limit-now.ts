import type { Session } from '../sessions/session.ts';
import type { ConnectorId } from '../shared/ids.ts';
import { type Amperes, amperes, DAY, type Instant } from '../shared/units.ts';
import type { ChargingProfile, InstalledProfile, ProfilePurpose } from './charging-profile.ts';

/** What a connector is limited to at a moment by what we have set at its station, and since when that was set. */
export interface LimitNow {
  readonly current: Amperes;
  readonly since: Instant;
}

export interface LimitFacts {
  readonly profiles: readonly InstalledProfile[];
  readonly connectorId: ConnectorId;
  readonly session: Session | null;
  readonly now: Instant;
}

/**
 * The limit in force (OCPP 1.6 §3.13.2): the highest of its purpose counts, a profile of the session stands over the
 * default, and the station's own maximum over both. Null where none is set in amperes: how many amperes some watts
 * are depends on the car's phases, which nobody knows beforehand. Nothing at all is 0 A in either unit.
 */
export function limitNow(facts: LimitFacts): LimitNow | null {
  const ofSession = highest(facts, 'TxProfile') ?? highest(facts, 'TxDefaultProfile');
  const ofStation = highest(facts, 'ChargePointMaxProfile');
  const limits = [ofSession, ofStation].filter((limit) => limit !== null);
  return limits.toSorted((a, b) => a.current - b.current)[0] ?? null;
}

function highest(facts: LimitFacts, purpose: ProfilePurpose): LimitNow | null {
  const [top] = facts.profiles
    .filter((installed) => installed.profile.purpose === purpose && concerns(installed, facts))
    .filter(({ profile }) => isValid(profile, facts.now) && rateNow(profile, facts) !== null)
    .toSorted((a, b) => b.profile.stackLevel - a.profile.stackLevel);
  if (top === undefined) return null;
  const rate = rateNow(top.profile, facts);
  if (rate === null || (top.profile.unit === 'W' && rate > 0)) return null;
  return { current: amperes(rate), since: top.setAt };
}

function concerns({ connectorId, profile }: InstalledProfile, facts: LimitFacts): boolean {
  if (profile.purpose === 'TxProfile')
    return facts.session !== null && profile.transactionId === facts.session.transactionId;
  return connectorId === 0 || connectorId === facts.connectorId;
}

function isValid({ validFrom, validTo }: ChargingProfile, now: Instant): boolean {
  return (validFrom === null || validFrom <= now) && (validTo === null || now < validTo);
}

/** The rate of the period that runs; null before the first, after the last, and where no session says when it began. */
function rateNow(profile: ChargingProfile, { session, now }: LimitFacts): number | null {
  const elapsedSeconds = elapsedOf(profile, session, now);
  if (elapsedSeconds === null || elapsedSeconds < 0) return null;
  if (profile.durationSeconds !== null && elapsedSeconds >= profile.durationSeconds) return null;
  const running = profile.periods.filter(({ startSeconds }) => startSeconds <= elapsedSeconds);
  return running.at(-1)?.limit ?? null;
}

function elapsedOf({ timing }: ChargingProfile, session: Session | null, now: Instant): number | null {
  switch (timing.kind) {
    case 'Absolute':
      return (now - timing.startsAt) / 1_000;
    case 'Relative':
      return session === null ? 0 : (now - session.start.at) / 1_000;
    case 'Recurring': {
      const length = timing.every === 'Daily' ? DAY : 7 * DAY;
      return now < timing.startsAt ? null : ((now - timing.startsAt) % length) / 1_000;
    }
  }
}
