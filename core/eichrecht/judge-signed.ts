import type { WattHours } from '../shared/units.ts';
import { choosePair } from './choose-pair.ts';
import type { Fault, Remark } from './fault.ts';
import { judgePair, type MeterClock, type SignedReading } from './judge-pair.ts';
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
      /** One for its begin and one for its end: see `readingMark`. */
      readonly marks: readonly [string, string];
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

/** What is known of a record's signature; undefined where nobody has looked, which makes it worth nothing. */
type Verify = (record: number) => RecordVerdict | undefined;

/**
 * Judges the signed records of a session: `records` is what they say, null for one that cannot be read, and `verify` what is
 * known of one's signature. Only the pair is verified (`recordsToVerify`), not what the station sent while charging.
 */
export function judgeSigned(records: readonly (OcmfText | null)[], verify: Verify): SignedVerdict {
  if (records.length === 0) return { kind: 'unsigned' };
  const chosen = choosePair(records);
  if (chosen.kind === 'several') return severalPairs(chosen.records);
  const parts = chosen.kind === 'none' ? [[0]] : chosen.parts;
  const used = parts.flatMap((alike) => bestOf(alike, verify));
  const indexes = used.map(({ record }) => record);
  for (const { verdict } of used) {
    if (verdict.kind === 'wrong-signature')
      return { kind: 'wrong-signature', why: verdict.why, records: indexes };
    if (verdict.kind === 'unverifiable') return { kind: 'unverifiable', why: verdict.why, records: indexes };
  }
  return judged(
    used.map(({ verdict }) => verdict).filter((verdict) => verdict.kind === 'verified'),
    indexes,
  );
}

interface Verified {
  readonly record: number;
  readonly verdict: RecordVerdict;
}

/** Of records with one payload the first that verifies, else the first. */
function bestOf(alike: readonly number[], verify: Verify): readonly Verified[] {
  const verdicts = alike.flatMap((record) => {
    const verdict = verify(record);
    return verdict === undefined ? [] : [{ record, verdict }];
  });
  const best = verdicts.find(({ verdict }) => verdict.kind === 'verified') ?? verdicts[0];
  return best === undefined ? [] : [best];
}

function judged(
  used: readonly Extract<RecordVerdict, { readonly kind: 'verified' }>[],
  records: readonly number[],
): SignedVerdict {
  const { energy, exactWh, begin, end, clock, faults, remarks } = judgePair(
    used.map(({ ocmf }) => ocmf.record),
  );
  const key = used[0]?.key;
  const isWhole = energy !== null && exactWh !== null && begin !== null && end !== null && key !== undefined;
  if (!isWhole || faults.length > 0) return { kind: 'faulty', faults, begin, end, remarks, records };
  const marks = [readingMark(key, 'begin', begin), readingMark(key, 'end', end)] as const;
  return { kind: 'verified', energy, exactWh, begin, end, clock, key, remarks, marks, records };
}

/**
 * What one end of a sold pair is known by: the same for the same reading of the same meter, in whatever record it comes
 * again, so that nobody sells it twice. The end of one session and the begin of the next are two readings, however alike.
 */
function readingMark({ point }: MeterKey, side: 'begin' | 'end', { time, value, register }: SignedReading) {
  return [point.slice(0, MARKED_DIGITS), side, time.text, register, value].join(' ');
}

/** 128 bits of a point and its first byte: no two meters share them. */
const MARKED_DIGITS = 34;

function severalPairs(records: readonly number[]): SignedVerdict {
  const fault: Fault = { kind: 'several-pairs', place: { record: 0, reading: null, field: 'PG' }, found: '' };
  return { kind: 'faulty', faults: [fault], begin: null, end: null, remarks: [], records };
}
