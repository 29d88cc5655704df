import type { OcmfSignature } from '#core/eichrecht/read-ocmf.ts';
import { DER_TAG, type DerElement, sequenceIn } from './der.ts';

/** r and s one after the other, each of `fieldBytes` bytes. Null for what cannot be a signature of that length. */
export function readSignature({ data, encoding }: OcmfSignature, fieldBytes: number): Uint8Array | null {
  const bytes = signatureBytes(data.trim(), encoding?.trim().toLowerCase() ?? 'hex');
  if (bytes === null) return null;
  const [r, s, rest] = sequenceIn(bytes) ?? [];
  if (r !== undefined && s !== undefined && rest === undefined) return joined(r, s, fieldBytes);
  // Isabellenhütte writes r and s plainly.
  return bytes.length === 2 * fieldBytes ? bytes : null;
}

function signatureBytes(data: string, encoding: string): Uint8Array | null {
  if (encoding === 'hex') return /^(?:[0-9a-f]{2})+$/i.test(data) ? Buffer.from(data, 'hex') : null;
  if (encoding === 'base64') return /^[\w+/-]+={0,2}$/.test(data) ? Buffer.from(data, 'base64') : null;
  return null;
}

function joined(r: DerElement, s: DerElement, fieldBytes: number): Uint8Array | null {
  const numbers = [r, s].map((number) => unsigned(number, fieldBytes));
  const [left, right] = numbers;
  return left == null || right == null ? null : Buffer.concat([left, right]);
}

/**
 * Meters of eBZ leave out the zero byte in front of a number with its highest bit set, which makes it negative in DER. It is
 * read as positive, as the transparency software does (`ASN1Utils.getPositiveValue`).
 */
function unsigned({ tag, content }: DerElement, fieldBytes: number): Uint8Array | null {
  if (tag !== DER_TAG.integer || content.length === 0) return null;
  const surplus = content.length - fieldBytes;
  if (content.subarray(0, Math.max(0, surplus)).some((byte) => byte !== 0)) return null;
  const number = Buffer.alloc(fieldBytes);
  number.set(content.subarray(Math.max(0, surplus)), Math.max(0, -surplus));
  return number;
}
