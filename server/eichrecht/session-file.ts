import type { SignedVerdict } from '#core/eichrecht/judge-signed.ts';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import { transparencyFile } from '#core/eichrecht/transparency-file.ts';
import type { Sample } from '#core/sessions/sample.ts';
import type { TransactionId } from '#core/shared/ids.ts';
import { readPublicKey, spellKey } from './read-public-key.ts';
import { judgeKept, signedRecordsIn } from './signed-values-kept.ts';

/**
 * A session's file for the transparency software: its pair, or all its signed records where there is none. With the trusted key, else
 * with those that came along; the driver compares them with the meter's nameplate. Null where nothing was signed.
 */
export function sessionFile(
  samples: readonly Sample[],
  trustedKey: string | null,
  transactionId: TransactionId,
): string | null {
  const records = signedRecordsIn(samples);
  if (records.length === 0) return null;
  const values = inPair(records, judgeKept(samples, trustedKey)).map((record) => ({
    record,
    publicKey: keyInHex(trustedKey ?? record.claimedKey),
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

function keyInHex(text: string | null): string | null {
  const key = text === null ? null : readPublicKey(text, null);
  return key === null ? null : spellKey(key);
}
