import { sql } from 'kysely';
import { cardUid } from '#core/access/card-uid.ts';
import { connectorId, type StationId, stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { Reservation } from '#core/stations/reservation.ts';
import { fromJson } from '../column-values.ts';
import type { Query } from '../sqlite/kysely-dialect.ts';
import { upserting } from '../sqlite/table-write.ts';
import type { ReservationRow } from './station-tables.ts';

export const reservationWrite = upserting<ReservationRow, Reservation>(
  {
    table: 'reservation',
    columns: {
      id: (reservation) => reservation.id,
      station_id: (reservation) => reservation.stationId,
      connector_id: (reservation) => reservation.connectorId,
      card_uid: (reservation) => reservation.cardUid,
      card_group: (reservation) => reservation.group,
      made_by: (reservation) => reservation.madeBy,
      made_at: (reservation) => reservation.madeAt,
      expires_at: (reservation) => reservation.expiresAt,
      life_json: (reservation) => JSON.stringify(reservation.life),
      is_held: (reservation) => Number(reservation.life.kind === 'held'),
    },
  },
  ['id'],
);

/** Reservations that keep a connector free, oldest first. */
export async function readHeldReservations(query: Query): Promise<readonly Reservation[]> {
  const rows = await query
    .selectFrom('reservation')
    .selectAll()
    .where(sql<boolean>`is_held = 1`)
    .orderBy('id')
    .execute();
  return rows.map(reservationOf);
}

/** The latest reservations of a station, newest first. */
export async function listReservations(
  query: Query,
  station: StationId,
  limit: number,
): Promise<readonly Reservation[]> {
  const rows = await query
    .selectFrom('reservation')
    .selectAll()
    .where('station_id', '=', station)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(reservationOf);
}

function reservationOf(row: ReservationRow): Reservation {
  return {
    id: row.id,
    stationId: stationId(row.station_id),
    connectorId: connectorId(row.connector_id),
    cardUid: cardUid(row.card_uid),
    group: row.card_group === null ? null : cardUid(row.card_group),
    madeBy: row.made_by,
    madeAt: instant(row.made_at),
    expiresAt: instant(row.expires_at),
    life: fromJson(row.life_json),
  };
}
