import { constants, createVerify, X509Certificate } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Instant } from '#core/shared/units.ts';

/** What can be said of a signed firmware before its station hears of it (A00.FR.706). */
export type FirmwareVerdict =
  | { readonly kind: 'good' }
  | { readonly kind: 'wrong'; readonly field: 'certificate' | 'signature'; readonly problem: string }
  /** The file could not be fetched from here. */
  | { readonly kind: 'unchecked'; readonly problem: string };

interface SignedFirmware {
  readonly location: string;
  /** PEM. */
  readonly certificate: string;
  /** Base64. */
  readonly signature: string;
}

export type CheckFirmware = (firmware: SignedFirmware, now: Instant) => Promise<FirmwareVerdict>;

const MOST_BYTES = 500_000_000;
const FETCH_TIME_MS = 120_000;
const MOST_REDIRECTS = 5;
/** What is hashed at one go; a few milliseconds. */
const PAUSE_BYTES = 2_000_000;

/** Reads files piece by piece and keeps none; one at a time, so that nobody can fill line and processor with them. */
export function createFirmwareCheck(): CheckFirmware {
  let before: Promise<unknown> = Promise.resolve();
  return (firmware, now) => {
    const checked = before.then(() => checkFirmware(firmware, now));
    before = checked.catch(() => undefined);
    return checked;
  };
}

async function checkFirmware(firmware: SignedFirmware, now: Instant): Promise<FirmwareVerdict> {
  const certificate = certificateIn(firmware.certificate);
  if (certificate === null) return wrong('certificate', 'is no certificate in PEM');
  if (Date.parse(certificate.validTo) < now) return wrong('certificate', 'has expired');
  if (Date.parse(certificate.validFrom) > now) return wrong('certificate', 'is not valid yet');
  const signature = Buffer.from(firmware.signature, 'base64');
  if (signature.length < 32) return wrong('signature', 'is too short');
  const checks = checksWith(certificate);
  if (checks === null) return wrong('certificate', 'has a key that signs no firmware: RSA and ECDSA do');
  const problem = await fetched(firmware.location, (part) => {
    for (const { digest } of checks) digest.update(part);
  });
  if (problem !== null) return { kind: 'unchecked', problem };
  return checks.some(({ digest, key }) => digest.verify(key, signature))
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

/** SHA-256 with the key's own scheme; makers sign RSA in either padding. Null for other kinds of keys. */
function checksWith({ publicKey: key }: X509Certificate) {
  const digest = () => createVerify('sha256');
  switch (key.asymmetricKeyType) {
    case 'ec':
      return [{ digest: digest(), key: { key } }];
    case 'rsa':
      return PADDINGS.map((padding) => ({ digest: digest(), key: { key, padding } }));
    default:
      return null;
  }
}

/** RSA-PSS, which the security whitepaper prefers, and PKCS #1 v1.5, which tools use (RFC 8017). */
const PADDINGS = [constants.RSA_PKCS1_PSS_PADDING, constants.RSA_PKCS1_PADDING];

/** Hands the file over piece by piece; the answer is why it could not be had, or null. */
async function fetched(location: string, take: (part: Uint8Array) => void): Promise<string | null> {
  if (!isWebAddress(location)) return 'only http and https addresses can be read from here';
  try {
    const answer = await follow(location, AbortSignal.timeout(FETCH_TIME_MS));
    if (typeof answer === 'string') return answer;
    if (!answer.ok || answer.body === null) return `the address answers ${answer.status}`;
    let bytes = 0;
    let pauseAt = PAUSE_BYTES;
    for await (const part of answer.body) {
      bytes += part.length;
      if (bytes > MOST_BYTES) return 'the file is too large to be checked';
      take(part);
      if (bytes < pauseAt) continue;
      pauseAt = bytes + PAUSE_BYTES;
      await setImmediate();
    }
    return null;
  } catch {
    return 'the address cannot be reached from this computer';
  }
}

/** The answer at the end of a few redirects, or what is wrong with them. */
async function follow(location: string, signal: AbortSignal): Promise<Response | string> {
  let address = location;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const answer = await fetch(address, { signal, redirect: 'manual' });
    const next = answer.headers.get('location');
    if (answer.status < 300 || answer.status >= 400 || next === null) return answer;
    await answer.body?.cancel();
    address = new URL(next, address).href;
    if (!isWebAddress(address)) return 'the address leads to one that cannot be read from here';
  }
  return 'the address leads to others too often';
}

function isWebAddress(address: string): boolean {
  return /^https?:/i.test(address);
}
