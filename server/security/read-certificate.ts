import { X509Certificate } from 'node:crypto';
import type { Authority } from '#core/security/authority.ts';
import type { ShownCertificate } from '#core/security/judge-certificate.ts';
import { instant } from '#core/shared/units.ts';

/** Reads a certificate that a station has shown. Null for what is none. */
export function readShownCertificate(der: Buffer, authorities: Iterable<Authority>): ShownCertificate | null {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(der);
  } catch {
    return null;
  }
  return {
    serial: certificate.serialNumber.toLowerCase(),
    isOurs: [...authorities].some((authority) => isSignedBy(certificate, authority)),
    organisation: partOf(certificate, 'O'),
    commonName: partOf(certificate, 'CN'),
    notBefore: instant(Date.parse(certificate.validFrom)),
    notAfter: instant(Date.parse(certificate.validTo)),
  };
}

function isSignedBy(certificate: X509Certificate, authority: Authority): boolean {
  const root = new X509Certificate(authority.certificate);
  return !certificate.ca && certificate.checkIssued(root) && certificate.verify(root.publicKey);
}

/** A name that is there twice is none. */
function partOf(certificate: X509Certificate, name: 'O' | 'CN'): string | null {
  const part: unknown = certificate.toLegacyObject().subject[name];
  return typeof part === 'string' ? part : null;
}
