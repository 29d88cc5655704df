import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import { connectorId, type StationId } from '#core/shared/ids.ts';
import { resolveStationTime } from '#core/shared/station-time.ts';
import { type Instant, instant } from '#core/shared/units.ts';
import { type Connector, MOST_CONNECTORS } from '#core/stations/connector.ts';
import { updateStatus } from '#core/stations/update-status.ts';
import { briefPlugBetween } from '#core/stations/why/brief-plug.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from '../stations/known-station.ts';
import { sightChanges } from '../stations/sight-changes.ts';
import { connectorUse } from '../tariffs/session-uses.ts';
import type { Handler, Received } from './handler.ts';
import { hasEmptyQueue, learnClock } from './station-line.ts';
import { stationTime } from './station-time.ts';

/** OCPP 1.6 §4.9. The latest by the station's own time stands; older ones are answered and let go. */
export const statusNotification: Handler<'StatusNotification'> = {
  decide(live, received) {
    const { request, stationId, receivedAt } = received;
    if (request.connectorId < 0 || request.connectorId > MOST_CONNECTORS)
      return { response: {}, changes: [], told: [] };
    const reported = reportedConnector(live, received);
    const before = live.connector(stationId, reported.connectorId);
    const outcome = updateStatus(before, reported);
    if (outcome.kind === 'older') return { response: {}, changes: [], told: [] };
    const { connectorId: place, status } = reported;
    const seen = sightChanges(live, stationId, {
      sight: { kind: 'status', connectorId: place, status },
      now: receivedAt,
    });
    const use = connectorUse(live, reported, { status, since: reported.since, heardAt: receivedAt });
    const used = { changes: use.map(useChange), told: use.map((one) => toldOf(stationId, one)) };
    if (outcome.kind === 'same')
      return {
        response: {},
        changes: [...seen.changes, ...used.changes],
        told: [...seen.told, ...used.told],
      };
    const faults = faultLines(before, outcome.connector, received);
    const told: LiveEvent[] = [{ kind: 'station', stationId }, ...seen.told, ...used.told];
    if (faults.length > 0) told.push({ kind: 'log' });
    return {
      response: {},
      changes: [
        { kind: 'save-connector', connector: outcome.connector },
        ...faults,
        ...seen.changes,
        ...used.changes,
      ],
      told,
      remember(undo) {
        if (status === 'Available') undo.delete(live.acceptedCards, stationId);
        const brief = briefPlugBetween(before, outcome.connector);
        if (brief !== null) undo.set(live.briefPlugs, `${stationId}/${place}`, brief);
      },
    };
  },
};

function useChange(use: SessionUse): Change {
  return { kind: 'add-use', use };
}

function toldOf(stationId: StationId, { sessionId }: SessionUse): LiveEvent {
  return { kind: 'session', sessionId, stationId };
}

function reportedConnector(live: LiveSite, received: Received<'StatusNotification'>): Connector {
  const { request, stationId, receivedAt } = received;
  return {
    stationId,
    connectorId: connectorId(request.connectorId),
    status: request.status,
    errorCode: request.errorCode,
    info: request.info ?? null,
    vendorErrorCode: request.vendorErrorCode ?? null,
    since: sinceWhen(live, received),
    receivedAt,
    closedBy: null,
  };
}

/**
 * Since when a status holds. Only a line that has just come up delivers old ones; later on, a time before
 * that of the status known is a clock that has been set back, not a message that was overtaken.
 */
function sinceWhen(live: LiveSite, received: Received<'StatusNotification'>): Instant {
  const { stationId, receivedAt, line, request } = received;
  if (request.timestamp === undefined) return receivedAt;
  const time = stationTime(request.timestamp, receivedAt, live.site.timeZone);
  learnClock(line, time.instant, receivedAt);
  const { clockOffsetMs } = knownStation(live, stationId);
  const at = Math.min(resolveStationTime(time, receivedAt, clockOffsetMs).at, receivedAt);
  const known = live.connector(stationId, connectorId(request.connectorId));
  const setBack = known !== null && at < known.since && hasEmptyQueue(line, receivedAt);
  return setBack ? receivedAt : instant(at);
}

function faultLines(
  before: Connector | null,
  after: Connector,
  { stationId, receivedAt }: Received<'StatusNotification'>,
): readonly Change[] {
  const wasFault = before?.status === 'Faulted';
  const isFault = after.status === 'Faulted';
  const place = { stationId, connectorId: after.connectorId };
  if (isFault && !(wasFault && before.errorCode === after.errorCode))
    return [
      logLine(receivedAt, 'station-fault', {
        ...place,
        level: 'fault',
        facts: { code: after.errorCode, info: after.info ?? after.vendorErrorCode ?? '' },
      }),
    ];
  if (wasFault && !isFault)
    return [logLine(receivedAt, 'station-fault-cleared', { ...place, facts: { code: before.errorCode } })];
  return [];
}
