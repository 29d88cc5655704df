import { Secret, TOTP } from 'otpauth';
import type { Instant } from '#core/shared/units.ts';

/** What every app on a phone understands without being asked: RFC 6238 with SHA-1, six digits, half a minute. */
const USUAL = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** RFC 4226 §4 R6 asks for 128 bits and recommends 160. */
const SECRET_BYTES = 20;
/** One step early or late is let pass, for clocks that differ and fingers that are slow (RFC 6238 §5.2). */
const WINDOW = 1;

export interface NewSecret {
  readonly bytes: Buffer;
  /** In Base32, to type. */
  readonly base32: string;
}

export function newSecret(): NewSecret {
  const secret = new Secret({ size: SECRET_BYTES });
  return { bytes: Buffer.from(secret.bytes), base32: secret.base32 };
}

/** The address that a phone reads from a QR code; it shows both names beside the code. */
export function otpauthUri(
  secret: Buffer,
  names: { readonly site: string; readonly person: string },
): string {
  // A colon would end the issuer, as far as phones are concerned.
  const issuer = `Ladehaus ${names.site}`.replaceAll(':', ' ').trim();
  return new TOTP({ ...USUAL, issuer, label: names.person, secret: secretOf(secret) }).toString();
}

/** The time step that a code belongs to, or null when it belongs to none of those that count now. */
export function stepOfCode(secret: Buffer, code: string, now: Instant): number | null {
  const totp = new TOTP({ ...USUAL, secret: secretOf(secret) });
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1_000 / USUAL.period) + delta;
}

function secretOf(bytes: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(bytes).buffer });
}
