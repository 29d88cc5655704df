import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Why a station was turned away at the door. */
export type RefusalReason =
  | 'wrong-path'
  | 'malformed-handshake'
  | 'no-subprotocol'
  | 'other-subprotocol'
  | 'unknown-station'
  | 'missing-password'
  | 'wrong-password'
  | 'too-many-attempts'
  | 'other-profile'
  | 'missing-certificate'
  | 'foreign-certificate'
  | 'expired-certificate'
  | 'certificate-of-other-station'
  | 'certificate-of-other-site'
  | 'revoked-certificate'
  | 'not-ready'
  | 'held-offline'
  | 'duplicate-connection'
  | 'too-many-connections'
  | 'reconnecting-too-often';

/** One refused attempt. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly httpStatus: number;
  /** Undefined when the path names no station. */
  readonly stationId: string | undefined;
  readonly address: string;
  readonly path: string;
  readonly protocols: readonly string[];
  readonly receivedAt: number;
}

export const statusOfReason: Readonly<Record<RefusalReason, number>> = {
  'wrong-path': 404,
  'malformed-handshake': 400,
  'no-subprotocol': 400,
  'other-subprotocol': 400,
  'unknown-station': 404,
  'missing-password': 401,
  'wrong-password': 401,
  'too-many-attempts': 503,
  'other-profile': 401,
  'missing-certificate': 401,
  'foreign-certificate': 401,
  'expired-certificate': 401,
  'certificate-of-other-station': 401,
  'certificate-of-other-site': 401,
  'revoked-certificate': 401,
  'not-ready': 503,
  'held-offline': 503,
  'duplicate-connection': 409,
  'too-many-connections': 503,
  'reconnecting-too-often': 503,
};

/** Answers an upgrade request with a status instead of a connection, and hangs up. */
export function refuseUpgrade(socket: Duplex, httpStatus: number): void {
  const headers = [`HTTP/1.1 ${httpStatus} ${STATUS_CODES[httpStatus] ?? ''}`, 'Connection: close'];
  if (httpStatus === 401) headers.push('WWW-Authenticate: Basic realm="ocpp", charset="UTF-8"');
  if (httpStatus === 503) headers.push('Retry-After: 60');
  headers.push('Content-Length: 0', '', '');
  socket.once('finish', () => socket.destroy());
  socket.end(headers.join('\r\n'));
}

/** What is no proper HTTP gets a bare answer, as Node gives it when nobody listens to its errors. */
export function answerBrokenRequest(socket: Duplex, { code }: { readonly code?: string }): void {
  const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  if (!socket.writable || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n\r\n`);
}
