import { type Card, numbersOf } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { Refusal } from '#core/access/refusal.ts';
import { toldNumber } from '#core/access/told-number.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Station } from '#core/stations/station.ts';
import { mayCharge } from '../../access/judge-card.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { opensAtOf, refusalView } from '../access/access-check-view.ts';
import { seenCard } from '../access/seen-holder.ts';
import { ApiProblem } from '../problem.ts';
import { invalidField } from './invalid-field.ts';

export interface CardWish {
  readonly cardId: number;
  readonly anyway?: boolean;
  readonly caller: Caller;
  /** Until when a place is kept for the card; left out where it is to charge now. */
  readonly until?: Instant;
}

/** A card that an order is about. */
export interface OrderedCard {
  readonly card: Card;
  readonly told: {
    /** As the station's reader writes it. */
    readonly idTag: CardUid;
    /** Why the card is refused, where it was ordered all the same. */
    readonly anyway?: Refusal['kind'];
  };
}

/**
 * The card of an order. One that may not charge at the station is a problem that says why; with `anyway` it is ordered
 * all the same by whoever decides who may charge there (`access.write`).
 */
export async function orderedCard(
  app: Application,
  station: Station,
  { cardId, anyway = false, caller, until }: CardWish,
): Promise<OrderedCard> {
  const card = seenCard(app, cardId, caller);
  if (card.removedAt !== null) throw new ApiProblem('not-found', { detail: `card ${cardId}` });
  const seen = await app.store.reads.latestHoldings(station.id);
  const idTag = toldNumber(
    numbersOf(card),
    seen.map(({ uid }) => uid),
  );
  if (idTag === null) throw invalidField('cardId', 'has a number too long to be sent to a station');
  const refusal = refusalOf(app, station, { card, until });
  if (refusal === null) return { card, told: { idTag } };
  const anywayAllowed = caller.can('access.write', station.tenantId);
  if (!anyway)
    throw new ApiProblem('card-refused', {
      detail: refusal.kind,
      refused: { ...refusalView(refusal), anywayAllowed },
    });
  if (!anywayAllowed) throw new ApiProblem('forbidden');
  return { card, told: { idTag, anyway: refusal.kind } };
}

/** A place is kept for a card that may charge before the reservation ends, wherever it charges now. */
function refusalOf(
  { desk, clock }: Application,
  { id: stationId }: Station,
  { card, until }: { readonly card: Card; readonly until: Instant | undefined },
): Refusal | null {
  const held = { card, recognised: null };
  const at = { stationId, whereverElse: until !== undefined };
  const verdict = mayCharge(desk.live, held, { ...at, at: clock.now() });
  if (verdict.kind === 'accepted') return null;
  const opensAt = opensAtOf(verdict.refusal);
  const isInTime = opensAt !== null && until !== undefined && opensAt < until;
  return isInTime && mayCharge(desk.live, held, { ...at, at: opensAt }).kind === 'accepted'
    ? null
    : verdict.refusal;
}
