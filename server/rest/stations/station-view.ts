import type { Connector as ConnectorView, Station as StationView } from '#api/stations.ts';
import { measuredEnergy, type Session } from '#core/sessions/session.ts';
import { connectorId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Connector } from '#core/stations/connector.ts';
import { connectorMark } from '#core/stations/connector-mark.ts';
import type { Station } from '#core/stations/station.ts';
import type { Application } from '../../application.ts';
import { behaviourOfStation } from '../../stations/behaviour-of.ts';
import { stationHeldUntil } from '../../stations/boot-loop.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

/** A station as the API shows it. */
export function stationView(app: Application, station: Station): StationView {
  const line = app.stations.line(station.id);
  const connectors = app.desk.live
    .connectorsOf(station.id)
    .filter((connector) => connector.connectorId > 0)
    .sort((a, b) => a.connectorId - b.connectorId)
    .map((connector) => connectorView(app, connector, line !== undefined));
  return {
    id: station.id,
    name: station.name,
    adoptedAt: isoTime(station.adoptedAt),
    retiredAt: isoTimeOrNull(station.retiredAt),
    online: line !== undefined,
    onlineSince: isoTimeOrNull(line?.openedAt ?? null),
    offlineSince: isoTimeOrNull(app.stations.offlineSince(station.id)),
    address: line?.connection.address ?? null,
    ...station.identity,
    lastBootAt: isoTimeOrNull(station.lastBootAt),
    lastSeenAt: isoTimeOrNull((line?.connection.lastHeardAt ?? station.lastSeenAt) as Instant | null),
    protection: station.credential.kind,
    registration: station.registration,
    missingProtocolAllowed: station.missingProtocolAllowed,
    maxPowerW: station.maxPower,
    clockOffsetSeconds: station.clockOffsetMs === null ? null : Math.round(station.clockOffsetMs / 1_000),
    abilities: abilitiesOf(app, station),
    heldUntil: isoTimeOrNull(stationHeldUntil(app.desk.live, station.id, app.clock.now())),
    deviations: deviationsOf(station, line?.deviations),
    own: ownState(app, station),
    connectors,
    powerW: connectors.reduce((sum, { session }) => sum + (session?.powerW ?? 0), 0),
    todayWh: app.today.of(station.id),
  };
}

function abilitiesOf({ desk }: Application, station: Station): StationView['abilities'] {
  const { unlock, changeAvailability, remoteStop } = behaviourOfStation(desk.live, station);
  return { unlock, changeAvailability, remoteStop };
}

/** Power that a running session draws now; unknown once the last value is old. */
export function powerNow(app: Application, session: Session): number | null {
  const { live } = app.desk;
  // Of a station that is not connected nobody knows what it does now.
  if (app.stations.line(session.stationId) === undefined) return null;
  // A session whose stop is still missing draws nothing from a connector that has moved on.
  if (live.connector(session.stationId, session.connectorId)?.status !== 'Charging') return null;
  const last = live.sessions.curve(session.id).at(-1);
  if (last === undefined || app.clock.now() - last.at > STALE_MS) return null;
  return last.power;
}

const STALE_MS = 15 * 60_000;

function connectorView(app: Application, connector: Connector, online: boolean): ConnectorView {
  const { live } = app.desk;
  const session = live.sessions.openAt(connector.stationId, connector.connectorId);
  const accepted = live.acceptedCards.get(connector.stationId) ?? null;
  const mark = connectorMark({
    online,
    connector,
    session,
    cardAcceptedAt: accepted?.at ?? null,
    now: app.clock.now(),
  });
  return {
    connectorId: connector.connectorId,
    mark,
    status: connector.status,
    since: isoTime(connector.since),
    errorCode: connector.errorCode === 'NoError' ? null : connector.errorCode,
    vendorErrorCode: connector.vendorErrorCode,
    info: connector.info,
    closedBy:
      connector.closedBy === null
        ? null
        : { who: connector.closedBy.who, at: isoTime(connector.closedBy.at) },
    session: session === null ? null : sessionNow(app, session),
    acceptedCard:
      accepted === null || mark !== 'wait-plug'
        ? null
        : { holder: accepted.holder, cardUid: accepted.uid, at: isoTime(accepted.at) },
  };
}

function sessionNow(app: Application, session: Session): NonNullable<ConnectorView['session']> {
  return {
    id: session.id,
    startedAt: isoTime(session.start.at),
    holder: session.holder,
    cardUid: session.cardUid,
    energyWh: measuredEnergy(session),
    powerW: powerNow(app, session),
    stateOfCharge: app.desk.live.sessions.curve(session.id).at(-1)?.stateOfCharge ?? null,
  };
}

/** Connector 0 speaks for the station as a whole (OCPP 1.6 §4.9); shown only when it has something to say. */
function ownState(app: Application, station: Station): StationView['own'] {
  const own = app.desk.live.connector(station.id, connectorId(0));
  if (own === null || own.status === 'Available') return null;
  const online = app.stations.line(station.id) !== undefined;
  return {
    mark: connectorMark({
      online,
      connector: own,
      session: null,
      cardAcceptedAt: null,
      now: app.clock.now(),
    }),
    errorCode: own.errorCode,
    info: own.info,
    since: isoTime(own.since),
  };
}

function deviationsOf(
  station: Station,
  unsaved: ReadonlyMap<string, number> | undefined,
): StationView['deviations'] {
  const kinds = new Set([...Object.keys(station.deviations), ...(unsaved?.keys() ?? [])]);
  return [...kinds].map((kind) => ({
    kind,
    count: (station.deviations[kind] ?? 0) + (unsaved?.get(kind) ?? 0),
  }));
}
