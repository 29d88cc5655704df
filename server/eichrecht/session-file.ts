import type { SignedVerdict } from '#core/eichrecht/judge-signed.ts';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import { transparencyFile } from '#core/eichrecht/transparency-file.ts';
import type { TransactionId } from '#core/shared/ids.ts';
import { keyBeside } from './key-beside.ts';
import { derOfKey } from './read-public-key.ts';

/** A session's signed records and what they amount to. */
export interface JudgedSession {
  readonly records: readonly SignedRecord[];
  readonly verdict: SignedVerdict;
  /** In any spelling; null where none is trusted. */
  readonly trustedKey: string | null;
  readonly transactionId: TransactionId;
}

/**
 * A session's file for the transparency software: its pair, or all its signed records where there is none. With the trusted key, else
 * with those that came along; the driver compares them with the meter's nameplate. Null where nothing was signed.
 */
export function sessionFile({ records, verdict, trustedKey, transactionId }: JudgedSession): string | null {
  if (records.length === 0) return null;
  const values = inPair(records, verdict).map((record) => ({
    record,
    publicKey: keyInHex(trustedKey ?? record.claimedKey, record),
  }));
  return transparencyFile(values, transactionId);
}

/** The software tells begin and end by their contexts, which stations forget. */
function inPair(records: readonly SignedRecord[], verdict: SignedVerdict): readonly SignedRecord[] {
  if (verdict.kind !== 'verified') return records;
  const [begin, end] = verdict.records.flatMap((index) => records[index] ?? []);
  if (begin === undefined) return records;
  if (end === undefined) return [{ ...begin, context: 'Transaction.End' }];
  return [
    { ...begin, context: 'Transaction.Begin' },
    { ...end, context: 'Transaction.End' },
  ];
}

function keyInHex(text: string | null, record: SignedRecord): string | null {
  const key = text === null ? null : keyBeside(record, text);
  return key === null ? null : derOfKey(key);
}
