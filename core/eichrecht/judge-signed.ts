import type { WattHours } from '../shared/units.ts';
import type { Fault, Remark } from './fault.ts';
import { judgePair, type MeterClock, type SignedReading } from './judge-pair.ts';
import { isBegin, isEnd } from './ocmf-record.ts';
import type { OcmfText } from './read-ocmf.ts';
import type { MeterKey, RecordVerdict, Unverifiable } from './record-verdict.ts';

/** What the signed records of a session amount to. */
export type SignedVerdict =
  /** A pair of readings that the meter signed and the law lets count. */
  | {
      readonly kind: 'verified';
      /** Whole Wh; a fraction is left to the driver. */
      readonly energy: WattHours;
      readonly exactWh: string;
      readonly begin: SignedReading;
      readonly end: SignedReading;
      readonly clock: MeterClock;
      readonly key: MeterKey;
      readonly remarks: readonly Remark[];
      /** The same for the same readings of the same meter, so that nobody sells them twice. */
      readonly pairKey: string;
      /** Which records they are, of those that were judged. */
      readonly records: readonly number[];
    }
  /** Rightly signed, and yet it does not count. */
  | {
      readonly kind: 'faulty';
      readonly faults: readonly Fault[];
      readonly begin: SignedReading | null;
      readonly end: SignedReading | null;
      readonly remarks: readonly Remark[];
      readonly records: readonly number[];
    }
  | {
      readonly kind: 'wrong-signature';
      readonly why: 'does-not-fit' | 'other-curve';
      readonly records: readonly number[];
    }
  | { readonly kind: 'unverifiable'; readonly why: Unverifiable; readonly records: readonly number[] }
  /** The station sent nothing that is signed. */
  | { readonly kind: 'unsigned' };

/**
 * Finds the records that begin and end a session, wherever they came in (one with both, or one of each, repeated or not), and
 * judges them. Readings while charging and fiscal ones are passed over.
 */
export function judgeSigned(verdicts: readonly RecordVerdict[]): SignedVerdict {
  if (verdicts.length === 0) return { kind: 'unsigned' };
  const chosen = choosePair(verdicts);
  if (chosen.kind === 'several') return severalPairs(chosen.records);
  const records = chosen.kind === 'none' ? verdicts.map((_, index) => index) : chosen.records;
  const used = records.flatMap((index) => verdicts[index] ?? []);
  for (const verdict of used) {
    if (verdict.kind === 'wrong-signature') return { kind: 'wrong-signature', why: verdict.why, records };
    if (verdict.kind === 'unverifiable') return { kind: 'unverifiable', why: verdict.why, records };
  }
  return judged(
    used.filter((verdict) => verdict.kind === 'verified'),
    records,
  );
}

function judged(
  used: readonly Extract<RecordVerdict, { readonly kind: 'verified' }>[],
  records: readonly number[],
): SignedVerdict {
  const said = used.map(({ ocmf }) => ocmf.record);
  const { energy, exactWh, begin, end, clock, faults, remarks } = judgePair(said);
  const key = used[0]?.key;
  const isWhole = energy !== null && exactWh !== null && begin !== null && end !== null && key !== undefined;
  if (!isWhole || faults.length > 0) return { kind: 'faulty', faults, begin, end, remarks, records };
  // Numbers of records rise for ever, and yet a signing device may be set back: the registers tell them apart then.
  const pages = said.map(({ page }) => page?.number);
  const pairKey = [key.point, ...pages, begin.value, end.value].join(' ');
  return { kind: 'verified', energy, exactWh, begin, end, clock, key, remarks, pairKey, records };
}

type Choice =
  | { readonly kind: 'pair'; readonly records: readonly number[] }
  /** More than one, and they differ. */
  | { readonly kind: 'several'; readonly records: readonly number[] }
  | { readonly kind: 'none' };

interface Candidate {
  readonly index: number;
  readonly ocmf: OcmfText;
  readonly begins: boolean;
  readonly ends: boolean;
}

function choosePair(verdicts: readonly RecordVerdict[]): Choice {
  const candidates = onceEach(verdicts.flatMap(candidate));
  const wholes = candidates.filter(({ begins, ends }) => begins && ends);
  if (wholes.length > 0) return choiceOf(wholes, []);
  return choiceOf(
    candidates.filter(({ begins }) => begins),
    candidates.filter(({ ends }) => ends),
  );
}

function choiceOf(begins: readonly Candidate[], ends: readonly Candidate[]): Choice {
  const records = [...begins, ...ends].map(({ index }) => index);
  if (records.length === 0) return { kind: 'none' };
  return { kind: begins.length > 1 || ends.length > 1 ? 'several' : 'pair', records };
}

function candidate({ ocmf }: RecordVerdict, index: number): readonly Candidate[] {
  if (ocmf === null || ocmf.record.page?.of === 'fiscal') return [];
  const begins = ocmf.record.readings.some(isBegin);
  const ends = ocmf.record.readings.some(isEnd);
  return begins || ends ? [{ index, ocmf, begins, ends }] : [];
}

/** The same record comes twice when it is sent with a meter value and again with the stop. */
function onceEach(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(
    ({ ocmf }, index) => candidates.findIndex((other) => isSame(other.ocmf, ocmf)) === index,
  );
}

function isSame(one: OcmfText, other: OcmfText): boolean {
  return one.payload === other.payload && one.signature.data === other.signature.data;
}

function severalPairs(records: readonly number[]): SignedVerdict {
  const fault: Fault = { kind: 'several-pairs', place: { record: 0, reading: null, field: 'PG' }, found: '' };
  return { kind: 'faulty', faults: [fault], begin: null, end: null, remarks: [], records };
}
