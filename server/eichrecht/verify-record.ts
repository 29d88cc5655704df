import { createHash } from 'node:crypto';
import { type Curve, curveOfAlgorithm } from '#core/eichrecht/curve.ts';
import { type OcmfText, type ReadTime, readOcmf } from '#core/eichrecht/read-ocmf.ts';
import type { RecordVerdict, Unverifiable } from '#core/eichrecht/record-verdict.ts';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import { instant } from '#core/shared/units.ts';
import { parseTimestamp } from '#ocpp/v16/timestamp.ts';
import { arithmeticOf } from './curves.ts';
import { readPublicKey } from './read-public-key.ts';
import { readSignature } from './read-signature.ts';

/**
 * Whether a meter with this key signed the record: ECDSA over the SHA-256 of what stands between the bars, byte for byte
 * (OCMF 1.4.1). The key is the one that is trusted, in any spelling, never the record's own; null where there is none. Whoever
 * has read the record already hands on what it says.
 */
export function verifyRecord(
  record: SignedRecord,
  trustedKey: string | null,
  ocmf: OcmfText | null = ocmfOf(record),
): RecordVerdict {
  if (record.format !== 'OCMF') return unverifiable(record, 'other-format', null);
  if (ocmf === null) return unverifiable(record, 'malformed', null);
  const curve = curveOfAlgorithm(ocmf.signature.algorithm);
  if (curve === null) return unverifiable(record, 'unknown-algorithm', ocmf);
  if (trustedKey === null) return unverifiable(record, 'no-key', ocmf);
  const key = readPublicKey(trustedKey, curve);
  if (key === null) return unverifiable(record, 'unreadable-key', ocmf);
  if (key.curve !== curve) return { kind: 'wrong-signature', ocmf, why: 'other-curve' };
  const signature = readSignature(ocmf.signature, arithmeticOf(curve).Point.Fn.BYTES);
  if (signature === null) return unverifiable(record, 'unreadable-signature', ocmf);
  const signed = Buffer.from(ocmf.payload, record.charset === 'utf-8' ? 'utf8' : 'latin1');
  return isSignedBy(key.point, { curve, signature, signed })
    ? { kind: 'verified', ocmf, key, curve }
    : { kind: 'wrong-signature', ocmf, why: 'does-not-fit' };
}

/** What a record says, read without looking at its signature. Null where it is not OCMF, or cannot be read. */
export function ocmfOf({ format, text }: SignedRecord): OcmfText | null {
  if (format !== 'OCMF') return null;
  const read = readOcmf(text, readMeterTime);
  return read.kind === 'read' ? read.ocmf : null;
}

/** The time of a meter: OCPP's forms are a part of what meters write. Without a zone it is no moment. */
const readMeterTime: ReadTime = (text) => {
  const parsed = parseTimestamp(text);
  return parsed.kind === 'instant' ? instant(parsed.ms) : null;
};

function unverifiable({ format }: SignedRecord, why: Unverifiable, ocmf: OcmfText | null): RecordVerdict {
  return { kind: 'unverifiable', why, format, ocmf };
}

/** Half of all signatures have a high s, which is right here: only coins of the Internet forbid it. */
function isSignedBy(
  point: string,
  {
    curve,
    signature,
    signed,
  }: { readonly curve: Curve; readonly signature: Uint8Array; readonly signed: Uint8Array },
): boolean {
  const hash = createHash('sha256').update(signed).digest();
  try {
    return arithmeticOf(curve).verify(signature, hash, Buffer.from(point, 'hex'), {
      prehash: false,
      lowS: false,
      format: 'compact',
    });
  } catch {
    // An r or s of nought, or one too large, is refused with an error.
    return false;
  }
}
