import type { StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { StationCertificate } from './station-certificate.ts';

/** What a certificate says that a station has shown. */
export interface ShownCertificate {
  readonly serial: string;
  /** Signed by an authority of this site. */
  readonly isOurs: boolean;
  readonly organisation: string | null;
  readonly commonName: string | null;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

export interface CertificateFacts {
  readonly stationId: StationId;
  /** Names the station in its certificate when we have no record of it: its serial number (A00.FR.405). */
  readonly expectedName: string;
  /** Ours; more than one when an authority has followed another. */
  readonly organisations: readonly string[];
  /** What we know of the certificate with this serial number. */
  readonly record: StationCertificate | null;
  readonly now: Instant;
}

export type CertificateVerdict =
  | 'right'
  | 'foreign-certificate'
  | 'expired-certificate'
  | 'certificate-of-other-site'
  | 'certificate-of-other-station'
  | 'revoked-certificate';

/**
 * A00.FR.403–407: path, organisation, common name. One that we have a record of belongs to the station that asked for it,
 * whatever serial number its firmware says by now, and whatever it answered when it was sent.
 */
export function judgeCertificate(shown: ShownCertificate, facts: CertificateFacts): CertificateVerdict {
  const { record, now } = facts;
  if (!shown.isOurs) return 'foreign-certificate';
  if (now < shown.notBefore || now >= shown.notAfter) return 'expired-certificate';
  if (shown.organisation === null || !facts.organisations.includes(shown.organisation))
    return 'certificate-of-other-site';
  const belongs =
    record === null ? shown.commonName === facts.expectedName : record.stationId === facts.stationId;
  if (!belongs) return 'certificate-of-other-station';
  return record?.life.kind === 'revoked' ? 'revoked-certificate' : 'right';
}
