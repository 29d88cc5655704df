import type { LiveEvent } from '#api/events.ts';
import { type StationId, stationId } from '#core/shared/ids.ts';
import { elapsed, type Instant, instant } from '#core/shared/units.ts';
import type { Station } from '#core/stations/station.ts';
import type { SessionUse } from '#core/tariffs/connector-use.ts';
import type { ConnectionClose, StationConnection } from '#ocpp/connection.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { openLine, type StationLine } from '../ocpp/station-line.ts';
import { logLine } from '../site/log-line.ts';
import type { SiteDesk } from '../site/site-desk.ts';
import { offTheLine } from '../tariffs/session-uses.ts';

/** Which stations are on the line, and since when the others are not. */
export interface ConnectedStations {
  line(id: StationId): StationLine | undefined;
  lines(): readonly StationLine[];
  /** Since when a station has had no line; null while it has one or has never had one. */
  offlineSince(id: StationId): Instant | null;
  opened(connection: StationConnection): StationLine;
  closed(connection: StationConnection, close: ConnectionClose): void;
}

export function watchConnections(desk: SiteDesk, clock: Clock, log: Log): ConnectedStations {
  const lines = new Map<StationId, StationLine>();
  const gone = new Map<StationId, Instant>();
  for (const station of desk.live.stations.values())
    if (station.lastSeenAt !== null) gone.set(station.id, station.lastSeenAt);

  return {
    line: (id) => lines.get(id),
    lines: () => [...lines.values()],
    offlineSince: (id) => (lines.has(id) ? null : (gone.get(id) ?? null)),

    opened(connection) {
      const id = stationId(connection.stationId);
      const line = openLine(id, connection, instant(connection.openedAt));
      lines.set(id, line);
      for (const { kind } of connection.handshakeDeviations) line.deviations.set(kind, 1);
      record(id, (station, now) => ({
        // Should the program be killed, it knows that the station was there.
        station: { ...station, lastSeenAt: now },
        line: logLine(now, 'station-connected', { stationId: id, facts: { address: connection.address } }),
      }));
      return line;
    },

    closed(connection, close) {
      const id = stationId(connection.stationId);
      const line = lines.get(id);
      // The late end of a line that was replaced says nothing about the station.
      if (line?.connection !== connection) return;
      lines.delete(id);
      gone.set(id, clock.now());
      record(id, (station, now) => ({
        uses: offTheLine(desk.live, id, instant(connection.lastHeardAt)),
        station: {
          ...station,
          lastSeenAt: instant(connection.lastHeardAt),
          deviations: added(station.deviations, line.deviations),
        },
        line: logLine(now, 'station-disconnected', {
          stationId: id,
          level: close.by === 'central-system' ? 'info' : 'attention',
          facts: {
            reason: close.code === FRAME_TOO_LONG ? 'oversized' : close.by,
            afterSeconds: Math.round(elapsed(line.openedAt, instant(Math.max(line.openedAt, now))) / 1_000),
          },
        }),
      }));
    },
  };

  function record(
    id: StationId,
    change: (
      station: Station,
      now: Instant,
    ) => {
      readonly station?: Station;
      readonly uses?: readonly SessionUse[];
      readonly line: ReturnType<typeof logLine>;
    },
  ): void {
    desk
      .decide((live) => {
        const station = live.stations.get(id);
        if (station === undefined) return { value: undefined, changes: [] };
        const { station: changed, uses = [], line } = change(station, clock.now());
        const used = uses.map((use) => ({ kind: 'add-use', use }) as const);
        return {
          value: undefined,
          changes:
            changed === undefined
              ? [line, ...used]
              : [{ kind: 'save-station', station: changed }, line, ...used],
          told: changeOf(id),
        };
      })
      // The line itself does not depend on its logbook entry.
      .catch((error: unknown) => log.error({ err: error, stationId: id }, 'connection not recorded'));
  }
}

/** WebSocket close code "message too big". */
const FRAME_TOO_LONG = 1009;

function changeOf(id: StationId): readonly LiveEvent[] {
  return [{ kind: 'station', stationId: id }, { kind: 'log' }];
}

function added(known: Station['deviations'], seen: ReadonlyMap<string, number>): Station['deviations'] {
  const sum: Record<string, number> = { ...known };
  for (const [kind, count] of seen) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}
