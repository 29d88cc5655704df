import type { Instant } from '../shared/units.ts';

/** The site's own certificate authority. Its key never leaves the data folder, and lies there encrypted. */
export interface Authority {
  /** Hexadecimal, as in the certificate. */
  readonly serial: string;
  /**
   * What stations must name as their organisation (`CpoName`, A00.FR.404). The name of the site when the authority was made,
   * and kept ever since: a site that is renamed must not lock out its stations.
   */
  readonly organisation: string;
  /** PEM. */
  readonly certificate: string;
  readonly sealedKey: string;
  readonly createdAt: Instant;
  readonly notAfter: Instant;
}

export type KeyAlgorithm = 'rsa' | 'ecdsa';

/** What this program proves itself with to stations: one certificate for each kind of key. */
export interface ServerCertificate {
  readonly algorithm: KeyAlgorithm;
  readonly serial: string;
  readonly authoritySerial: string;
  /** Host names and addresses it is good for. The first is the common name. */
  readonly names: readonly string[];
  /** Those of them that a person has added. */
  readonly addedNames: readonly string[];
  /** PEM. */
  readonly certificate: string;
  readonly sealedKey: string;
  readonly issuedAt: Instant;
  readonly notAfter: Instant;
  readonly renewAt: Instant;
}

/**
 * Why a server certificate is due for renewal, or null: its time has come, its authority is another one now, or the machine
 * has names or addresses that it does not hold.
 */
export function renewalReason(
  certificate: ServerCertificate,
  {
    now,
    authority,
    names,
  }: { readonly now: Instant; readonly authority: Authority; readonly names: readonly string[] },
): 'due' | 'other-authority' | 'other-names' | null {
  if (now >= certificate.renewAt) return 'due';
  if (certificate.authoritySerial !== authority.serial) return 'other-authority';
  return names.every((name) => certificate.names.includes(name)) ? null : 'other-names';
}
