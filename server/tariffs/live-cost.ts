import { keyAt } from '#core/eichrecht/pinned-key.ts';
import type { CurvePoint } from '#core/sessions/curve.ts';
import type { Session } from '#core/sessions/session.ts';
import { costSoFar } from '#core/tariffs/rate-session.ts';
import type { RatedOutcome } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { Application } from '../application.ts';
import { ratingFacts } from './rating-facts.ts';
import { knownUses } from './session-terms-of.ts';

/** What a session that was not priced yet costs until now, by the function that will price it. */
export async function liveCost(
  app: Application,
  session: Session,
  terms: SessionTerms | null,
): Promise<RatedOutcome> {
  const told = { session, curve: await curveOf(app, session), uses: await knownUses(app, session) };
  const cost = costSoFar(await ratingFacts(app, told, terms), app.clock.now());
  const isSaid = cost.kind !== 'priced' || terms === null || !isKeyMissing(app, session, terms);
  // What such a meter signs cannot be verified: its price will be held.
  return isSaid ? cost : { kind: 'held', reason: 'key-not-pinned', facts: {} };
}

/** The key that counts is the one that was pinned when the session began. */
function isKeyMissing(
  { desk }: Application,
  { stationId, connectorId, start }: Session,
  terms: SessionTerms,
): boolean {
  if (!terms.metering.eichrecht) return false;
  return keyAt(desk.live.meterKeys.at(stationId, connectorId).history, start.at) === null;
}

async function curveOf({ desk, store }: Application, { id }: Session): Promise<readonly CurvePoint[]> {
  const live = desk.live.sessions.curve(id);
  return live.length > 0 ? live : ((await store.reads.curve(id)) ?? []);
}
