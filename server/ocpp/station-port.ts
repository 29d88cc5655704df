import type { DoorOutcome } from '#api/door.ts';
import { stationId } from '#core/shared/ids.ts';
import { instant } from '#core/shared/units.ts';
import type { StationConnection } from '#ocpp/connection.ts';
import type { DoorVisit } from '#ocpp/door-watch.ts';
import type { Answer, ReceivedCall } from '#ocpp/received-call.ts';
import { type Refusal, statusOfReason } from '#ocpp/refusal.ts';
import { type OcppServer, startOcppServer } from '#ocpp/server.ts';
import type { Traffic } from '#ocpp/traffic.ts';
import type { Action } from '#ocpp/v16/actions.ts';
import type { Application } from '../application.ts';
import type { ServerConfig } from '../config.ts';
import { createAttackWatch } from '../security/attack-watch.ts';
import { serveRoot } from '../security/serve-root.ts';
import { logLine } from '../site/log-line.ts';
import { createDoor } from './admit-station.ts';
import { answerCall } from './answer-call.ts';
import { asItBehaves, inGoodTime } from './as-it-behaves.ts';
import { noteTrigger } from './asked-for.ts';
import { deviationsIn } from './deviations-in.ts';
import { noteStationDoor } from './note-station-door.ts';
import { onceAnHour } from './once-an-hour.ts';
import { countDeviations, type StationLine } from './station-line.ts';

/** Lines in the logbook within an hour about attempts of stations that are not ours. */
const MOST_STRANGERS_NOTED = 60;
/** More than a thousand stations can be refused for within an hour. */
const MOST_NOTED = 10_000;
/** Beyond this the store is far behind: whoever calls now is sent away and keeps its message. */
const MOST_PENDING = 20_000;

/** Opens the port for stations and hands what they say to the site. Rejects with `PortInUse`. */
export function openStationPort(
  app: Application,
  config: ServerConfig,
  without?: readonly Action[],
): Promise<OcppServer> {
  const door = createDoor(app.desk, app.clock);
  const lines = new WeakMap<StationConnection, StationLine>();
  const isNewStranger = onceAnHour(MOST_STRANGERS_NOTED);
  const isNewOfStation = onceAnHour(MOST_NOTED);
  const isNewInLog = onceAnHour(MOST_NOTED);
  const attacks = createAttackWatch();

  return startOcppServer({
    host: config.ocppHost,
    port: config.ocppPort,
    tls:
      config.ocppTlsPort === null
        ? undefined
        : { port: config.ocppTlsPort, identity: app.authority.identity },
    serve: (path) => serveRoot(app.authority, path),
    clock: app.clock,
    ...(without && { without }),
    throttles: () => !app.isTestTool(),
    limits:
      config.stationMessagesPerSecond === undefined
        ? {}
        : {
            messagesPerSecond: config.stationMessagesPerSecond,
            connections: 6_000,
            pendingSocketsPerAddress: 6_000,
          },
    async admit(handshake) {
      const admission = app.desk.live.isHeldOffline(stationId(handshake.stationId), app.clock.now())
        ? ({ kind: 'refuse', reason: 'held-offline' } as const)
        : await door(handshake);
      // Whoever is let in needs no knock, and its password is nobody's business.
      if (admission.kind === 'refuse') app.knocks.saw(handshake);
      return admission.kind === 'refuse'
        ? admission
        : asItBehaves(app.desk.live, stationId(handshake.stationId), admission);
    },
    onRefused(refusal) {
      // Kept out on purpose: nobody has to look.
      if (refusal.reason === 'held-offline') return;
      const news = app.knocks.note(refusal);
      app.events.tell([{ kind: 'knock' }]);
      if (news) noteRefusal(refusal);
      watchForAttack(refusal);
    },
    onVisit: noteVisit,
    onOpen(connection) {
      lines.set(connection, app.stations.opened(connection));
      const knock = app.knocks.get(connection.stationId);
      if (knock?.address !== connection.address) return;
      app.knocks.forget(knock.key);
      app.events.tell([{ kind: 'knock' }]);
    },
    onClose: (connection, close) => app.stations.closed(connection, close),
    onCall(connection, call) {
      const line = lines.get(connection);
      if (line === undefined) throw new Error('A call came before its connection was opened');
      if (app.store.pending() > MOST_PENDING)
        return Promise.resolve({ kind: 'close', code: 1013, reason: 'too busy' });
      const answering = inGoodTime(app.desk.live, line.stationId, {
        action: call.action,
        answer: answerCall(app, line, call),
      });
      if (app.trace.watched) void follow(connection, call, answering);
      return answering;
    },
    onTraffic(connection, traffic) {
      const line = lines.get(connection);
      if (line !== undefined) noteTrigger(line, traffic, app.clock.now());
      journal(connection, traffic);
      if (app.trace.watched) app.trace.passed(connection.stationId, traffic);
    },
  });

  async function follow(
    { stationId: id }: StationConnection,
    { receivedAt, raw }: ReceivedCall,
    answering: Promise<Answer>,
  ): Promise<void> {
    const from = app.clock.monotonic();
    // A bug while answering is reported by the room next door.
    const answer = await answering.catch(() => null);
    const frame = answer?.kind === 'send' ? answer.frame : null;
    app.trace.answered(
      { stationId: id, receivedAt, raw },
      { frame, latencyMs: app.clock.monotonic() - from },
    );
  }

  function journal(connection: StationConnection, traffic: Traffic): void {
    if (traffic.kind === 'handler-failed') {
      app.log.error({ err: traffic.error, stationId: connection.stationId }, 'call not handled');
      return;
    }
    if (traffic.kind === 'unreadable-frame' && traffic.fault === 'too-long')
      noteOversized(connection, traffic.at);
    const text = traffic.kind === 'sent-call' ? traffic.frame : traffic.raw;
    const answer = traffic.kind === 'refused-call' ? traffic.answer : null;
    if (isOdd(traffic) && isNewInLog(subjectOf(connection, traffic), app.clock.monotonic()))
      app.log.warn(
        { stationId: connection.stationId, ...traffic, raw: text.slice(0, 500) },
        'message refused',
      );
    const line = lines.get(connection);
    const seen = deviationsIn(traffic);
    app.desk
      .decide(() => ({
        value: undefined,
        ...(line === undefined ? {} : { remember: (undo) => countDeviations(line, seen, undo) }),
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

  function noteVisit(visit: DoorVisit): void {
    const { outcome, address, stationId: id, path = '' } = app.door.note(visit);
    app.events.tell([{ kind: 'door' }]);
    if (outcome === 'admitted') noteStationDoor(app, visit);
    // Refusals are summarised by themselves, with the knock.
    if (outcome === 'admitted' || outcome === 'fetched-file' || Object.hasOwn(statusOfReason, visit.outcome))
      return;
    noteRefusal({ reason: outcome, address, stationId: id, path });
  }

  function watchForAttack({ stationId: id, reason, address }: Refusal): void {
    if (id === undefined || !app.desk.live.stations.has(stationId(id))) return;
    const count = attacks.saw(id, reason, app.clock.monotonic());
    if (count === null) return;
    app.desk
      .decide(() => ({
        value: undefined,
        changes: [
          logLine(app.clock.now(), 'security-alarm', {
            stationId: stationId(id),
            level: 'fault',
            facts: { count, address },
          }),
        ],
        told: [{ kind: 'log' }, { kind: 'station', stationId: id }],
      }))
      .catch((error: unknown) => app.log.error({ err: error }, 'alarm not noted'));
  }

  function noteOversized(connection: StationConnection, at: number): void {
    const { stationId: id, address, openedAt, security } = connection;
    noteVisit({
      openedAt,
      endedAt: at,
      address,
      transport: security.kind === 'tls' ? 'wss' : 'ws',
      outcome: 'oversized-frame',
      stationId: id,
      path: undefined,
      host: null,
      protocols: [],
    });
  }

  function noteRefusal(
    refusal: Pick<Refusal, 'address' | 'stationId' | 'path'> & { reason: DoorOutcome },
  ): void {
    const { reason, address } = refusal;
    const now = app.clock.monotonic();
    const known = refusal.stationId !== undefined && app.desk.live.stations.has(stationId(refusal.stationId));
    // A stranger can invent names, but hardly addresses.
    if (
      !(known
        ? isNewOfStation(`${refusal.stationId} ${reason}`, now)
        : isNewStranger(`${address} ${reason}`, now))
    )
      return;
    app.desk
      .decide(() => ({
        value: undefined,
        changes: [
          logLine(app.clock.now(), 'connection-refused', {
            level: PASSING.has(reason) ? 'info' : 'attention',
            ...(known ? { stationId: stationId(refusal.stationId ?? '') } : {}),
            facts: { reason, address, path: refusal.path.slice(0, 255) },
          }),
        ],
        told: [{ kind: 'log' }],
      }))
      .catch((error: unknown) => app.log.error({ err: error }, 'refusal not noted'));
  }
}

/** Whoever looks whether the port answers does this, too: programs that watch networks, browsers. */
const PASSING: ReadonlySet<DoorOutcome> = new Set(['said-nothing', 'gave-up', 'no-upgrade']);

type Odd = Extract<Traffic, { readonly kind: 'unreadable-frame' | 'refused-call' }>;

function isOdd(traffic: Traffic): traffic is Odd {
  return traffic.kind === 'unreadable-frame' || traffic.kind === 'refused-call';
}

/** What the same station says in the same wrong way again and again. */
function subjectOf({ stationId: id }: StationConnection, traffic: Odd): string {
  return `${id} ${traffic.kind === 'refused-call' ? traffic.action.slice(0, 64) : traffic.fault}`;
}
