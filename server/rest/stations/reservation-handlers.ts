import type { Reservation as ReservationView } from '#api/station-services.ts';
import type { Reservation } from '#core/stations/reservation.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { seenHolder } from '../access/seen-holder.ts';
import { isoTime } from '../iso-time.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { station } from './named-station.ts';

const MOST_LISTED = 100;

export function reservationHandlers(app: Application): SomeHandlers<'listReservations'> {
  return {
    async listReservations({ params, caller }) {
      const { id } = station(app, params.stationId);
      const reservations = await app.store.reads.listReservations(id, MOST_LISTED);
      return { items: reservations.map((reservation) => view(reservation, caller)) };
    },
  };

  function view(reservation: Reservation, caller: Caller): ReservationView {
    const { life } = reservation;
    return {
      id: reservation.id,
      connectorId: reservation.connectorId,
      cardUid: reservation.cardUid,
      holder: seenHolder(app, reservation.cardUid, caller),
      group: reservation.group,
      madeBy: reservation.madeBy,
      madeAt: isoTime(reservation.madeAt),
      expiresAt: isoTime(reservation.expiresAt),
      state: life.kind,
      endedAt: life.kind === 'held' ? null : isoTime(life.at),
      sessionId: life.kind === 'used' ? life.sessionId : null,
    };
  }
}
