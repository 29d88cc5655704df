import type { CardId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { CardUid } from './card-uid.ts';

/** A card (or fob, or app token) that somebody may hold to a station: OCPP's idTag with a name. */
export interface Card {
  readonly id: CardId;
  readonly uid: CardUid;
  readonly label: string;
  readonly holder: string;
  readonly addedAt: Instant;
  readonly blockedAt: Instant | null;
  readonly expiresAt: Instant | null;
  /** One card, one car: whether the card may charge at several stations at once. */
  readonly concurrentAllowed: boolean;
  /** Cards of one group may use each other's reservations and end each other's sessions: OCPP's parentIdTag. */
  readonly group: CardUid | null;
  readonly removedAt: Instant | null;
}

/** A card held to a station lately, known or not: the list from which a new card is chosen. */
export interface HeldCard {
  readonly uid: CardUid;
  readonly stationId: string;
  readonly at: Instant;
  readonly verdict: string;
}
