import type { EnergyForMoney } from '../eichrecht/energy-for-money.ts';
import type { CurvePoint } from '../sessions/curve.ts';
import { type Session, sessionState } from '../sessions/session.ts';
import { type Instant, milliseconds, type Watts } from '../shared/units.ts';
import { type MilliwattHours, milliwattHours } from './amounts.ts';
import type { SessionUse } from './connector-use.ts';
import { factsFromReadings } from './facts-from-readings.ts';
import type { Implausible } from './implausible.ts';
import { lastReadingAt, readingsOf, type SessionEnds, statesOf, usedSoFar } from './metered-session.ts';
import { needsClock } from './needs-clock.ts';
import { priceSession } from './price-session.ts';
import type { SessionFacts } from './session-facts.ts';
import type { EnergySource, HeldFacts, HeldReason, RatedOutcome } from './session-price.ts';
import type { SessionTerms } from './session-terms.ts';
import { standsUntil } from './stands-until.ts';
import type { Tariff } from './tariff.ts';
import type { WallDays } from './wall-days.ts';

/** What a session is priced from. */
export interface RatingFacts {
  readonly session: Session;
  readonly curve: readonly CurvePoint[];
  readonly uses: readonly SessionUse[];
  readonly terms: SessionTerms | null;
  /** Of the version that the terms name. */
  readonly tariff: Tariff | null;
  /** Left of what is free this month. */
  readonly freeEnergy: MilliwattHours;
  readonly energy: EnergyForMoney;
  readonly mayPriceTime: boolean;
  readonly strongest: Watts | null;
  readonly days: WallDays;
}

/** What a session that has ended costs. Nothing in doubt is ever priced. */
export function rateSession(facts: RatingFacts, now: Instant): RatedOutcome {
  const { session, terms, tariff, energy } = facts;
  const state = sessionState(session);
  if (terms === null) return { kind: 'no-tariff' };
  if (state === 'void') return { kind: 'waived' };
  if (state === 'needs-decision')
    return held('session-in-doubt', { doubts: session.doubts.map(({ kind }) => kind).join(' ') });
  if (tariff === null) return held('no-version', { tariff: terms.tariffName });
  if (energy.kind === 'held') return held(energy.reason, {});
  if (!facts.mayPriceTime && needsClock(tariff)) return held('time-not-allowed', {});
  const total = milliwattHours(Math.round(energy.energy * 1_000));
  const outcome = priceSession(sessionFacts(facts, { total, source: energy.kind, now }), tariff, facts.days);
  if (outcome.kind === 'needs-decision') return held(outcome.reason.kind, factsOf(outcome.reason));
  const { kind, total: sum, steps, freeEnergy } = outcome;
  return {
    kind,
    currency: tariff.currency,
    total: sum,
    energy: total,
    source: energy.kind,
    freeEnergy,
    steps,
  };
}

/** What a session costs that still runs, or whose car still stands: until now, by the same function. */
export function costSoFar(facts: Omit<RatingFacts, 'energy'>, now: Instant): RatedOutcome {
  const { terms, tariff, curve } = facts;
  if (terms === null) return { kind: 'no-tariff' };
  if (tariff === null) return held('no-version', { tariff: terms.tariffName });
  const total = usedSoFar(curve);
  const outcome = priceSession(sessionFacts(facts, { total, source: 'measured', now }), tariff, facts.days);
  if (outcome.kind === 'needs-decision') return held(outcome.reason.kind, factsOf(outcome.reason));
  const { kind, total: sum, steps, freeEnergy } = outcome;
  return {
    kind,
    currency: tariff.currency,
    total: sum,
    energy: total,
    source: 'measured',
    freeEnergy,
    steps,
  };
}

type Metered = Pick<RatingFacts, 'curve' | 'uses'> & { readonly session: SessionEnds };

export interface Sold {
  readonly total: MilliwattHours;
  readonly source: EnergySource;
  readonly now: Instant;
}

/** What a session used and when, as far as a price asks. */
export function sessionFacts(
  {
    session,
    curve,
    uses,
    terms,
    freeEnergy,
    strongest,
  }: Metered &
    Pick<RatingFacts, 'freeEnergy' | 'strongest'> & { readonly terms: Pick<SessionTerms, 'extras'> | null },
  { total, source, now }: Sold,
): SessionFacts {
  const { start, end } = session;
  // Under calibration law nothing between signed readings is known, so nothing between them is shared out.
  const points = source === 'signed' ? [] : curve;
  const readings = readingsOf(session, points, end === null ? null : total);
  const facts = factsFromReadings({
    from: start.at,
    to: endOf({ session, curve, uses }, now),
    readings,
    states: statesOf(session, uses),
    strongest: source === 'decided' ? null : strongest,
    contract: terms === null ? null : { freeEnergy, discount: terms.extras.discount },
  });
  return source === 'signed' ? { ...facts, longestGuess: milliseconds(0) } : facts;
}

/** A station that is off the line may have ended the session long ago. */
function endOf({ session, curve, uses }: Metered, now: Instant): Instant {
  const { start, end } = session;
  if (end === null) return uses.at(-1)?.status === 'Offline' ? lastReadingAt(curve, start.at) : now;
  const stand = standsUntil(end, uses);
  return stand.kind === 'left' ? stand.at : now;
}

function held(reason: HeldReason, facts: HeldFacts): RatedOutcome {
  return { kind: 'held', reason, facts };
}

function factsOf(reason: Implausible): HeldFacts {
  const { kind: _, ...facts } = reason;
  return facts;
}
