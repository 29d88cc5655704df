import { setImmediate } from 'node:timers/promises';
import { recordsToVerify } from '#core/eichrecht/choose-pair.ts';
import { judgeSigned, type SignedVerdict } from '#core/eichrecht/judge-signed.ts';
import type { OcmfText } from '#core/eichrecht/read-ocmf.ts';
import type { RecordVerdict } from '#core/eichrecht/record-verdict.ts';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import type { Sample } from '#core/sessions/sample.ts';
import { readSignedData } from '#ocpp/v16/signed-data.ts';
import { signedRecordOf } from './signed-record-of.ts';
import { ocmfOf, verifyRecord } from './verify-record.ts';

/** The signed records among the samples of a session, in the order of the samples. Values are kept as they came (`samplesOf`). */
export function signedRecordsIn(samples: readonly Sample[]): readonly SignedRecord[] {
  return samples.flatMap(({ other, context }) =>
    signedValuesIn(other).map((value) => signedRecordOf(readSignedData(value), context)),
  );
}

/** What a session's signed records amount to, and what was found out about those that were verified, by their place. */
export interface JudgedRecords {
  readonly verdict: SignedVerdict;
  readonly verdicts: ReadonlyMap<number, RecordVerdict>;
}

/**
 * Judges the records of a session under the key that is trusted for its connector; null where none is. Only those that decide
 * are verified, and others have their turn between two of them: each takes milliseconds.
 */
export async function judgeRecords(
  records: readonly SignedRecord[],
  trustedKey: string | null,
): Promise<JudgedRecords> {
  const said = await readInTurns(records);
  const verdicts = new Map<number, RecordVerdict>();
  for (const index of recordsToVerify(said)) {
    const record = records[index];
    if (record === undefined) continue;
    await setImmediate();
    verdicts.set(index, verifyRecord(record, trustedKey, said[index] ?? null));
  }
  return { verdict: judgeSigned(said, (index) => verdicts.get(index)), verdicts };
}

/** Reading is quick, and a station may have sent thousands. */
async function readInTurns(records: readonly SignedRecord[]): Promise<readonly (OcmfText | null)[]> {
  const said: (OcmfText | null)[] = [];
  for (const record of records) {
    if (said.length % READ_AT_ONCE === READ_AT_ONCE - 1) await setImmediate();
    said.push(ocmfOf(record));
  }
  return said;
}

const READ_AT_ONCE = 100;

function signedValuesIn(other: string | null): readonly string[] {
  if (other === null) return [];
  const kept: unknown = JSON.parse(other);
  if (typeof kept !== 'object' || kept === null || !('signedData' in kept)) return [];
  return Array.isArray(kept.signedData) ? kept.signedData.filter((value) => typeof value === 'string') : [];
}
