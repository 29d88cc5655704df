import { isDeepStrictEqual } from 'node:util';
import type { SessionEnd } from '#core/sessions/session.ts';
import { elapsed, HOUR, type Instant } from '#core/shared/units.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import { paysIdle } from '#core/tariffs/pays-idle.ts';
import { rateSession } from '#core/tariffs/rate-session.ts';
import type { RatedOutcome, SessionPrice } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import { BELONGS_WITHIN, standsUntil } from '#core/tariffs/stands-until.ts';
import type { Application } from '../application.ts';
import { moneyEnergyOf } from '../eichrecht/money-energy.ts';
import type { Finding, Priced } from './found-changes.ts';
import type { RatingCase } from './rating-cases.ts';
import { ratingFacts, tariffOf } from './rating-facts.ts';
import { termsOfSession } from './terms-of-session.ts';

export type RatedResult = Pick<Priced, 'outcome' | 'usage' | 'sold'>;

/** A station that has been away for so long says no more when the car has left. */
const LONGEST_AWAY = HOUR;

/** Why a session is looked at that has had a price. */
export type LookCause = 'late-values' | 'looked-again';

/** The price of a session that has ended, by itself; null where it waits, or stays what it is. */
export async function ratedBy(
  app: Application,
  found: RatingCase,
  cause: LookCause,
): Promise<Finding | null> {
  const { session, before } = found;
  const terms = before?.terms ?? termsOf(app, found);
  if (session.end === null || terms === null) return null;
  const isFirst = before === null && found.terms !== null;
  // Whoever was quicker has priced it.
  if (isFirst && !app.desk.live.prices.terms.has(session.id)) return null;
  if (before === null && stillStands(app, found, session.end)) return null;
  // An amount that a person has said is not taken back by a late message, but by what a person says later of the session.
  const isDecidedSince = before !== null && session.decision !== null && session.decision.at > before.at;
  if (before !== null && isSaidByPerson(before) && !isDecidedSince) return null;
  const result = await outcomeOf(app, found, terms);
  if (before !== null && isSame(before.outcome, result.outcome)) {
    const { usage } = result;
    if (usage === null || !app.desk.live.prices.isWatched(session.id)) return null;
    return { kind: 'stood-on', sessionId: session.id, usage };
  }
  const price = {
    session,
    number: (before?.number ?? 0) + 1,
    terms,
    because: isFirst ? 'ended' : before === null || isDecidedSince ? 'decided' : cause,
    by: null,
    note: '',
    ...result,
  } as const;
  return { kind: 'priced', priced: price };
}

function isSaidByPerson({ outcome, by }: SessionPrice): boolean {
  return outcome.kind === 'fixed' || (outcome.kind === 'waived' && by !== null);
}

/** A refused card agrees to nothing when it begins. What a person has accepted all the same is paid by the rules of then. */
function termsOf({ desk }: Application, { session, terms }: RatingCase): SessionTerms | null {
  const { admission, decision } = session;
  if (terms !== null || admission.kind !== 'refused') return terms;
  return decision === null || decision.kind === 'void' ? null : termsOfSession(desk.live, session);
}

/** What it comes to by these terms. */
export async function outcomeOf(
  app: Application,
  found: RatingCase,
  terms: SessionTerms | null,
): Promise<RatedResult> {
  const { energy, soldTime, sold } = await moneyEnergyOf(app, found.session, terms?.metering);
  const facts = await ratingFacts(app, found, terms);
  const { outcome, usage } = rateSession({ ...facts, energy, soldTime });
  return { outcome, usage, sold: outcome.kind === 'priced' ? sold : [] };
}

/** Time in which a full car stands may be paid: the price waits until it has left. */
function stillStands(app: Application, { session, terms, uses }: RatingCase, end: SessionEnd): boolean {
  const tariff = tariffOf(app, terms);
  if (tariff === null || !paysIdle(tariff)) return false;
  if (app.desk.live.sessions.openAt(session.stationId, session.connectorId) !== null) return false;
  if (isTooEarly(end, uses, app.clock.now())) return true;
  if (uses.at(-1)?.status !== 'Offline') return standsUntil(end, uses).kind === 'stands';
  const away = app.stations.offlineSince(session.stationId);
  return away !== null && elapsed(away, app.clock.now()) < LONGEST_AWAY;
}

/** A station that has just told its stop is about to say what its connector does now. */
function isTooEarly(end: SessionEnd, uses: readonly SessionUse[], now: Instant): boolean {
  const last = uses.at(-1);
  if (last === undefined || last.status === 'Offline' || last.at >= end.at) return false;
  const isLate = elapsed(end.at, end.receivedAt) > BELONGS_WITHIN;
  return !isLate && elapsed(end.receivedAt, now) < BELONGS_WITHIN;
}

/** What was kept before its lines were told in more words is no other price. */
function isSame(before: RatedOutcome, after: RatedOutcome): boolean {
  if (before.kind !== 'priced' || after.kind !== 'priced') return isDeepStrictEqual(before, after);
  return isDeepStrictEqual({ ...before, steps: [] }, { ...after, steps: [] });
}
