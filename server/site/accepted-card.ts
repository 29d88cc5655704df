import type { CardUid } from '#core/access/card-uid.ts';
import type { Instant } from '#core/shared/units.ts';

/** A card that was let in and has not started a session yet. */
export interface AcceptedCard {
  readonly uid: CardUid;
  readonly holder: string | null;
  readonly at: Instant;
}
