import { cardUid } from '#core/access/card-uid.ts';
import { NO_METERING_FLAGS } from '#core/eichrecht/energy-for-money.ts';
import type { Sample } from '#core/sessions/sample.ts';
import { NO_PROGRESS, type Session } from '#core/sessions/session.ts';
import { connectorId, sessionId, stationId, transactionId } from '#core/shared/ids.ts';
import { instant, wattHours, watts } from '#core/shared/units.ts';
import { NOTHING_OWN } from '#core/stations/behaviour.ts';
import { NO_INVENTORY } from '#core/stations/inventory.ts';
import type { Station } from '#core/stations/station.ts';
import { UNKNOWN_IDENTITY } from '#core/stations/station.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';

/** A Monday noon in June 2026, UTC. */
export const NOON = instant(Date.UTC(2026, 5, 1, 12));

export const LOBBY: Station = {
  id: stationId('LOBBY-1'),
  name: 'Lobby left',
  tenantId: ROOT_TENANT,
  groupIds: [],
  powerClass: null,
  inventory: NO_INVENTORY,
  adoptedAt: NOON,
  retiredAt: null,
  identity: UNKNOWN_IDENTITY,
  credential: { kind: 'open' },
  missingProtocolAllowed: false,
  registration: 'accepted',
  maxPower: watts(22_000),
  lastBootAt: null,
  lastSeenAt: null,
  clockOffsetMs: null,
  deviations: {},
  behaviour: NOTHING_OWN,
  metering: NO_METERING_FLAGS,
};

/** A session that runs at the lobby, unlike every other by its number. */
export function runningSession(number: number, changed: Partial<Session> = {}): Session {
  return {
    id: sessionId(number),
    transactionId: transactionId(number + 1_000_000),
    stationId: LOBBY.id,
    connectorId: connectorId(1),
    idTag: '04a2b3',
    cardUid: cardUid('04a2b3'),
    cardId: null,
    holder: null,
    tenantId: ROOT_TENANT,
    driverId: null,
    vehicleId: null,
    admission: { kind: 'admitted' },
    start: {
      stationTime: '2026-06-01T12:00:00Z',
      at: NOON,
      timeSource: 'station',
      receivedAt: NOON,
      register: wattHours(1_000),
      reservationId: null,
      key: `start ${number}`,
    },
    progress: NO_PROGRESS,
    end: null,
    doubts: [],
    decision: null,
    ...changed,
  };
}

/** The same session after it has drawn some energy and stopped. */
export function endedSession(session: Session, energyWh: number): Session {
  return {
    ...session,
    end: {
      stationTime: '2026-06-01T13:00:00Z',
      at: instant(session.start.at + 3_600_000),
      timeSource: 'station',
      receivedAt: instant(session.start.at + 3_600_500),
      register: wattHours(session.start.register + energyWh),
      reason: 'Local',
      idTag: session.idTag,
      source: 'stop-transaction',
    },
  };
}

export function sampleOf(session: Session, register: number): Sample {
  return {
    stationId: session.stationId,
    connectorId: session.connectorId,
    sessionId: session.id,
    at: session.start.at,
    receivedAt: session.start.receivedAt,
    register: wattHours(register),
    power: watts(11_000),
    current: null,
    stateOfCharge: null,
    context: 'Sample.Periodic',
    other: null,
  };
}
