import type { Request, Response } from '../v16/actions.ts';
import type { Configuration } from './configuration.ts';
import type { Connector } from './connector.ts';
import type { SimulatedTime } from './time.ts';

export interface Reservation {
  readonly id: number;
  /** 0 keeps any one connector free. */
  readonly connectorId: number;
  readonly idTag: string;
  readonly parentIdTag: string | undefined;
  readonly expiresAt: number;
}

/** The places that are kept for somebody (OCPP 1.6 §5.13). */
export interface Reservations {
  readonly all: readonly Reservation[];
  reserve(request: Request<'ReserveNow'>): Response<'ReserveNow'>;
  cancel(reservationId: number): boolean;
  /** Whether this card may take the connector, and with which reservation. */
  admit(connectorId: number, card: Card): Admittance;
  /** The reservation has been used. */
  use(reservationId: number): void;
}

export interface Card {
  readonly idTag: string;
  readonly parentIdTag: string | undefined;
}

export type Admittance =
  | { readonly kind: 'free'; readonly reservationId: number | undefined }
  | { readonly kind: 'reserved' };

export interface ReservationsOptions {
  readonly connectors: readonly Connector[];
  readonly configuration: Configuration;
  readonly time: SimulatedTime;
  /** Reservations have come or gone. */
  onChange(): void;
}

export function createReservations(options: ReservationsOptions): Reservations {
  const { connectors, configuration, time } = options;
  const kept = new Map<number, Reservation & { readonly cancelTimer: () => void }>();

  function forget(id: number): boolean {
    const found = kept.get(id);
    if (found === undefined) return false;
    found.cancelTimer();
    kept.delete(id);
    options.onChange();
    return true;
  }

  return {
    get all() {
      return [...kept.values()];
    },

    reserve({ connectorId, expiryDate, idTag, parentIdTag, reservationId }) {
      const status = statusFor(connectorId, reservationId);
      if (status !== 'Accepted') return { status };
      forget(reservationId);
      const expiresAt = Date.parse(expiryDate);
      const cancelTimer = time.after(Math.max(0, expiresAt - time.now()), () => forget(reservationId));
      kept.set(reservationId, { id: reservationId, connectorId, idTag, parentIdTag, expiresAt, cancelTimer });
      options.onChange();
      return { status };
    },

    cancel: forget,
    use: (id) => void forget(id),

    admit(connectorId, card) {
      const mine = [...kept.values()].find(
        (one) => (one.connectorId === connectorId || one.connectorId === 0) && isFor(one, card),
      );
      if (mine !== undefined) return { kind: 'free', reservationId: mine.id };
      const here = [...kept.values()].some((one) => one.connectorId === connectorId);
      if (here) return { kind: 'reserved' };
      // A reservation of connector 0 keeps one place free, whichever it is.
      const wanted = [...kept.values()].filter((one) => one.connectorId === 0).length;
      const free = connectors.filter((one) => one.id !== connectorId && isFree(one)).length;
      return free < wanted ? { kind: 'reserved' } : { kind: 'free', reservationId: undefined };
    },
  };

  function statusFor(connectorId: number, reservationId: number): Response<'ReserveNow'>['status'] {
    if (connectorId === 0)
      return configuration.isOn('ReserveConnectorZeroSupported') && connectors.some(isFree)
        ? 'Accepted'
        : 'Rejected';
    const wanted = connectors.find(({ id }) => id === connectorId);
    if (wanted === undefined) return 'Rejected';
    if (wanted.status === 'Faulted') return 'Faulted';
    if (wanted.status === 'Unavailable') return 'Unavailable';
    const taken = [...kept.values()].some(
      (one) => one.connectorId === connectorId && one.id !== reservationId,
    );
    return taken || wanted.plugged || wanted.transaction !== undefined ? 'Occupied' : 'Accepted';
  }
}

function isFree(connector: Connector): boolean {
  return connector.status === 'Available';
}

function isFor({ idTag, parentIdTag }: Reservation, card: Card): boolean {
  if (idTag.toLowerCase() === card.idTag.toLowerCase()) return true;
  return parentIdTag !== undefined && parentIdTag.toLowerCase() === card.parentIdTag?.toLowerCase();
}
