import type { CardUid } from '../access/card-uid.ts';
import type { Refusal } from '../access/refusal.ts';
import type { ConnectorId, SessionId, StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** A connector kept free for one card (OCPP 1.6 §5.13). There is one only after the station has agreed. */
export interface Reservation {
  /** Ours, positive, never used twice. */
  readonly id: number;
  readonly stationId: StationId;
  /** 0 keeps any one connector of the station. */
  readonly connectorId: ConnectorId;
  readonly cardUid: CardUid;
  /** Any card of this group may use it, too: OCPP's parentIdTag. */
  readonly group: CardUid | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly life: ReservationLife;
}

export type ReservationLife =
  | { readonly kind: 'held' }
  | { readonly kind: 'used'; readonly at: Instant; readonly sessionId: SessionId }
  | { readonly kind: 'expired'; readonly at: Instant }
  | { readonly kind: 'cancelled'; readonly at: Instant; readonly by: string };

export type ReservationOrder =
  | {
      readonly kind: 'reserve';
      readonly reservationId: number;
      readonly connectorId: ConnectorId;
      /** As this station's reader writes the card's number. */
      readonly idTag: CardUid;
      readonly group: CardUid | null;
      readonly expiresAt: Instant;
      /** The card is refused, and somebody wants the place kept all the same. Whether it may charge is decided later. */
      readonly anyway?: Refusal['kind'];
    }
  | {
      readonly kind: 'cancel-reservation';
      readonly reservationId: number;
      readonly connectorId: ConnectorId;
    };

/** The reservation that a session uses up: the one it names, or the one of its card at its place. */
export function usedBy(
  held: readonly Reservation[],
  start: {
    readonly reservationId: number | null;
    readonly connectorId: ConnectorId;
    readonly cardUid: CardUid;
    readonly group: CardUid | null;
  },
): Reservation | null {
  if (start.reservationId !== null) {
    const named = held.find(({ id }) => id === start.reservationId);
    if (named !== undefined) return named;
  }
  // Some stations leave the number out of StartTransaction.
  return (
    held.find(
      ({ connectorId, cardUid, group }) =>
        (connectorId === 0 || connectorId === start.connectorId) &&
        (cardUid === start.cardUid || (group !== null && group === start.group)),
    ) ?? null
  );
}
