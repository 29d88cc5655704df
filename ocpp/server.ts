import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Admission, Admit } from './admission.ts';
import type { Clock } from './clock.ts';
import type { ConnectionClose, StationConnection } from './connection.ts';
import { type BrokenRequest, type DoorVisit, watchDoor } from './door-watch.ts';
import { mayReplace } from './duplicate-connection.ts';
import { type Handshake, readHandshake, SUBPROTOCOL } from './handshake.ts';
import { defaultLimits, type OcppLimits } from './limits.ts';
import { type LiveConnection, openConnection } from './open-connection.ts';
import { createPendingSockets } from './pending-sockets.ts';
import { PortInUse } from './port-in-use.ts';
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
import type { Traffic } from './traffic.ts';

export interface OcppServerOptions {
  readonly host: string;
  readonly port: number;
  readonly clock: Clock;
  readonly limits?: Partial<OcppLimits>;
  /** Decides about a well-formed handshake, before the upgrade. May be slow (password hash). */
  readonly admit: Admit;
  /** Every refused attempt, with its one reason. */
  onRefused(refusal: Refusal): void;
  /** Every visit at the port from its first byte on, when it is clear how it ended; also those let in. */
  onVisit?(visit: DoorVisit): void;
  onOpen(connection: StationConnection): void;
  onClose(connection: StationConnection, close: ConnectionClose): void;
  /** One call. The calls of one connection come one after the other, in order. */
  onCall(connection: StationConnection, call: ReceivedCall): Promise<Answer>;
  /** Everything else that passes over a connection, for the journal. */
  onTraffic(connection: StationConnection, traffic: Traffic): void;
}

export interface OcppServer {
  readonly port: number;
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

  const httpServer = createServer({
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.handshakeTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, limits.headersTimeoutMs),
  });
  if (Number.isFinite(limits.connections)) httpServer.maxConnections = limits.connections + 200;
  httpServer.on('connection', (socket) => {
    door.opened(socket, 'ws');
    if (!pending.add(socket)) door.ended(socket, 'too-many-connections');
  });
  httpServer.on('clientError', (error: BrokenRequest, socket) => {
    door.failed(socket, error);
    answerBrokenRequest(socket, error);
  });
  httpServer.on('request', (request, response) => {
    door.ended(request.socket, 'no-upgrade', { path: request.url ?? '/' });
    response.writeHead(426, { Connection: 'close', Upgrade: 'websocket' });
    response.end('This address is for charging stations that speak OCPP 1.6J.\n');
  });
  httpServer.on('upgrade', (request, socket, head) => {
    // Whatever happens to the socket from here on, it ends in its close event.
    socket.on('error', () => {});
    void welcome(request, socket, head);
  });
  const port = await listen(httpServer, options.host, options.port);

  return {
    port,
    connectionOf: (stationId) => connections.get(stationId),

    async close() {
      closing = true;
      const stopped = new Promise((resolve) => httpServer.close(resolve));
      httpServer.closeAllConnections();
      const live = [...connections.values()];
      await firstOf(Promise.all(live.map((connection) => connection.drain())), limits.closeTimeoutMs / 2);
      for (const connection of live) connection.close(1001, 'central system is shutting down');
      await stopped;
    },
  };

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
      pending.admitted(socket);
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
    const { authenticated, heardBefore } = admission;
    throttle.connected(stationId, clock.monotonic());
    const connection = openConnection({
      socket: webSocket,
      stationId,
      address,
      authenticated,
      heardBefore,
      handshakeDeviations: noted(handshake.oddities),
      clock,
      limits,
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

function listen(httpServer: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    // Stays after listening: a socket that could not be accepted must not end the program.
    httpServer.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUse(host, port) : error);
    });
    httpServer.listen(port, host, () => resolve((httpServer.address() as AddressInfo).port));
  });
}

async function firstOf(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
