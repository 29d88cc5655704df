import type { StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';

/** A certificate that a station has asked for, from its request to its end. */
export interface StationCertificate {
  /** Hexadecimal, chosen when it was asked for, so that no serial is ever used twice. */
  readonly serial: string;
  readonly stationId: StationId;
  readonly commonName: string;
  /** The station's request (PKCS #10), PEM. */
  readonly request: string;
  readonly requestedAt: Instant;
  /** Null until it is signed. */
  readonly signed: SignedCertificate | null;
  readonly life: CertificateLife;
}

export interface SignedCertificate {
  /** PEM. */
  readonly certificate: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

export type CertificateLife =
  /** To be signed and sent; `triedAt` is when it was last sent without an answer. */
  | { readonly kind: 'requested'; readonly triedAt: Instant | null }
  | { readonly kind: 'installed'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly at: Instant; readonly answer: string }
  /** A later request took its place before the station had it. */
  | { readonly kind: 'replaced'; readonly at: Instant }
  | { readonly kind: 'revoked'; readonly at: Instant; readonly by: string };

/** Whether the station may prove itself with it; it may have it although it never said so. */
export function isInForce({ signed, life }: StationCertificate, now: Instant): boolean {
  if (signed === null || life.kind === 'revoked' || life.kind === 'refused') return false;
  return now < signed.notAfter;
}
