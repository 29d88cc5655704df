import type { ConnectionOptions } from 'node:tls';
import { WebSocket } from 'ws';
import type { Admission } from './admission.ts';
import { systemClock } from './clock.ts';
import type { ConnectionClose, StationConnection } from './connection.ts';
import { encodeResponse } from './encode-response.ts';
import type { Handshake } from './handshake.ts';
import type { OcppLimits } from './limits.ts';
import type { Answer, ReceivedCall } from './received-call.ts';
import type { Refusal } from './refusal.ts';
import { type OcppServer, startOcppServer } from './server.ts';
import type { TlsDoorOptions } from './tls-door.ts';
import type { Traffic } from './traffic.ts';
import { formatTimestamp } from './v16/timestamp.ts';

/** A listening server for tests, with everything it reported. */
export interface TestServer {
  readonly server: OcppServer;
  /** Address up to and including `/ocpp/`. */
  readonly url: string;
  readonly opened: StationConnection[];
  readonly closed: { readonly connection: StationConnection; readonly close: ConnectionClose }[];
  readonly refused: Refusal[];
  readonly calls: { readonly connection: StationConnection; readonly call: ReceivedCall }[];
  readonly traffic: Traffic[];
}

export interface TestServerOptions {
  readonly limits?: Partial<OcppLimits>;
  readonly tls?: TlsDoorOptions;
  admit?(handshake: Handshake): Promise<Admission>;
  onCall?(connection: StationConnection, call: ReceivedCall): Promise<Answer>;
}

/** Starts a server that lets everybody in and answers every call kindly, unless told otherwise. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const records = { opened: [], closed: [], refused: [], calls: [], traffic: [] } as Omit<
    TestServer,
    'server' | 'url'
  >;
  const server = await startOcppServer({
    host: '127.0.0.1',
    port: 0,
    tls: options.tls,
    clock: systemClock,
    limits: { pendingSocketsPerAddress: 500, reconnectsPerHour: Number.POSITIVE_INFINITY, ...options.limits },
    admit: options.admit ?? (() => Promise.resolve(letIn)),
    onRefused: (refusal) => records.refused.push(refusal),
    onOpen: (connection) => records.opened.push(connection),
    onClose: (connection, close) => records.closed.push({ connection, close }),
    onTraffic: (_connection, traffic) => records.traffic.push(traffic),
    onCall(connection, call) {
      records.calls.push({ connection, call });
      return options.onCall?.(connection, call) ?? Promise.resolve(answerKindly(call));
    },
  });
  return { server, url: `ws://127.0.0.1:${server.port}/ocpp/`, ...records };
}

export const letIn: Admission = {
  kind: 'accept',
  allowMissingProtocol: false,
  authenticated: false,
  heardBefore: false,
};

let transactions = 0;

/** The answer of a central system that accepts everything. */
export function answerKindly(call: ReceivedCall): Answer {
  const currentTime = formatTimestamp(call.receivedAt);
  const idTagInfo = { status: 'Accepted' } as const;
  const { messageId } = call;
  switch (call.action) {
    case 'Authorize':
      return send(encodeResponse(call.action, messageId, { idTagInfo }));
    case 'BootNotification':
      return send(encodeResponse(call.action, messageId, { status: 'Accepted', currentTime, interval: 300 }));
    case 'DataTransfer':
      return send(encodeResponse(call.action, messageId, { status: 'UnknownVendorId' }));
    case 'Heartbeat':
      return send(encodeResponse(call.action, messageId, { currentTime }));
    case 'StartTransaction':
      transactions += 1;
      return send(encodeResponse(call.action, messageId, { idTagInfo, transactionId: transactions }));
    case 'SignCertificate':
      return send(encodeResponse(call.action, messageId, { status: 'Rejected' }));
    case 'DiagnosticsStatusNotification':
    case 'FirmwareStatusNotification':
    case 'LogStatusNotification':
    case 'MeterValues':
    case 'SecurityEventNotification':
    case 'SignedFirmwareStatusNotification':
    case 'StatusNotification':
    case 'StopTransaction':
      return send(encodeResponse(call.action, messageId, {}));
  }
}

function send(frame: string): Answer {
  return { kind: 'send', frame };
}

/** A bare socket of a station, with every text it received. */
export interface RawStation {
  readonly socket: WebSocket;
  readonly received: string[];
}

/** Connects a bare socket; rejects with the HTTP status when it is refused. */
export function connectRaw(
  url: string,
  options: {
    readonly protocols?: readonly string[];
    readonly headers?: Record<string, string>;
    /** Address of this machine to connect from. */
    readonly from?: string;
    readonly tls?: ConnectionOptions;
  } = {},
): Promise<RawStation> {
  const { protocols = ['ocpp1.6'], headers = {}, from, tls = {} } = options;
  const socket = new WebSocket(url, [...protocols], {
    ...tls,
    headers,
    perMessageDeflate: false,
    ...(from !== undefined && { localAddress: from }),
  });
  const received: string[] = [];
  socket.on('message', (data) => received.push(data.toString()));
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve({ socket, received }));
    socket.once('unexpected-response', (_request, response) => {
      reject(new Error(`refused with ${response.statusCode}`));
      response.resume();
      socket.on('error', () => {});
      socket.terminate();
    });
    socket.once('error', reject);
  });
}

/** Waits until something is so; fails after a while that is long even on a busy machine. */
export async function until(condition: () => boolean, what = condition.toString()): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The code with which the other side closes the socket. */
export function closeCodeOf(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once('close', resolve));
}
