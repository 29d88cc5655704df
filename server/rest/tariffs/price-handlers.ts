import type { PriceRating, SessionPrice as PriceView } from '#api/session-prices.ts';
import type { Session } from '#core/sessions/session.ts';
import { sessionId } from '#core/shared/ids.ts';
import { minorUnits } from '#core/tariffs/amounts.ts';
import type { RatedOutcome, SessionPrice } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { Application } from '../../application.ts';
import { fixCurrency } from '../../tariffs/fixed-total.ts';
import { liveCost } from '../../tariffs/live-cost.ts';
import type { RatingWish } from '../../tariffs/rating-desk.ts';
import { frozenTerms } from '../../tariffs/session-terms-of.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { moneyView, stepView } from './price-step-view.ts';
import { outcomeCost } from './session-cost-view.ts';

export function priceHandlers(app: Application): SomeHandlers<'getSessionPrice' | 'rateSession'> {
  const { live } = app.desk;
  const { reads } = app.store;

  return {
    getSessionPrice: async ({ params }) => priceView(await session(params.sessionId)),

    async rateSession({ params, body, caller }) {
      const known = await session(params.sessionId);
      if (known.end === null) throw new ApiProblem('session-running');
      const { how, note } = body;
      const wish: RatingWish =
        how.kind === 'fix' ? { kind: 'fix', inclVat: minorUnits(how.inclVatMinor) } : { kind: how.kind };
      await app.rating.rateAgain(known, { wish, by: caller.name, note: note.trim() });
      return priceView(known);
    },
  };

  async function session(id: number): Promise<Session> {
    const known = live.sessions.byId(sessionId(id)) ?? (await reads.session(sessionId(id)));
    return found(known, `session ${id}`);
  }

  async function priceView(known: Session): Promise<PriceView> {
    const prices = await reads.sessionPrices(known.id);
    const latest = prices.at(-1);
    const terms = latest === undefined ? await frozenTerms(app, known) : latest.terms;
    const outcome = latest?.outcome ?? (await liveCost(app, known, terms));
    const cost =
      latest === undefined ? outcomeCost(outcome, known) : { state: outcome.kind, ...totalOf(outcome) };
    return {
      ...cost,
      currency: cost.currency ?? terms?.currency ?? null,
      fixCurrency: fixCurrency(app, terms),
      ...termsView(terms),
      energyWh: energyOf(outcome),
      energySource: latest !== undefined && outcome.kind === 'priced' ? outcome.source : null,
      steps: stepsOf(outcome),
      held: outcome.kind === 'held' ? { reason: outcome.reason, facts: { ...outcome.facts } } : null,
      timeZone: terms?.timeZone ?? live.site.timeZone,
      ratings: prices.toReversed().map(ratingView),
    };
  }

  function ratingView({ number, at, by, because, note, terms, outcome }: SessionPrice): PriceRating {
    const version = terms === null ? null : live.prices.version(terms.tariffId, terms.version);
    return {
      number,
      at: isoTime(at),
      by,
      because,
      note,
      state: outcome.kind,
      ...totalOf(outcome),
      taxes: version?.tariff.taxes ?? null,
      steps: stepsOf(outcome),
      timeZone: terms?.timeZone ?? live.site.timeZone,
    };
  }

  function termsView(terms: SessionTerms | null): Pick<PriceView, 'taxes' | 'tariff' | 'rule' | 'lost'> {
    if (terms === null) return { taxes: null, tariff: null, rule: null, lost: [] };
    const version = live.prices.version(terms.tariffId, terms.version);
    const { rule, lost } = terms;
    return {
      taxes: version?.tariff.taxes ?? null,
      tariff:
        version === null
          ? null
          : {
              id: terms.tariffId,
              name: terms.tariffName,
              text: version.text,
              version: version.number,
              from: isoTime(version.from),
            },
      rule: { kind: rule.kind, name: rule.name },
      lost: lost.map(({ kind, name, tariffName }) => ({ kind, name, tariffName })),
    };
  }
}

function energyOf(outcome: RatedOutcome): number | null {
  if (outcome.kind !== 'priced' && outcome.kind !== 'fixed') return null;
  return outcome.energy === null ? null : Math.floor(outcome.energy / 1_000);
}

function totalOf(outcome: RatedOutcome): Pick<PriceView, 'currency' | 'total'> {
  if (outcome.kind !== 'priced' && outcome.kind !== 'fixed') return { currency: null, total: null };
  return { currency: outcome.currency, total: moneyView(outcome.total) };
}

function stepsOf(outcome: RatedOutcome): PriceView['steps'] {
  return outcome.kind === 'priced' ? outcome.steps.map(stepView) : [];
}
