import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { StationConnection } from '#ocpp/connection.ts';
import type { Refusal } from '#ocpp/refusal.ts';
import { type OcppServer, startOcppServer } from '#ocpp/server.ts';
import type { Traffic } from '#ocpp/traffic.ts';
import type { Application } from '../application.ts';
import type { ServerConfig } from '../config.ts';
import { logLine } from '../site/log-line.ts';
import { createDoor } from './admit-station.ts';
import { answerCall } from './answer-call.ts';
import type { StationLine } from './station-line.ts';

/** The same attempt again and again is one line in the logbook. */
const REFUSAL_NOTED_ONCE_PER_MS = 3_600_000;
/** Beyond this the store is far behind: whoever calls now is sent away and keeps its message. */
const MOST_PENDING = 20_000;

/** Opens the port for stations and hands what they say to the site. Rejects with `PortInUse`. */
export function openStationPort(app: Application, config: ServerConfig): Promise<OcppServer> {
  const door = createDoor(app.desk.live, app.clock);
  const lines = new WeakMap<StationConnection, StationLine>();
  const notedAt = new Map<string, number>();

  return startOcppServer({
    host: config.ocppHost,
    port: config.ocppPort,
    clock: app.clock,
    limits:
      config.stationMessagesPerSecond === undefined
        ? {}
        : {
            messagesPerSecond: config.stationMessagesPerSecond,
            connections: 6_000,
            pendingSocketsPerAddress: 6_000,
          },
    async admit(handshake) {
      const admission = await door(handshake);
      // Whoever is let in needs no knock, and its password is nobody's business.
      if (admission.kind === 'refuse') app.knocks.saw(handshake);
      return admission;
    },
    onRefused(refusal) {
      const news = app.knocks.note(refusal);
      app.events.tell([{ kind: 'knock' }]);
      if (news) noteRefusal(refusal);
    },
    onOpen(connection) {
      lines.set(connection, app.stations.opened(connection));
      const knock = app.knocks.get(connection.stationId);
      if (knock?.address !== connection.address) return;
      app.knocks.forget(knock.key);
      app.events.tell([{ kind: 'knock' }]);
    },
    onClose: (connection, close) => app.stations.closed(connection, close),
    async onCall(connection, call) {
      const line = lines.get(connection);
      if (line === undefined) throw new Error('A call came before its connection was opened');
      if (app.store.pending() > MOST_PENDING) return { kind: 'close', code: 1013, reason: 'too busy' };
      return answerCall(app, line, call);
    },
    onTraffic(connection, traffic) {
      journal(connection, traffic);
    },
  });

  function journal(connection: StationConnection, traffic: Traffic): void {
    if (traffic.kind === 'handler-failed') {
      app.log.error({ err: traffic.error, stationId: connection.stationId }, 'call not handled');
      return;
    }
    const text = traffic.kind === 'sent-call' ? traffic.frame : traffic.raw;
    const answer = traffic.kind === 'refused-call' ? traffic.answer : null;
    if (traffic.kind === 'unreadable-frame' || traffic.kind === 'refused-call')
      app.log.warn(
        { stationId: connection.stationId, ...traffic, raw: text.slice(0, 500) },
        'message refused',
      );
    app.desk
      .decide(() => ({
        value: undefined,
        changes: [
          {
            kind: 'journal',
            frame: {
              stationId: stationId(connection.stationId),
              at: instant(traffic.at),
              direction: traffic.kind === 'sent-call' ? 'out' : 'in',
              text,
              answer,
            },
          },
        ],
      }))
      .catch((error: unknown) => app.log.error({ err: error }, 'frame not journalled'));
  }

  function noteRefusal(refusal: Refusal): void {
    const key = `${refusal.stationId ?? refusal.path} ${refusal.reason}`;
    const now = app.clock.monotonic();
    if (now - (notedAt.get(key) ?? Number.NEGATIVE_INFINITY) < REFUSAL_NOTED_ONCE_PER_MS) return;
    if (notedAt.size > 1_000) notedAt.clear();
    notedAt.set(key, now);
    app.desk
      .decide(() => ({
        value: undefined,
        changes: [
          logLine(app.clock.now(), 'connection-refused', {
            level: 'attention',
            facts: { reason: refusal.reason, address: refusal.address, path: refusal.path.slice(0, 255) },
          }),
        ],
        told: [{ kind: 'log' }],
      }))
      .catch((error: unknown) => app.log.error({ err: error }, 'refusal not noted'));
  }
}
