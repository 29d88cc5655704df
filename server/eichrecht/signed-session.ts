import type { SignedVerdict } from '#core/eichrecht/judge-signed.ts';
import { keyOfSession } from '#core/eichrecht/meter-keys.ts';
import { type KeySighting, keyAt, type PinnedKey } from '#core/eichrecht/pinned-key.ts';
import type { MeterKey, RecordVerdict } from '#core/eichrecht/record-verdict.ts';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import type { Session } from '#core/sessions/session.ts';
import type { Application } from '../application.ts';
import { keyBeside } from './key-beside.ts';
import { spellKey } from './read-public-key.ts';
import { judgeRecords, signedRecordsIn } from './signed-values-kept.ts';

/** What a session's meter signed, read from the store and judged. */
export interface SignedSession {
  readonly records: readonly SignedRecord[];
  readonly verdict: SignedVerdict;
  /** Of those records that decided, by their place. */
  readonly verdicts: ReadonlyMap<number, RecordVerdict>;
  /** The key that counted when the session began; null where none was pinned. */
  readonly pinned: PinnedKey | null;
  readonly key: KeySighting['kind'] | null;
}

/** Reads and judges what was signed in a session, under the key that was pinned to its connector when it began. */
export async function signedSession(app: Application, session: Session): Promise<SignedSession> {
  const { live } = app.desk;
  const records = signedRecordsIn(await app.store.reads.signedSamples(session.id));
  const keys = live.meterKeys.at(session.stationId, session.connectorId);
  const pinned = keyAt(keys.history, session.start.at);
  const judged = await judgeRecords(records, pinned === null ? null : spellKey(pinned.key));
  const span = { from: session.start.at, to: session.end?.at ?? null };
  return { records, ...judged, pinned, key: keyOfSession(keys, span, claimedKeys(records)) };
}

/** The keys that came along with the records, each once, as far as they can be read; of very many the first. */
export function claimedKeys(records: readonly SignedRecord[]): readonly MeterKey[] {
  const texts = new Map<string, SignedRecord>();
  for (const record of records) {
    // Some meters append their key as a fourth section.
    const claimed =
      record.claimedKey ?? (record.format === 'OCMF' ? record.text.split('|')[3]?.trim() : null);
    if (claimed && texts.size < MOST_KEYS && !texts.has(claimed)) texts.set(claimed, record);
  }
  return [...texts].flatMap(([text, record]) => keyBeside(record, text) ?? []);
}

/** A session has one meter; each further key costs the time to see whether it is one. */
const MOST_KEYS = 10;
