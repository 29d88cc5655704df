import type { EnergyForMoney, SoldTime } from '../eichrecht/energy-for-money.ts';
import type { CurvePoint } from '../sessions/curve.ts';
import type { Doubt, DoubtKind } from '../sessions/doubt.ts';
import { measuredEnergy, type Session, sessionState } from '../sessions/session.ts';
import { type Instant, milliseconds, type Watts } from '../shared/units.ts';
import { basisPoints, type MilliwattHours, soldEnergy } from './amounts.ts';
import type { SessionUse } from './connector-use.ts';
import { factsFromReadings } from './facts-from-readings.ts';
import type { Implausible } from './implausible.ts';
import { lastReadingAt, readingsOf, statesOf, usedSoFar } from './metered-session.ts';
import { isClockEnough, isClockForbidden, needsClock } from './needs-clock.ts';
import { paysIdle } from './pays-idle.ts';
import { priceSession } from './price-session.ts';
import type { SessionFacts } from './session-facts.ts';
import type { EnergySource, HeldFacts, HeldReason, RatedOutcome } from './session-price.ts';
import type { SessionTerms } from './session-terms.ts';
import type { SoldUsage } from './sold-usage.ts';
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
  readonly soldTime: SoldTime;
  readonly strongest: Watts | null;
  readonly days: WallDays;
}

export interface Rated {
  readonly outcome: RatedOutcome;
  /** Null where it was not priced by what it used. */
  readonly usage: SoldUsage | null;
}

/** What a session that has ended costs. Nothing in doubt is ever priced, and no standing of which nobody saw the end. */
export function rateSession(facts: RatingFacts): Rated {
  const { session, terms, tariff, energy } = facts;
  const state = sessionState(session);
  if (terms === null) return unused({ kind: 'no-tariff' });
  if (state === 'void') return unused({ kind: 'waived' });
  if (state === 'needs-decision')
    return unused(held('session-in-doubt', { doubts: session.doubts.map(({ kind }) => kind).join(' ') }));
  if (tariff === null) return unused(held('no-version', { tariff: terms.tariffName }));
  if (energy.kind === 'held') return unused(held(energy.reason, {}));
  if (!isClockEnough(tariff, facts.soldTime)) return unused(held('time-not-allowed', {}));
  // A person has accepted its energy, not its hours (billing practice: never price by such a time).
  if (needsClock(tariff) && isClockInDoubt(session.doubts)) return unused(held('clock-in-doubt', {}));
  const total = soldEnergy(energy.energy);
  const sold: Sold = { total, source: energy.kind, now: null };
  const used = sessionFacts(facts, sold);
  const paid = paysIdle(tariff) ? facts : untilStop(facts);
  const outcome = outcomeBy(tariff, paid === facts ? used : sessionFacts(paid, sold), {
    ...sold,
    days: facts.days,
  });
  return { outcome, usage: outcome.kind === 'priced' ? usageOf(used) : null };
}

/** Where standing costs nothing, what happens after the stop changes no price: it may have been told already. */
function untilStop(facts: RatingFacts): RatingFacts {
  const { uses, session } = facts;
  const { end } = session;
  // Of most sessions nothing was told after their stop.
  if (end === null || uses.every(({ at }) => at <= end.at)) return facts;
  return { ...facts, uses: uses.filter(({ at }) => at <= end.at) };
}

function unused(outcome: RatedOutcome): Rated {
  return { outcome, usage: null };
}

function usageOf({ periods, contract, longestGuess }: SessionFacts): SoldUsage {
  const discount = contract?.discount ?? basisPoints(0);
  return { periods, discount, ...(longestGuess === undefined ? {} : { longestGuess }) };
}

/** Whether hours of a session must not be sold, whatever a person has said of its energy. */
export function isClockInDoubt(doubts: readonly Pick<Doubt, 'kind'>[]): boolean {
  return doubts.some(({ kind }) => OF_TIME.includes(kind));
}

const OF_TIME: readonly DoubtKind[] = ['impossible-time', 'stop-before-start'];

/**
 * What a session costs that still runs, or whose car still stands: until now, by the same function. Where it is known already
 * that its price will be held at its end, no amount is said that nobody may ask for.
 */
export function costSoFar(facts: Omit<RatingFacts, 'energy'>, now: Instant): RatedOutcome {
  const { session, terms, tariff, curve } = facts;
  if (terms === null) return { kind: 'no-tariff' };
  if (tariff === null) return held('no-version', { tariff: terms.tariffName });
  if (isClockForbidden(tariff, terms.metering)) return held('time-not-allowed', {});
  if (needsClock(tariff) && isClockInDoubt(session.doubts)) return held('clock-in-doubt', {});
  const measured = session.end === null ? null : measuredEnergy(session);
  const total = measured === null ? usedSoFar(curve) : soldEnergy(measured);
  const sold: Sold = { total, source: 'measured', now };
  return outcomeBy(tariff, sessionFacts(facts, sold), { ...sold, days: facts.days });
}

function outcomeBy(
  tariff: Tariff,
  facts: SessionFacts,
  sold: Sold & { readonly days: WallDays },
): RatedOutcome {
  const outcome = priceSession(facts, tariff, sold.days);
  if (outcome.kind === 'needs-decision') return held(outcome.reason.kind, factsOf(outcome.reason));
  const { kind, total, steps, freeEnergy } = outcome;
  const { currency } = tariff;
  return { kind, currency, total, energy: sold.total, source: sold.source, freeEnergy, steps };
}

interface Sold {
  readonly total: MilliwattHours;
  readonly source: EnergySource;
  /** Until when a session runs and a car stands that does so; null where only what has ended counts. */
  readonly now: Instant | null;
}

/** What a session used and when, as far as a price asks. */
function sessionFacts(
  { session, curve, uses, terms, freeEnergy, strongest }: Omit<RatingFacts, 'energy'>,
  { total, source, now }: Sold,
): SessionFacts {
  const { start, end } = session;
  // Under calibration law nothing between signed readings is known, so nothing between them is shared out.
  const known = end === null ? null : total;
  const evidence = readingsOf(session, curve, known);
  const readings = source === 'signed' ? readingsOf(session, [], known) : evidence;
  const facts = factsFromReadings({
    from: start.at,
    to: endOf({ session, curve, uses }, now),
    readings,
    evidence,
    states: statesOf(session, uses),
    strongest: source === 'decided' ? null : strongest,
    contract: terms === null ? null : { freeEnergy, discount: terms.extras.discount },
  });
  return source === 'signed' ? { ...facts, longestGuess: milliseconds(0) } : facts;
}

/** A station that is off the line may have ended the session long ago. */
function endOf(
  { session, curve, uses }: Pick<RatingFacts, 'session' | 'curve' | 'uses'>,
  now: Instant | null,
): Instant {
  const { start, end } = session;
  if (end === null)
    return now === null || uses.at(-1)?.status === 'Offline' ? lastReadingAt(curve, start.at) : now;
  const stand = standsUntil(end, uses);
  return stand.kind === 'left' ? stand.at : (now ?? end.at);
}

function held(reason: HeldReason, facts: HeldFacts): RatedOutcome {
  return { kind: 'held', reason, facts };
}

function factsOf(reason: Implausible): HeldFacts {
  const { kind: _, ...facts } = reason;
  return facts;
}
