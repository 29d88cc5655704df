import { curveOfAlgorithm } from '#core/eichrecht/curve.ts';
import type { MeterKey } from '#core/eichrecht/record-verdict.ts';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import { readPublicKey } from './read-public-key.ts';
import { ocmfOf } from './verify-record.ts';

/**
 * A key in any spelling as that of the meter that signed a record: a bare point does not say its curve, but the record's
 * signature does. Null for what is no key.
 */
export function keyBeside(record: SignedRecord, text: string): MeterKey | null {
  const ocmf = ocmfOf(record);
  return readPublicKey(text, ocmf === null ? null : curveOfAlgorithm(ocmf.signature.algorithm));
}
