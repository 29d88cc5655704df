import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Admission, Admit } from './admission.ts';
import type { Clock } from './clock.ts';
import type { ConnectionClose, StationConnection } from './connection.ts';
import { type BrokenRequest, type DoorVisit, watchDoor } from './door-watch.ts';
import { mayReplace } from './duplicate-connection.ts';
import { type Handshake, readHandshake, SUBPROTOCOL } from './handshake.ts';
import { defaultLimits, type OcppLimits } from './limits.ts';
import { listen } from './listen.ts';
import { type LiveConnection, openConnection } from './open-connection.ts';
import { createPendingSockets } from './pending-sockets.ts';
import { noted } from './read-call.ts';
import type { Answer, ReceivedCall } from './received-call.ts';
import { createReconnectThrottle } from './reconnect-throttle.ts';
import {
  answerBrokenRequest,
  type Refusal,
  type RefusalReason,
  refuseUpgrade,
  statusOfReason,
} from './refusal.ts';
import { createTlsDoor, type TlsDoorOptions } from './tls-door.ts';
import type { Traffic } from './traffic.ts';
import type { Action } from './v16/actions.ts';

export interface OcppServerOptions {
  readonly host: string;
  readonly port: number;
  /** Left out: no port for TLS. */
  readonly tls?: TlsDoorOptions | undefined;
  readonly clock: Clock;
  readonly limits?: Partial<OcppLimits>;
  /** Actions that are taken away, see `without-actions.ts`. */
  readonly without?: readonly Action[];
  /** Whether stations that connect again and again are held back now; they are unless this says otherwise. */
  throttles?(): boolean;
  /** Decides about a well-formed handshake, before the upgrade. May be slow (password hash). */
  readonly admit: Admit;
  /** Every refused attempt, with its one reason. */
  onRefused(refusal: Refusal): void;
  /** Every visit at the port from its first byte on, when it is clear how it ended; also those let in. */
  onVisit?(visit: DoorVisit): void;
  /** A file for whoever asks for one instead of a connection; undefined where there is none of that path. */
  serve?(path: string): Promise<ServedFile | undefined>;
  onOpen(connection: StationConnection): void;
  onClose(connection: StationConnection, close: ConnectionClose): void;
  /** One call. The calls of one connection come one after the other, in order. */
  onCall(connection: StationConnection, call: ReceivedCall): Promise<Answer>;
  /** Everything else that passes over a connection, for the journal. */
  onTraffic(connection: StationConnection, traffic: Traffic): void;
}

export interface ServedFile {
  readonly mediaType: string;
  readonly content: string | Buffer;
}

export interface OcppServer {
  readonly port: number;
  readonly tlsPort: number | null;
  /** The next handshakes of TLS use the identity as it is now; open connections stay. */
  renewIdentity(): Promise<void>;
  connectionOf(stationId: string): StationConnection | undefined;
  /** Takes nothing new, answers what is being handled, closes with 1001. Half of `closeTimeoutMs` is for the answers, half for each goodbye. */
  close(): Promise<void>;
}

/** Listens for stations at `/ocpp/<id>`. Rejects with `PortInUse` when the port is taken. */
export async function startOcppServer(options: OcppServerOptions): Promise<OcppServer> {
  const limits: OcppLimits = { ...defaultLimits, ...options.limits };
  const { clock } = options;
  const connections = new Map<string, LiveConnection>();
  const pending = createPendingSockets(limits.pendingSocketsPerAddress);
  const throttle = createReconnectThrottle(limits.reconnectsPerHour);
  const door = watchDoor(clock, (visit) => {
    if (!closing) options.onVisit?.(visit);
  });
  const idPrefix = clock.now().toString(36);
  let sentCalls = 0;
  let closing = false;

  const upgrader = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    handleProtocols: () => SUBPROTOCOL,
  });
  upgrader.on('wsClientError', (_error, socket, request) => {
    const read = readHandshake(request, clock.now());
    refuse(socket, read.kind === 'handshake' ? read.handshake : read, { reason: 'malformed-handshake' });
  });

  const httpOptions = {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.handshakeTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, limits.headersTimeoutMs),
  };
  const httpServer = createServer(httpOptions);
  const tlsDoor =
    options.tls &&
    createTlsDoor(
      options.tls,
      { ...httpOptions, handshakeTimeout: limits.tlsHandshakeTimeoutMs },
      (socket, error) => door.failed(socket, error),
    );
  const servers = tlsDoor === undefined ? [httpServer] : [httpServer, tlsDoor.server];
  attend(httpServer, 'ws');
  if (tlsDoor !== undefined) attend(tlsDoor.server, 'wss');
  const port = await listen(httpServer, options.host, options.port);
  const tlsPort = tlsDoor === undefined ? null : await tlsDoor.listen(options.host).catch(giveUp);

  return {
    port,
    tlsPort,
    renewIdentity: async () => tlsDoor?.renewIdentity(),
    connectionOf: (stationId) => connections.get(stationId),

    async close() {
      closing = true;
      const stopped = servers.map((server) => new Promise((resolve) => server.close(resolve)));
      for (const server of servers) server.closeAllConnections();
      pending.destroyAll();
      const live = [...connections.values()];
      await firstOf(Promise.all(live.map((connection) => connection.drain())), limits.closeTimeoutMs / 2);
      for (const connection of live) connection.close(1001, 'central system is shutting down');
      await Promise.all(stopped);
    },
  };

  function giveUp(error: unknown): never {
    httpServer.close();
    throw error;
  }

  /** Plain or over TLS, what comes is the same from here on. */
  function attend(server: Server, transport: 'ws' | 'wss'): void {
    if (Number.isFinite(limits.connections)) server.maxConnections = limits.connections + 200;
    server.on('connection', (socket) => {
      door.opened(socket, transport);
      if (!pending.add(socket)) door.ended(socket, 'too-many-connections');
    });
    server.on('clientError', (error: BrokenRequest, socket) => {
      door.failed(socket, error);
      answerBrokenRequest(socket, error);
    });
    server.on('request', (request, response) => void answerRequest(request, response));
    server.on('upgrade', (request, socket, head) => {
      // Whatever happens to the socket from here on, it ends in its close event.
      socket.on('error', () => {});
      void welcome(request, socket, head);
    });
  }

  async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/'] = (request.url ?? '/').split(/[?#]/, 1);
    const file = await options.serve?.(path).catch(() => undefined);
    door.ended(request.socket, file === undefined ? 'no-upgrade' : 'fetched-file', { path });
    if (file !== undefined && request.method === 'GET') {
      response.writeHead(200, { Connection: 'close', 'Content-Type': file.mediaType });
      response.end(file.content);
      return;
    }
    response.writeHead(426, { Connection: 'close', Upgrade: 'websocket' });
    response.end('This address is for charging stations that speak OCPP 1.6J.\n');
  }

  async function welcome(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const read = readHandshake(request, clock.now());
    if (read.kind === 'unusable') return refuse(socket, read, read);

    const { handshake } = read;
    door.asked(socket, handshake);
    const obstacle = obstacleFor(handshake);
    if (obstacle !== undefined) return refuse(socket, handshake, { reason: obstacle });

    const admission = await decide(handshake);
    if (admission.kind === 'refuse') {
      return refuse(socket, handshake, admission);
    }
    if (handshake.protocols.length === 0 && !admission.allowMissingProtocol) {
      return refuse(socket, handshake, { reason: 'no-subprotocol' });
    }
    const newcomer = { address: handshake.address, authenticated: admission.authenticated };
    if (!(await makeRoom(handshake.stationId, newcomer))) {
      return refuse(socket, handshake, { reason: 'duplicate-connection' });
    }
    if (socket.destroyed) return;
    if (closing) return refuse(socket, handshake, { reason: 'not-ready' });
    upgrader.handleUpgrade(request, socket, head, (webSocket) => {
      pending.admitted(request.socket);
      door.ended(socket, 'admitted', handshake);
      open(webSocket, handshake, admission);
    });
  }

  /** What stands in the way of a handshake whoever sends it. */
  function obstacleFor(handshake: Handshake): RefusalReason | undefined {
    if (closing) return 'not-ready';
    // OCPP-J asks to upgrade and close; the certification (TC_088) wants no upgrade at all.
    if (handshake.protocols.length > 0 && !handshake.protocols.includes(SUBPROTOCOL)) {
      return 'other-subprotocol';
    }
    if (connections.size >= limits.connections) return 'too-many-connections';
    if (options.throttles?.() === false) return undefined;
    return throttle.allows(handshake.stationId, clock.monotonic()) ? undefined : 'reconnecting-too-often';
  }

  async function decide(handshake: Handshake): Promise<Admission> {
    try {
      return await options.admit(handshake);
    } catch {
      // Whoever decides is out of order; the station comes back later.
      return { kind: 'refuse', reason: 'not-ready' };
    }
  }

  /** Closes the connection that already has this id, if the newcomer may replace it. */
  async function makeRoom(
    stationId: string,
    newcomer: { readonly address: string; readonly authenticated: boolean },
  ): Promise<boolean> {
    for (let old = connections.get(stationId); old !== undefined; old = connections.get(stationId)) {
      if (!(await mayReplace(old, newcomer, limits.duplicateProbeMs))) return false;
      old.close(1000, 'replaced');
    }
    return true;
  }

  function open(webSocket: WebSocket, handshake: Handshake, admission: Admission & { kind: 'accept' }): void {
    const { stationId, address } = handshake;
    const { authenticated, heardBefore, pingIntervalMs } = admission;
    throttle.connected(stationId, clock.monotonic());
    const connection = openConnection({
      socket: webSocket,
      stationId,
      address,
      authenticated,
      security: handshake.security,
      heardBefore,
      handshakeDeviations: noted(handshake.oddities),
      clock,
      limits: { ...limits, ...(pingIntervalMs !== undefined && { pingIntervalMs }) },
      ...(options.without && { without: options.without }),
      hooks: { onCall: options.onCall, onTraffic: options.onTraffic, onClose: forget },
      nextMessageId: () => `${idPrefix}-${(++sentCalls).toString(36)}`,
    });
    connections.set(stationId, connection);
    options.onOpen(connection);
  }

  function forget(connection: StationConnection, close: ConnectionClose): void {
    // A late close of a replaced connection must not remove its successor.
    if (connections.get(connection.stationId) === connection) connections.delete(connection.stationId);
    options.onClose(connection, close);
  }

  function refuse(
    socket: Duplex,
    attempt: Omit<Refusal, 'reason' | 'httpStatus' | 'stationId'> & { readonly stationId?: string },
    ground: { readonly reason: RefusalReason; readonly httpStatus?: number },
  ): void {
    const { reason, httpStatus = statusOfReason[reason] } = ground;
    const { stationId, address, protocols, receivedAt } = attempt;
    // A query may hold a password, and refusals are shown.
    const [path = ''] = attempt.path.split(/[?#]/, 1);
    door.ended(socket, reason, { stationId, path, protocols });
    refuseUpgrade(socket, httpStatus);
    options.onRefused({ reason, httpStatus, stationId, address, path, protocols, receivedAt });
  }
}

async function firstOf(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
