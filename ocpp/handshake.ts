import type { IncomingMessage } from 'node:http';
import { type Credentials, readBasicCredentials } from './basic-credentials.ts';
import { type LineSecurity, lineSecurityOf } from './line-security.ts';
import { plainAddress } from './plain-address.ts';
import type { DeviationKind } from './v16/deviation.ts';

export const SUBPROTOCOL = 'ocpp1.6';

/** A well-formed attempt of a station to connect. */
export interface Handshake {
  /** As in the path, percent-decoded, case and blanks kept. */
  readonly stationId: string;
  readonly address: string;
  readonly path: string;
  /** By which name or address it reached us, with the port, as it says; null when it does not. */
  readonly host: string | null;
  readonly protocols: readonly string[];
  readonly credentials: Credentials | null;
  readonly receivedAt: number;
  readonly oddities: readonly DeviationKind[];
  readonly security: LineSecurity;
}

export type ReadHandshake =
  | { readonly kind: 'handshake'; readonly handshake: Handshake }
  | {
      readonly kind: 'unusable';
      readonly reason: 'wrong-path' | 'malformed-handshake';
      readonly path: string;
      readonly address: string;
      readonly protocols: readonly string[];
      readonly receivedAt: number;
    };

/** Reads path, subprotocols and credentials of an upgrade request (OCPP-J 1.6 §3.1). */
export function readHandshake(request: IncomingMessage, receivedAt: number): ReadHandshake {
  const path = utf8(request.url ?? '/');
  const address = plainAddress(request.socket.remoteAddress ?? '');
  const protocols = listOf(request.headers['sec-websocket-protocol']);
  const station = stationIdIn(path);
  if (station.kind !== 'station') {
    return { kind: 'unusable', reason: station.kind, path, address, protocols, receivedAt };
  }

  const basic = readBasicCredentials(request.headers.authorization, station.id);
  const oddities: DeviationKind[] = [];
  if (protocols.length === 0) oddities.push('no-subprotocol');
  if (basic?.schemeMisspelt) oddities.push('basic-scheme-misspelt');
  return {
    kind: 'handshake',
    handshake: {
      stationId: station.id,
      address,
      path,
      host: request.headers.host ?? null,
      protocols,
      credentials: basic?.credentials ?? null,
      receivedAt,
      oddities,
      security: lineSecurityOf(request.socket),
    },
  };
}

export type StationPath =
  | { readonly kind: 'station'; readonly id: string }
  | { readonly kind: 'wrong-path' }
  | { readonly kind: 'malformed-handshake' };

/**
 * The id at the end of `/ocpp/<id>`. Some stations repeat slashes, add one, put something before, or add a
 * query; none of that changes who they are.
 */
export function stationIdIn(path: string): StationPath {
  const end = path.search(/[?#]/);
  const segments = (end < 0 ? path : path.slice(0, end)).split('/').filter((segment) => segment !== '');
  const last = segments.at(-1);
  // Stations that add their identity do so to an address that has it already (EN+).
  const before = segments.at(-2) === last ? segments.at(-3) : segments.at(-2);
  if (last === undefined || (before !== 'ocpp' && segments.at(-2) !== 'ocpp')) return { kind: 'wrong-path' };

  const id = percentDecoded(last);
  if (id === undefined || id.length > MAX_ID_LENGTH || controlCharacter.test(id)) {
    return { kind: 'malformed-handshake' };
  }
  return { kind: 'station', id };
}

const MAX_ID_LENGTH = 255;
// biome-ignore lint/suspicious/noControlCharactersInRegex: an id with control characters is what is looked for
const controlCharacter = /[\u0000-\u001f\u007f]/;

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Node reads request lines as Latin-1; stations that do not percent-encode umlauts send UTF-8. */
function utf8(url: string): string {
  return /[\u0080-\u00ff]/.test(url) ? Buffer.from(url, 'latin1').toString('utf8') : url;
}

function listOf(header: string | undefined): readonly string[] {
  if (header === undefined) return [];
  return header
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
