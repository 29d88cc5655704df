import type { HeldCard as HeldCardView } from '#api/access.ts';
import type { Card, HeldCard } from '#core/access/card.ts';
import { type CardUid, cardUid } from '#core/access/card-uid.ts';
import { cardId, stationId } from '#core/shared/ids.ts';
import type { CardOutcome } from '../../access/change-cards.ts';
import { linkSpelling, mergeCards, replaceCard, unlinkSpelling } from '../../access/change-spellings.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { isoTime } from '../iso-time.ts';
import { ApiProblem } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { onlyStationsWithin } from '../stations/stations-within.ts';
import { agreed, presentCard } from './card-handlers.ts';
import { cardDetail } from './card-view.ts';
import { writable } from './reach.ts';
import { seenHolder } from './seen-holder.ts';
import { numberOf } from './typed-number.ts';

type Names = 'listHeldCards' | 'linkSpelling' | 'unlinkSpelling' | 'mergeCards' | 'replaceCard';

/** What the list for teaching in a card shows. */
const MOST_HELD = 500;

export function spellingHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;
  return {
    async listHeldCards({ query, caller }) {
      const held = await app.store.reads.heldCards(onlyStationsWithin(app, caller, 'access.read'));
      const asked = held
        .filter(({ uid }) => query.unknown !== true || seenByNumber(caller, uid) === null)
        .slice(0, MOST_HELD);
      return { items: asked.map((one) => heldView(caller, one)) };
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

  function heldView(caller: Caller, held: HeldCard): HeldCardView {
    const isKnown = live.access.cardByUid(held.uid) !== null;
    return {
      uid: held.uid,
      stationId: held.stationId,
      stationName: live.stations.get(stationId(held.stationId))?.name ?? held.stationId,
      at: isoTime(held.at),
      verdict: held.verdict as HeldCardView['verdict'],
      cardId: seenByNumber(caller, held.uid)?.id ?? null,
      holder: seenHolder(app, held.uid, caller),
      similar: isKnown ? null : similarView(caller, held.uid),
    };
  }

  /** The card with a number, for whoever may see it. */
  function seenByNumber(caller: Caller, uid: CardUid): Card | null {
    const known = live.access.cardByUid(uid);
    return known !== null && caller.can('access.read', known.tenantId) ? known : null;
  }

  function similarView(caller: Caller, uid: CardUid): HeldCardView['similar'] {
    const similar = live.access.onlySimilarTo(uid);
    if (similar === null || !caller.can('access.read', similar.card.tenantId)) return null;
    const { card, spelling } = similar;
    return { cardId: card.id, uid: card.uid, holder: seenHolder(app, card.uid, caller) ?? '', spelling };
  }
}
