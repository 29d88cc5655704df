import { cardUid } from '#core/access/card-uid.ts';
import {
  measuredEnergy,
  type Session,
  type SessionEnd,
  sessionState,
  settledEnergy,
} from '#core/sessions/session.ts';
import {
  cardId,
  connectorId,
  driverId,
  sessionId,
  stationId,
  tenantId,
  transactionId,
  vehicleId,
} from '#core/shared/ids.ts';
import { instant, wattHours } from '#core/shared/units.ts';
import { folded, fromJson, fromWord, orNull } from '../column-values.ts';
import type { Columns } from '../sqlite/table-write.ts';
import type { SessionRow } from './session-tables.ts';

export const SESSION_COLUMNS: Columns<SessionRow, Session> = {
  id: (session) => session.id,
  transaction_id: (session) => session.transactionId,
  start_key: (session) => session.start.key,
  station_id: (session) => session.stationId,
  connector_id: (session) => session.connectorId,
  id_tag: (session) => session.idTag,
  card_uid: (session) => session.cardUid,
  card_id: (session) => session.cardId,
  holder: (session) => session.holder,
  holder_folded: (session) => (session.holder === null ? null : folded(session.holder)),
  tenant_id: (session) => session.tenantId,
  driver_id: (session) => session.driverId,
  vehicle_id: (session) => session.vehicleId,
  admission_json: (session) => JSON.stringify(session.admission),
  started_at: (session) => session.start.at,
  start_station_time: (session) => session.start.stationTime,
  start_time_source: (session) => session.start.timeSource,
  start_received_at: (session) => session.start.receivedAt,
  start_register: (session) => session.start.register,
  reservation_id: (session) => session.start.reservationId,
  first_register: (session) => session.progress.firstRegister,
  last_register: (session) => session.progress.lastRegister,
  last_sample_at: (session) => session.progress.lastSampleAt,
  ended_at: (session) => session.end?.at ?? null,
  end_station_time: (session) => session.end?.stationTime ?? null,
  end_time_source: (session) => session.end?.timeSource ?? null,
  end_received_at: (session) => session.end?.receivedAt ?? null,
  end_register: (session) => session.end?.register ?? null,
  end_reason: (session) => session.end?.reason ?? null,
  end_id_tag: (session) => session.end?.idTag ?? null,
  end_source: (session) => session.end?.source ?? null,
  doubts_json: (session) => JSON.stringify(session.doubts),
  decision_json: (session) => (session.decision === null ? null : JSON.stringify(session.decision)),
  state: sessionState,
  measured_wh: measuredEnergy,
  settled_wh: settledEnergy,
};

export function sessionOf(row: SessionRow): Session {
  return {
    id: sessionId(row.id),
    transactionId: transactionId(row.transaction_id),
    stationId: stationId(row.station_id),
    connectorId: connectorId(row.connector_id),
    idTag: row.id_tag,
    cardUid: cardUid(row.card_uid),
    cardId: orNull(row.card_id, cardId),
    holder: row.holder,
    tenantId: tenantId(row.tenant_id),
    driverId: orNull(row.driver_id, driverId),
    vehicleId: orNull(row.vehicle_id, vehicleId),
    admission: fromJson(row.admission_json),
    start: {
      stationTime: row.start_station_time,
      at: instant(row.started_at),
      timeSource: fromWord(row.start_time_source),
      receivedAt: instant(row.start_received_at),
      register: wattHours(row.start_register),
      reservationId: row.reservation_id,
      key: row.start_key,
    },
    progress: {
      firstRegister: orNull(row.first_register, wattHours),
      lastRegister: orNull(row.last_register, wattHours),
      lastSampleAt: orNull(row.last_sample_at, instant),
    },
    end: endOf(row),
    doubts: fromJson(row.doubts_json),
    decision: row.decision_json === null ? null : fromJson(row.decision_json),
  };
}

function endOf(row: SessionRow): SessionEnd | null {
  const { ended_at, end_received_at, end_register, end_time_source, end_reason, end_source } = row;
  if (ended_at === null || end_received_at === null || end_register === null) return null;
  if (end_time_source === null || end_reason === null || end_source === null) return null;
  return {
    stationTime: row.end_station_time,
    at: instant(ended_at),
    timeSource: fromWord(end_time_source),
    receivedAt: instant(end_received_at),
    register: wattHours(end_register),
    reason: end_reason,
    idTag: row.end_id_tag,
    source: fromWord(end_source),
  };
}
