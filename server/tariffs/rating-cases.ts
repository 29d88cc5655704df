import type { SessionId } from '#core/shared/ids.ts';
import type { SessionPrice } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { RatingRecord } from '#store/tariffs/rating-records.ts';
import type { Application } from '../application.ts';
import type { ToldFacts } from './rating-facts.ts';
import { frozenTerms, knownUses } from './session-terms-of.ts';

/** A session whose price is asked for, as it is now. */
export interface RatingCase extends ToldFacts {
  /** By what it began. */
  readonly terms: SessionTerms | null;
  /** Its latest price. */
  readonly before: SessionPrice | null;
}

/** Reads of all of them together what is not in memory. */
export async function ratingCases(
  app: Application,
  ids: readonly SessionId[],
): Promise<readonly RatingCase[]> {
  const records = await app.store.reads.ratingRecords(ids);
  return Promise.all(records.map((record) => caseOf(app, record)));
}

async function caseOf(app: Application, record: RatingRecord): Promise<RatingCase> {
  const { live } = app.desk;
  const { id } = record.session;
  const session = live.sessions.byId(id) ?? record.session;
  const curve = live.sessions.curve(id);
  return {
    session,
    curve: curve.length > 0 ? curve : record.curve,
    uses: await knownUses(app, session),
    terms: await frozenTerms(app, session),
    before: record.isPriced ? ((await app.store.reads.sessionPrices(id)).at(-1) ?? null) : null,
  };
}
