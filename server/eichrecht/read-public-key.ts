import { CURVES, type Curve } from '#core/eichrecht/curve.ts';
import type { MeterKey } from '#core/eichrecht/record-verdict.ts';
import { arithmeticOf } from './curves.ts';
import { DER_TAG, sequenceIn } from './der.ts';

/**
 * A meter's key in any spelling that is met: DER (SubjectPublicKeyInfo) or the bare point, compressed or not; in hex with or
 * without blanks, in Base64, as PEM, or as `oca:base16:asn1:…` in Base64 (OCA, "Signed Meter Values in OCPP" 3.2.2). A bare point
 * is taken to be on the given curve. Null for what is no key, or a point that is not on its curve.
 */
export function readPublicKey(text: string, curve: Curve | null): MeterKey | null {
  for (const bytes of spellings(text)) {
    const key = keyIn(bytes, curve);
    if (key !== null) return key;
  }
  return null;
}

/** Whether a text spells as many bytes as the shortest key has, so that somebody who typed it can be told. */
export function mayBeKey(text: string): boolean {
  return spellings(text).some((bytes) => bytes.length >= SHORTEST_KEY);
}

/** A compressed point of 192 bits, without its first byte. */
const SHORTEST_KEY = 24;

/** A key as text that `readPublicKey` reads again, and `verifyRecord` takes. */
export function spellKey(key: MeterKey): string {
  return derOfKey(key) ?? key.point;
}

/** The key as DER in hex, as meters and the transparency software have it. Null for a bare point without a curve. */
export function derOfKey({ curve, point }: MeterKey): string | null {
  if (curve === null) return null;
  const algorithm = wrapped(0x30, `${EC_PUBLIC_KEY}${OID_OF_CURVE[curve]}`);
  return wrapped(0x30, `${algorithm}${wrapped(0x03, `00${point}`)}`);
}

/** OIDs with tag and length: SEC 2 appendix A.2, RFC 5639 §4.1. */
const OID_OF_CURVE: Readonly<Record<Curve, string>> = {
  secp192k1: '06052b8104001f',
  secp192r1: '06082a8648ce3d030101',
  secp256k1: '06052b8104000a',
  secp256r1: '06082a8648ce3d030107',
  secp384r1: '06052b81040022',
  brainpoolP256r1: '06092b2403030208010107',
  brainpoolP384r1: '06092b240303020801010b',
};
const EC_PUBLIC_KEY = '06072a8648ce3d0201';

function wrapped(tag: number, content: string): string {
  const length = content.length / 2;
  return [tag, length].map((byte) => byte.toString(16).padStart(2, '0')).join('') + content;
}

/** What bytes a text may mean, likeliest first: hex digits are Base64 digits as well. */
function spellings(text: string): readonly Uint8Array[] {
  const inner = withoutMarker(text.replace(/-----[A-Z ]+-----/g, '')).replace(/^\s*0x/i, '');
  const digits = inner.replace(/[\s:]+/g, '');
  if (digits === '') return [];
  const found: Uint8Array[] = [];
  if (/^(?:[0-9a-f]{2})+$/i.test(digits)) found.push(Buffer.from(digits, 'hex'));
  if (!/^[\w+/-]+={0,2}$/.test(digits)) return found;
  const bytes = Buffer.from(digits, 'base64');
  found.push(bytes);
  const printed = bytes.toString('latin1');
  // The white paper's own example puts plain hex into the Base64.
  return isPrinted(printed) ? [...found, ...spellings(printed)] : found;
}

function isPrinted(text: string): boolean {
  return text.startsWith('oca:') || /^[0-9a-f\s]{40,}$/i.test(text);
}

function withoutMarker(text: string): string {
  return text.replace(/^\s*oca:base(?:16|64):asn1:/i, '');
}

function keyIn(bytes: Uint8Array, assumed: Curve | null): MeterKey | null {
  const parts = sequenceIn(bytes);
  if (parts === null) return bareKey(bytes, assumed);
  const [algorithm, bits] = parts;
  if (algorithm?.tag !== DER_TAG.sequence || bits?.tag !== DER_TAG.bitString) return null;
  const curve = curveNamedIn(algorithm.content);
  if (curve === null || bits.content[0] !== 0) return null;
  return pointKey(bits.content.subarray(1), curve);
}

function bareKey(bytes: Uint8Array, curve: Curve | null): MeterKey | null {
  const isPoint = bytes[0] === 0x02 || bytes[0] === 0x03 || bytes[0] === 0x04;
  if (!isPoint) return null;
  if (curve !== null) return pointKey(bytes, curve);
  const isLongEnough = bytes.length > SHORTEST_KEY;
  return isLongEnough ? { curve: null, point: Buffer.from(bytes).toString('hex') } : null;
}

function curveNamedIn(algorithm: Uint8Array): Curve | null {
  const hex = Buffer.from(algorithm).toString('hex');
  return CURVES.find((curve) => hex === `${EC_PUBLIC_KEY}${OID_OF_CURVE[curve]}`) ?? null;
}

function pointKey(bytes: Uint8Array, curve: Curve): MeterKey | null {
  try {
    const point = arithmeticOf(curve).Point.fromBytes(bytes);
    point.assertValidity();
    return { curve, point: point.toHex(false) };
  } catch {
    return null;
  }
}
