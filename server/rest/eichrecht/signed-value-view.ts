import type { SignedReading as SignedReadingView, SignedValues } from '#api/signed-values.ts';
import type { SignedReading } from '#core/eichrecht/judge-pair.ts';
import type { RecordVerdict } from '#core/eichrecht/record-verdict.ts';
import type { SignedRecord } from '#core/eichrecht/signed-record.ts';
import { keyFingerprint } from '../../eichrecht/key-fingerprint.ts';
import type { MoneyEnergy } from '../../eichrecht/money-energy.ts';
import type { SignedSession } from '../../eichrecht/signed-session.ts';
import { ocmfOf } from '../../eichrecht/verify-record.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

export function signedValuesView(
  { records, verdict, verdicts, pinned, key }: SignedSession,
  money: MoneyEnergy,
): SignedValues {
  const pair = verdict.kind === 'verified' || verdict.kind === 'faulty' ? verdict : null;
  return {
    verdict: verdict.kind,
    why: verdict.kind === 'unverifiable' ? verdict.why : null,
    money: moneyView(money),
    exactWh: verdict.kind === 'verified' ? verdict.exactWh : null,
    begin: readingView(pair?.begin ?? null),
    end: readingView(pair?.end ?? null),
    clock: verdict.kind === 'verified' ? verdict.clock : null,
    faults: verdict.kind === 'faulty' ? [...new Set(verdict.faults.map(({ kind }) => kind))] : [],
    remarks: [...new Set(pair?.remarks.map(({ kind }) => kind))],
    pinned:
      pinned === null ? null : { fingerprint: keyFingerprint(pinned.key), since: isoTime(pinned.since) },
    key,
    records: records.map((record, index) => recordView(record, verdicts.get(index))),
  };
}

function moneyView({ energy, soldTime }: MoneyEnergy): SignedValues['money'] {
  return {
    kind: energy.kind,
    energyWh: energy.kind === 'held' ? null : energy.energy,
    reason: energy.kind === 'held' ? energy.reason : null,
    soldTime,
  };
}

function readingView(reading: SignedReading | null): SignedReadingView | null {
  if (reading === null) return null;
  const { value, unit, register, time } = reading;
  return { value, unit, register, time: time.text, at: isoTimeOrNull(time.at) };
}

function recordView(
  record: SignedRecord,
  verdict: RecordVerdict | undefined,
): SignedValues['records'][number] {
  const isForeign = record.format !== 'OCMF';
  return {
    format: record.format,
    state: verdict?.kind ?? (isForeign ? 'unverifiable' : 'not-needed'),
    why: verdict?.kind === 'unverifiable' ? verdict.why : isForeign ? 'other-format' : null,
    meterSerial: ocmfOf(record)?.record.meterSerial ?? null,
    text: record.text,
  };
}
