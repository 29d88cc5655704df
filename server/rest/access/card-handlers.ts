import type { Card as CardView, HeldCard as HeldCardView } from '#api/access.ts';
import type { Card } from '#core/access/card.ts';
import { type CardUid, cardUid, isCardUid } from '#core/access/card-uid.ts';
import { cardId, stationId } from '#core/shared/ids.ts';
import type { HeldCardSummary } from '#store/access/held-cards.ts';
import { addCard, type CardWish, changeCard } from '../../access/change-cards.ts';
import type { Application } from '../../application.ts';
import { startOfDay } from '../../site/local-day.ts';
import { fromIsoTime, isoTime, isoTimeOrNull } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';

type Names = 'listCards' | 'listHeldCards' | 'addCard' | 'changeCard' | 'removeCard' | 'restoreCard';

/** What the list for teaching in a card shows; also where the last use of each card is looked up. */
const MOST_HELD = 500;

export function cardHandlers(app: Application): SomeHandlers<Names> {
  return {
    async listCards() {
      const lastHeld = new Map((await heldCards()).map(({ held }) => [held.uid, held.at]));
      const cards = [...app.desk.live.access.cards.values()].filter((card) => card.removedAt === null);
      return { items: cards.map((card) => cardView(card, lastHeld.get(card.uid) ?? null)) };
    },

    listHeldCards: async () => ({ items: (await heldCards()).map((summary) => heldView(app, summary)) }),

    async addCard({ body, caller }) {
      const uid = uidOf(body.uid);
      const wish = { ...wishOf(body), uid, by: caller.name };
      const added = await addCard(app, wish);
      return cardView(usable(added), await lastHeld(added));
    },

    async changeCard({ params, body, caller }) {
      const { id } = card(params.cardId);
      const blocked = body.blocked === undefined ? {} : { blocked: body.blocked };
      const changed = await changeCard(app, id, { ...wishOf(body), ...blocked, by: caller.name });
      return cardView(usable(changed), await lastHeld(changed));
    },

    async removeCard({ params, caller }) {
      await changeCard(app, card(params.cardId).id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreCard({ params, caller }) {
      const known = found(app.desk.live.access.cards.get(cardId(params.cardId)), `card ${params.cardId}`);
      const changed = await changeCard(app, known.id, {
        removed: false,
        by: caller.name,
      });
      return cardView(usable(changed), await lastHeld(changed));
    },
  };

  /** A card that has not been removed. */
  function card(id: number): Card {
    const known = app.desk.live.access.cards.get(cardId(id));
    return found(known?.removedAt === null ? known : null, `card ${id}`);
  }

  async function lastHeld(card: Card | null): Promise<Card['addedAt'] | null> {
    return (await heldCards()).find(({ held }) => held.uid === card?.uid)?.held.at ?? null;
  }

  function heldCards(): Promise<readonly HeldCardSummary[]> {
    const countedFrom = startOfDay(app.clock.now(), app.desk.live.site.timeZone);
    return app.store.reads.heldCards({ countedFrom, limit: MOST_HELD });
  }
}

interface CardBody {
  readonly label?: string;
  readonly holder?: string;
  readonly expiresAt?: string | null;
  readonly maxConcurrent?: number | null;
  readonly parentTag?: string | null;
}

function wishOf({ label, holder, expiresAt, maxConcurrent, parentTag }: CardBody): Omit<CardWish, 'by'> {
  return {
    ...(label === undefined ? {} : { label: label.trim() }),
    ...(holder === undefined ? {} : { holder: holder.trim() }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : fromIsoTime(expiresAt) }),
    ...(maxConcurrent === undefined ? {} : { maxConcurrent }),
    ...(parentTag === undefined ? {} : { parentTag: parentTag === null ? null : cardUid(parentTag) }),
  };
}

function uidOf(text: string): CardUid {
  const uid = cardUid(withoutSeparators(text));
  if (isCardUid(uid)) return uid;
  throw new ApiProblem('invalid-request', {
    fields: [{ path: 'body/uid', message: 'must be 1 to 36 printable characters' }],
  });
}

/** People copy 04:A2:B8:1C or 04-a2-b8-1c from elsewhere; stations send neither. */
function withoutSeparators(text: string): string {
  const plain = text.replace(/[\s:-]/g, '');
  return /^[0-9a-f]+$/i.test(plain) ? plain : text;
}

/** Null means that another card has the number. */
function usable(card: Card | null): Card {
  if (card === null) throw new ApiProblem('card-exists');
  return card;
}

function cardView(card: Card, lastHeldAt: Card['addedAt'] | null): CardView {
  return {
    id: card.id,
    uid: card.uid,
    label: card.label,
    holder: card.holder,
    addedAt: isoTime(card.addedAt),
    blockedAt: isoTimeOrNull(card.blockedAt),
    expiresAt: isoTimeOrNull(card.expiresAt),
    maxConcurrent: card.maxConcurrent,
    parentTag: card.parentTag,
    lastHeldAt: isoTimeOrNull(lastHeldAt),
  };
}

function heldView(app: Application, { held }: HeldCardSummary): HeldCardView {
  const { live } = app.desk;
  return {
    uid: held.uid,
    stationId: held.stationId,
    stationName: live.stations.get(stationId(held.stationId))?.name ?? held.stationId,
    at: isoTime(held.at),
    verdict: held.verdict as HeldCardView['verdict'],
    cardId: live.access.cardByUid(held.uid)?.id ?? null,
  };
}
