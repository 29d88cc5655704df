import { HOUR, type Instant } from '../shared/units.ts';
import type { StationCertificate } from './station-certificate.ts';

/** What a station's request for a certificate says (PKCS #10). */
export interface CertificateRequest {
  readonly commonName: string | null;
  readonly organisation: string | null;
  readonly key: { readonly kind: 'rsa' | 'ec'; readonly bits: number } | { readonly kind: 'unknown' };
  /** Signed with the key it is for, and not with SHA-1. */
  readonly isProperlySigned: boolean;
}

export type RequestVerdict =
  | 'right'
  | 'unreadable'
  | 'wrong-signature'
  | 'weak-key'
  | 'wrong-name'
  | 'wrong-organisation'
  | 'too-many';

const LEAST_BITS = { rsa: 2048, ec: 224 } as const;
/** A station that asks for ever must not fill the disk. */
const MOST_PER_HOUR = 10;

/** Whether a station asks for so many certificates that its next request is not even read. */
export function asksTooOften(earlier: readonly StationCertificate[], now: Instant): boolean {
  return earlier.filter(({ requestedAt }) => now - requestedAt < HOUR).length >= MOST_PER_HOUR;
}

/** Requests that were never signed and are no longer counted: nothing is in the world that they tell of. */
export function forgettable(
  earlier: readonly StationCertificate[],
  now: Instant,
): readonly StationCertificate[] {
  return earlier.filter(
    ({ signed, life, requestedAt }) =>
      signed === null && life.kind === 'replaced' && now - requestedAt >= HOUR,
  );
}

/** A02, A03.FR.12: whether a request is one that we sign. A00.FR.404, 405, 501. */
export function judgeRequest(
  request: CertificateRequest | null,
  facts: {
    readonly expectedName: string;
    /** What it must name; null where it may name anybody, as conformance tools do. */
    readonly organisation: string | null;
    /** All that this station has asked for before. */
    readonly earlier: readonly StationCertificate[];
    readonly now: Instant;
  },
): RequestVerdict {
  if (asksTooOften(facts.earlier, facts.now)) return 'too-many';
  if (request === null) return 'unreadable';
  if (request.key.kind === 'unknown' || request.key.bits < LEAST_BITS[request.key.kind]) return 'weak-key';
  if (!request.isProperlySigned) return 'wrong-signature';
  if (request.commonName !== facts.expectedName) return 'wrong-name';
  if (facts.organisation === null) return 'right';
  return request.organisation === facts.organisation ? 'right' : 'wrong-organisation';
}
