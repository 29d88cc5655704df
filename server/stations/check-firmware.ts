import { constants, verify, X509Certificate } from 'node:crypto';
import type { Instant } from '#core/shared/units.ts';

/** What can be said of a signed firmware before its station hears of it (A00.FR.706). */
export type FirmwareVerdict =
  | { readonly kind: 'good' }
  | { readonly kind: 'wrong'; readonly field: 'certificate' | 'signature'; readonly problem: string }
  /** The file could not be fetched from here. */
  | { readonly kind: 'unchecked'; readonly problem: string };

const MOST_BYTES = 500_000_000;
const FETCH_TIME_MS = 120_000;

export async function checkFirmware(
  firmware: { readonly location: string; readonly certificate: string; readonly signature: string },
  now: Instant,
): Promise<FirmwareVerdict> {
  const certificate = certificateIn(firmware.certificate);
  if (certificate === null) return wrong('certificate', 'is no certificate in PEM');
  if (Date.parse(certificate.validTo) < now) return wrong('certificate', 'has expired');
  if (Date.parse(certificate.validFrom) > now) return wrong('certificate', 'is not valid yet');
  const signature = Buffer.from(firmware.signature, 'base64');
  if (signature.length < 32) return wrong('signature', 'is too short');
  const file = await fetched(firmware.location);
  if (typeof file === 'string') return { kind: 'unchecked', problem: file };
  return isSigned(file, signature, certificate)
    ? { kind: 'good' }
    : wrong('signature', 'does not belong to the file at this address');
}

function wrong(field: 'certificate' | 'signature', problem: string): FirmwareVerdict {
  return { kind: 'wrong', field, problem };
}

function certificateIn(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

/** SHA-256 with the key's own scheme; makers sign RSA in either padding. */
function isSigned(file: Buffer, signature: Buffer, { publicKey: key }: X509Certificate): boolean {
  if (key.asymmetricKeyType !== 'rsa') return verify('sha256', file, key, signature);
  return PADDINGS.some((padding) => verify('sha256', file, { key, padding }, signature));
}

/** RSA-PSS, which the security whitepaper prefers, and PKCS #1 v1.5, which tools use (RFC 8017). */
const PADDINGS = [constants.RSA_PKCS1_PSS_PADDING, constants.RSA_PKCS1_PADDING];

/** The file, or why it could not be had. */
async function fetched(location: string): Promise<Buffer | string> {
  if (!/^https?:/i.test(location)) return 'only http and https addresses can be read from here';
  try {
    const answer = await fetch(location, { signal: AbortSignal.timeout(FETCH_TIME_MS) });
    if (!answer.ok || answer.body === null) return `the address answers ${answer.status}`;
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of answer.body) {
      bytes += part.length;
      if (bytes > MOST_BYTES) return 'the file is too large to be checked';
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch {
    return 'the address cannot be reached from this computer';
  }
}
