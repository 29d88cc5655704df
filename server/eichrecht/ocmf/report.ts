import type { Finding } from '#core/eichrecht/fault.ts';
import { judgeSigned, type SignedVerdict } from '#core/eichrecht/judge-signed.ts';
import type { OcmfReading } from '#core/eichrecht/ocmf-record.ts';
import type { RecordVerdict } from '#core/eichrecht/record-verdict.ts';
import type { SignedData } from '#ocpp/v16/signed-data.ts';
import { signedRecordOf } from '../signed-record-of.ts';
import { verifyRecord } from '../verify-record.ts';

/** What is printed: plain values for people and programs. */
export interface OcmfReport {
  /** Of all together: whether somebody may be billed by them. */
  readonly verdict: RecordVerdict['kind'] | 'faulty';
  readonly why: string | null;
  /** Of the signatures alone: that of the worst record. */
  readonly signature: { readonly verdict: RecordVerdict['kind']; readonly why: string | null };
  readonly readings: readonly object[];
  readonly pair: object;
  readonly records: readonly object[];
}

/** Verifies records by one key and judges what they say together. */
export function reportOn(data: readonly SignedData[], key: string): OcmfReport {
  const verdicts = data.map((one) => verifyRecord(signedRecordOf(one, null), key));
  const worst =
    verdicts.find(({ kind }) => kind === 'wrong-signature') ??
    verdicts.find(({ kind }) => kind === 'unverifiable');
  const signature = { verdict: worst?.kind ?? 'verified', why: worst === undefined ? null : whyOf(worst) };
  const pair = judgeAll(verdicts);
  return {
    ...(worst === undefined && pair.kind === 'faulty'
      ? { verdict: 'faulty', why: pair.faults[0]?.kind ?? null }
      : signature),
    signature,
    readings: verdicts.flatMap(({ ocmf }, record) =>
      (ocmf?.record.readings ?? []).map((reading, index) => readingLine({ record, reading: index }, reading)),
    ),
    pair: pairOf(pair),
    records: verdicts.map((verdict, index) => recordLine(verdict, data[index])),
  };
}

function judgeAll(verdicts: readonly RecordVerdict[]): SignedVerdict {
  return judgeSigned(
    verdicts.map(({ ocmf }) => ocmf),
    (record) => verdicts[record],
  );
}

function whyOf(verdict: RecordVerdict): string | null {
  return verdict.kind === 'verified' ? null : verdict.why;
}

function recordLine(verdict: RecordVerdict, data: SignedData | undefined): object {
  const record = verdict.ocmf?.record;
  return {
    verdict: verdict.kind,
    why: whyOf(verdict),
    format: verdict.kind === 'unverifiable' ? verdict.format : 'OCMF',
    transport: data?.transport,
    curve: verdict.kind === 'verified' ? verdict.curve : null,
    version: record?.version ?? null,
    gatewaySerial: record?.gatewaySerial ?? null,
    meterSerial: record?.meterSerial ?? null,
    page: record?.page == null ? null : `${record.page.of} ${record.page.number}`,
    identification: record?.identification ?? null,
    tariffText: record?.tariffText ?? null,
  };
}

function readingLine(
  place: { readonly record: number; readonly reading: number },
  reading: OcmfReading,
): object {
  const { time, reason, register, unit, currentType, state, errors } = reading;
  return {
    ...place,
    reason,
    time: time.text,
    clock: time.sync,
    value: reading.value?.trim() ?? null,
    unit,
    register,
    currentType,
    state,
    errors,
  };
}

function pairOf(verdict: SignedVerdict): object {
  switch (verdict.kind) {
    case 'verified': {
      const { kind, energy, exactWh, clock, begin, end, remarks } = verdict;
      return {
        kind,
        energyWh: energy,
        exactWh,
        clock,
        begin: { record: begin.record, reading: begin.reading },
        end: { record: end.record, reading: end.reading },
        faults: [],
        remarks: remarks.map(findingLine),
      };
    }
    case 'faulty':
      return {
        kind: verdict.kind,
        faults: verdict.faults.map(findingLine),
        remarks: verdict.remarks.map(findingLine),
      };
    case 'wrong-signature':
    case 'unverifiable':
      return { kind: verdict.kind, why: verdict.why };
    case 'unsigned':
      return { kind: verdict.kind };
  }
}

function findingLine({ kind, place, found }: Finding<string>): object {
  return { kind, ...place, found };
}
