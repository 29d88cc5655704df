import type { HeldCard as HeldCardView } from '#api/access.ts';
import { cardUid } from '#core/access/card-uid.ts';
import { cardId, stationId } from '#core/shared/ids.ts';
import type { HeldCardSummary } from '#store/access/held-cards.ts';
import type { CardOutcome } from '../../access/change-cards.ts';
import { linkSpelling, mergeCards, replaceCard, unlinkSpelling } from '../../access/change-spellings.ts';
import { holderOf } from '../../access/holder-of.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { startOfDay } from '../../site/local-day.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { agreed, presentCard } from './card-handlers.ts';
import { cardDetail } from './card-view.ts';
import { writable } from './reach.ts';
import { numberOf } from './typed-number.ts';

type Names = 'listHeldCards' | 'linkSpelling' | 'unlinkSpelling' | 'mergeCards' | 'replaceCard';

/** What the list for teaching in a card shows. */
const MOST_HELD = 500;

export function spellingHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;
  return {
    async listHeldCards({ query, caller }) {
      const countedFrom = startOfDay(app.clock.now(), live.site.timeZone);
      const held = await app.store.reads.heldCards({ countedFrom, limit: MOST_HELD });
      const views = held.flatMap((summary) => heldView(caller, summary) ?? []);
      return { items: query.unknown === true ? views.filter(({ cardId }) => cardId === null) : views };
    },

    async linkSpelling({ params, body, caller }) {
      const { id } = presentCard(app, cardId(params.cardId));
      const wish = { number: numberOf(body.uid), anyway: body.anyway ?? false, by: caller.name };
      return shown(caller, await linkSpelling(app, id, wish));
    },

    async unlinkSpelling({ params, caller }) {
      const { id } = presentCard(app, cardId(params.cardId));
      const wish = { number: cardUid(params.spelling), by: caller.name };
      return shown(caller, await unlinkSpelling(app, id, wish));
    },

    async mergeCards({ params, body, caller }) {
      const { id } = presentCard(app, cardId(params.cardId));
      const other = live.access.cards.get(cardId(body.cardId));
      writable(caller, other?.removedAt === null ? other.tenantId : null, `card ${body.cardId}`);
      if (body.cardId === params.cardId)
        throw new ApiProblem('invalid-request', {
          fields: [{ path: 'body/cardId', message: 'must be another card' }],
        });
      const from = cardId(body.cardId);
      return shown(caller, await mergeCards(app, { into: id, from, by: caller.name }));
    },

    async replaceCard({ params, body, caller }) {
      const { id } = presentCard(app, cardId(params.cardId));
      const wish = { number: numberOf(body.uid), anyway: body.anyway ?? false, by: caller.name };
      return shown(caller, await replaceCard(app, id, wish));
    },
  };

  function shown(caller: Caller, outcome: CardOutcome) {
    return cardDetail(app, caller, agreed(caller, outcome));
  }

  /** Null for what was held to a station whose cards the caller may not see. */
  function heldView(caller: Caller, { held }: HeldCardSummary): HeldCardView | null {
    const station = live.stations.get(stationId(held.stationId));
    if (station === undefined || !caller.can('access.read', station.tenantId)) return null;
    const known = live.access.cardByUid(held.uid);
    const isShown = known !== null && caller.can('access.read', known.tenantId);
    return {
      uid: held.uid,
      stationId: held.stationId,
      stationName: station.name,
      at: isoTime(held.at),
      verdict: held.verdict as HeldCardView['verdict'],
      cardId: isShown ? known.id : null,
      holder: isShown ? holderOf(live, known, app.clock.now()) : null,
      similar: known === null ? similarView(caller, held.uid) : null,
    };
  }

  function similarView(caller: Caller, uid: HeldCardSummary['held']['uid']): HeldCardView['similar'] {
    const similar = live.access.onlySimilarTo(uid);
    if (similar === null || !caller.can('access.read', similar.card.tenantId)) return null;
    const { card, spelling } = similar;
    return { cardId: card.id, uid: card.uid, holder: holderOf(live, card, app.clock.now()) ?? '', spelling };
  }
}
