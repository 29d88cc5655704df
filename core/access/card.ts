import type { CardId, GroupId, TenantId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { CardUid } from './card-uid.ts';

/** A card (or fob, or app token) that somebody may hold to a station: OCPP's idTag with a name. */
export interface Card {
  readonly id: CardId;
  readonly tenantId: TenantId;
  readonly uid: CardUid;
  /** Other ways in which readers have written the number; none belongs to another card. */
  readonly spellings: readonly CardUid[];
  readonly label: string;
  /** Whose card it is, as typed; a driver who is assigned to it goes before. */
  readonly holder: string;
  readonly groupIds: readonly GroupId[];
  readonly addedAt: Instant;
  readonly validFrom: Instant | null;
  readonly blockedAt: Instant | null;
  readonly expiresAt: Instant | null;
  /** How many sessions the card may have at once; one card, one car is usual. Null: as many as it likes. */
  readonly maxConcurrent: number | null;
  /** Cards with the same one may use each other's reservations and end each other's sessions (OCPP 1.6 parentIdTag). */
  readonly parentTag: CardUid | null;
  readonly removedAt: Instant | null;
}

/** All ways to write a card's number, its own first. */
export function numbersOf({ uid, spellings }: Pick<Card, 'uid' | 'spellings'>): readonly CardUid[] {
  return [uid, ...spellings];
}

/** A card held to a station lately, known or not: the list from which a new card is chosen. */
export interface HeldCard {
  readonly uid: CardUid;
  readonly stationId: string;
  readonly at: Instant;
  readonly verdict: string;
}
