import type { Session } from '#core/sessions/session.ts';
import { costSoFar } from '#core/tariffs/rate-session.ts';
import type { RatedOutcome } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { Application } from '../application.ts';
import { ratingFacts } from './rating-facts.ts';

/** What a session that was not priced yet costs until now, by the function that will price it. */
export async function liveCost(
  app: Application,
  session: Session,
  terms: SessionTerms | null,
): Promise<RatedOutcome> {
  return costSoFar(await ratingFacts(app, session, terms), app.clock.now());
}
