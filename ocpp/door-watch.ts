import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Clock } from './clock.ts';
import { plainAddress } from './plain-address.ts';
import type { RefusalReason } from './refusal.ts';

/** Whether a port for stations speaks TLS. */
export type Transport = 'ws' | 'wss';

/** How a visit at a port for stations ended, if not in a connection. */
export type DoorReason =
  | RefusalReason
  /** Opened the port and sent not one byte. */
  | 'said-nothing'
  /** Began a request or a TLS handshake and never ended it. */
  | 'gave-up'
  | 'tls-at-plain-port'
  | 'plain-at-tls-port'
  | 'tls-too-old'
  /** Hung up when it saw our certificate, or said that it does not trust it. */
  | 'certificate-not-trusted'
  | 'tls-failed'
  /** An ordinary web request, as a browser sends it. */
  | 'no-upgrade'
  | 'no-http'
  | 'oversized-frame';

/** One TCP connection at a port for stations, from its first byte to where it got. Times in ms UTC. */
export interface DoorVisit {
  readonly openedAt: number;
  readonly endedAt: number;
  readonly address: string;
  readonly transport: Transport;
  /** `fetched-file` took what anybody may have, such as the root certificate. */
  readonly outcome: DoorReason | 'admitted' | 'fetched-file';
  /** Undefined when it did not get as far as to name one. */
  readonly stationId: string | undefined;
  readonly path: string | undefined;
  /** By which name or address it came, with the port, as it says. */
  readonly host: string | null;
  readonly protocols: readonly string[];
}

/** Follows every socket from the moment it is accepted, so that nobody fails unseen. */
export interface DoorWatch {
  /** A raw TCP socket, before anything is read from it. */
  opened(socket: Socket, transport: Transport): void;
  /** It sent a whole request and now waits for our decision. */
  asked(socket: Duplex, facts: DoorFacts): void;
  /** TLS or HTTP could not make sense of what came; `socket` is the raw or the TLS socket. */
  failed(socket: Duplex, error: BrokenRequest): void;
  /** The visit has its outcome; what its socket does afterwards is no news. */
  ended(socket: Duplex, outcome: DoorVisit['outcome'], facts?: DoorFacts): void;
}

export interface DoorFacts {
  readonly stationId?: string | undefined;
  readonly path?: string;
  readonly host?: string | null;
  readonly protocols?: readonly string[];
}

/** What Node hands to `clientError`. */
export interface BrokenRequest extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

interface OpenVisit {
  readonly openedAt: number;
  readonly address: string;
  readonly transport: Transport;
  readonly socket: Socket;
  /** What it asked for; null until its request was complete. */
  asked: DoorFacts | null;
}

export function watchDoor(clock: Clock, onVisit: (visit: DoorVisit) => void): DoorWatch {
  // A TLS socket is another object than the raw one it came over; both have the same peer.
  const open = new Map<string, OpenVisit>();

  return {
    opened(socket, transport) {
      const peer = peerOf(socket);
      if (peer === undefined) return;
      const address = plainAddress(socket.remoteAddress ?? '');
      const visit: OpenVisit = { openedAt: clock.now(), address, transport, socket, asked: null };
      open.set(peer, visit);
      socket.once('close', () => {
        // The port number may belong to a new visit already.
        if (open.get(peer) === visit) end(peer, leftAt(visit));
      });
    },

    asked(socket, facts) {
      const visit = open.get(peerOf(socket) ?? '');
      if (visit !== undefined) visit.asked = facts;
    },

    failed(socket, error) {
      const peer = peerOf(socket);
      const visit = peer === undefined ? undefined : open.get(peer);
      if (peer === undefined || visit === undefined) return;
      end(peer, failureOf(visit, error));
    },

    ended(socket, outcome, facts) {
      const peer = peerOf(socket);
      if (peer !== undefined) end(peer, outcome, facts);
    },
  };

  function end(peer: string, outcome: DoorVisit['outcome'], facts?: DoorFacts): void {
    const visit = open.get(peer);
    if (visit === undefined) return;
    open.delete(peer);
    const { stationId, path, host = null, protocols = [] } = facts ?? visit.asked ?? {};
    const { openedAt, address, transport } = visit;
    onVisit({
      openedAt,
      endedAt: clock.now(),
      address,
      transport,
      outcome,
      stationId,
      // A query may hold a password, and visits are shown.
      path: path?.split(/[?#]/, 1)[0],
      host,
      protocols,
    });
  }
}

function peerOf(socket: Duplex): string | undefined {
  const { remoteAddress, remotePort } = socket as Partial<Socket>;
  return remotePort === undefined ? undefined : `${remoteAddress} ${remotePort}`;
}

/** Whoever leaves in the middle of a TLS handshake has mostly seen our certificate and not liked it. */
function leftAt({ socket, transport, asked }: OpenVisit): DoorReason {
  if (socket.bytesRead === 0) return 'said-nothing';
  return transport === 'wss' && asked === null ? 'certificate-not-trusted' : 'gave-up';
}

const TLS_FAILURES: readonly (readonly [code: RegExp, reason: DoorReason])[] = [
  [/HTTP_REQUEST|HTTPS_PROXY_REQUEST/, 'plain-at-tls-port'],
  [/UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|ALERT_PROTOCOL_VERSION/, 'tls-too-old'],
  [/ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE)|CERTIFICATE_(UNKNOWN|EXPIRED)/, 'certificate-not-trusted'],
];

const UNFINISHED: ReadonlySet<string> = new Set([
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'ERR_HTTP_REQUEST_TIMEOUT',
  'HPE_INVALID_EOF_STATE',
]);

/** First byte of a TLS record that carries a handshake (RFC 8446 §5.1). */
const TLS_HANDSHAKE = 0x16;

function failureOf({ socket, transport }: OpenVisit, { code = '', rawPacket }: BrokenRequest): DoorReason {
  if (socket.bytesRead === 0) return 'said-nothing';
  if (UNFINISHED.has(code)) return 'gave-up';
  if (code.startsWith('HPE_')) return rawPacket?.[0] === TLS_HANDSHAKE ? 'tls-at-plain-port' : 'no-http';
  if (transport === 'ws') return 'gave-up';
  return TLS_FAILURES.find(([pattern]) => pattern.test(code))?.[1] ?? 'tls-failed';
}
