import type { Connector as ConnectorView, Station as StationView } from '#api/stations.ts';
import { measuredEnergy, type Session } from '#core/sessions/session.ts';
import { connectorId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Connector } from '#core/stations/connector.ts';
import { connectorMark } from '#core/stations/connector-mark.ts';
import { powerClassOf } from '#core/stations/power-class.ts';
import type { Station } from '#core/stations/station.ts';
import { ROOT_TENANT } from '#core/tenants/tenant.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { behaviourOfStation } from '../../stations/behaviour-of.ts';
import { stationHeldUntil } from '../../stations/boot-loop.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

/** A station as a caller may see it: who charges there is for whoever may read sessions. */
export function stationView(app: Application, station: Station, caller: Caller): StationView {
  const line = app.stations.line(station.id);
  const connectors = app.desk.live
    .connectorsOf(station.id)
    .filter((connector) => connector.connectorId > 0)
    .sort((a, b) => a.connectorId - b.connectorId)
    .map((connector) => connectorView(app, connector, caller));
  return {
    id: station.id,
    name: station.name,
    tenantId: station.tenantId,
    groupIds: [...station.groupIds],
    powerClass: powerClassOf(station),
    powerClassSet: station.powerClass !== null,
    inventory: {
      ...station.inventory,
      components: station.inventory.components.map((component) => ({ ...component })),
    },
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
    metering: { ...station.metering },
    keyAlarms: keyAlarmsOf(app, station),
    maxPowerW: station.maxPower,
    clockOffsetSeconds: station.clockOffsetMs === null ? null : Math.round(station.clockOffsetMs / 1_000),
    abilities: abilitiesOf(app, station),
    heldUntil: isoTimeOrNull(stationHeldUntil(app.desk.live, station.id, app.clock.now())),
    deviations: deviationsOf(station, line?.deviations),
    own: ownState(app, station),
    connectors,
    powerW: powerOf(app, station),
    todayWh: app.today.of(station.id),
  };
}

function abilitiesOf({ desk }: Application, station: Station): StationView['abilities'] {
  const { unlock, changeAvailability, remoteStop } = behaviourOfStation(desk.live, station);
  return { unlock, changeAvailability, remoteStop };
}

function keyAlarmsOf({ desk }: Application, { id }: Station): number[] {
  return desk.live.meterKeys.of(id).flatMap(({ alarm, connectorId: at }) => (alarm === null ? [] : [at]));
}

function powerOf(app: Application, { id }: Station): number {
  return app.desk.live
    .connectorsOf(id)
    .map(({ connectorId: at }) => app.desk.live.sessions.openAt(id, at))
    .reduce((sum, session) => sum + (session === null ? 0 : (powerNow(app, session) ?? 0)), 0);
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

function connectorView(app: Application, connector: Connector, caller: Caller): ConnectorView {
  const { live } = app.desk;
  const session = live.sessions.openAt(connector.stationId, connector.connectorId);
  const accepted = live.acceptedCards.get(connector.stationId) ?? null;
  const home = live.stations.get(connector.stationId)?.tenantId ?? ROOT_TENANT;
  const mark = connectorMark({
    online: app.stations.line(connector.stationId) !== undefined,
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
    session:
      session === null || !caller.can('sessions.read', session.tenantId) ? null : sessionNow(app, session),
    acceptedCard:
      accepted === null || mark !== 'wait-plug' || !caller.can('sessions.read', home)
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
