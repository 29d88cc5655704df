import { judgeSigned, type SignedVerdict } from '#core/eichrecht/judge-signed.ts';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import type { Sample } from '#core/sessions/sample.ts';
import { readSignedData } from '#ocpp/v16/signed-data.ts';
import { signedRecordOf } from './signed-record-of.ts';
import { verifyRecord } from './verify-record.ts';

/** The signed records among the samples of a session, in the order of the samples. Values are kept as they came (`samplesOf`). */
export function signedRecordsIn(samples: readonly Sample[]): readonly SignedRecord[] {
  return samples.flatMap(({ other, context }) =>
    signedValuesIn(other).map((value) => signedRecordOf(readSignedData(value), context)),
  );
}

/** What a session's signed records amount to under the key that is trusted for its connector; null where none is. */
export function judgeKept(samples: readonly Sample[], trustedKey: string | null): SignedVerdict {
  return judgeSigned(signedRecordsIn(samples).map((record) => verifyRecord(record, trustedKey)));
}

function signedValuesIn(other: string | null): readonly string[] {
  if (other === null) return [];
  const kept: unknown = JSON.parse(other);
  if (typeof kept !== 'object' || kept === null || !('signedData' in kept)) return [];
  return Array.isArray(kept.signedData) ? kept.signedData.filter((value) => typeof value === 'string') : [];
}
