import type { WattHours } from '../shared/units.ts';
import { checkBeginAndEnd, registerOf } from './check-readings.ts';
import { recordFaults, recordRemarks } from './check-records.ts';
import { decimalText, minus, wholeWattHours } from './decimal.ts';
import type { Fault, Remark } from './fault.ts';
import { faultAt, type LocatedReading, locate, thatCount } from './located-reading.ts';
import { isBegin, isEnd, type MeterTime, type OcmfRecord } from './ocmf-record.ts';

/** One of the two readings that money is made of. */
export interface SignedReading {
  readonly record: number;
  readonly reading: number;
  readonly time: MeterTime;
  /** Digits as the meter wrote them, without blanks around. */
  readonly value: string;
  readonly unit: string;
  readonly register: string;
}

/**
 * What the time between two readings is worth. `synchronised`: both moments are right; `relative`: the duration is
 * (OCMF, table 19); the others are no ground for a price by time.
 */
export type MeterClock = 'synchronised' | 'relative' | 'informative' | 'unusable';

/** What the records of a pair say together. Without faults there are always an energy and two readings. */
export interface PairFindings {
  /** End less begin in whole Wh: a fraction is left to the driver. Null where it cannot be told. */
  readonly energy: WattHours | null;
  /** The same with all its decimals, in Wh. */
  readonly exactWh: string | null;
  readonly begin: SignedReading | null;
  readonly end: SignedReading | null;
  readonly clock: MeterClock;
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
}

/**
 * Judges one record that holds begin and end, or the two that do, in that order. The checks are those of the transparency
 * software (`checkLawIntegrityForReadings`) and, of OCMF itself, that number and source of the records go together.
 */
export function judgePair(records: readonly OcmfRecord[]): PairFindings {
  const all = locate(records);
  const counted = thatCount(all);
  const begins = counted.filter(({ says }) => isBegin(says));
  const ends = counted.filter(({ says }) => isEnd(says));
  const faults = [
    ...placeFaults(records, all),
    ...numberFaults(begins, ends, records.length - 1),
    ...recordFaults(records),
  ];
  const [begin, secondBegin] = begins;
  const [end, secondEnd] = ends;
  const isOneOfEach = secondBegin === undefined && secondEnd === undefined;
  const remarks = recordRemarks(records);
  if (begin === undefined || end === undefined || !isOneOfEach)
    return { ...NOTHING, begin: signedReading(begin), end: signedReading(end), faults, remarks };
  const checked = checkBeginAndEnd(begin, end, counted);
  return {
    ...energyBetween(begin, end),
    begin: signedReading(begin),
    end: signedReading(end),
    clock: clockOf(begin, end),
    faults: [...faults, ...checked.faults],
    remarks: [...remarks, ...checked.remarks],
  };
}

const NOTHING = { energy: null, exactWh: null, clock: 'unusable' } as const;

function numberFaults(
  begins: readonly LocatedReading[],
  ends: readonly LocatedReading[],
  lastRecord: number,
): readonly Fault[] {
  const missing = (kind: 'no-begin' | 'no-end', record: number): Fault => ({
    kind,
    place: { record, reading: null, field: 'TX' },
    found: '',
  });
  return [
    ...(begins.length === 0 ? [missing('no-begin', 0)] : []),
    ...(ends.length === 0 ? [missing('no-end', lastRecord)] : []),
    ...begins.slice(1).map((one) => faultAt('several-begins', one, 'TX')),
    ...ends.slice(1).map((one) => faultAt('several-ends', one, 'TX')),
  ];
}

/** Of two records, the first may not end anything and the second begin nothing, whatever register it is of. */
function placeFaults(records: readonly OcmfRecord[], all: readonly LocatedReading[]): readonly Fault[] {
  if (records.length < 2) return [];
  return all.flatMap((one) => {
    if (one.record === 0 && isEnd(one.says)) return [faultAt('end-in-begin-record', one, 'TX')];
    return one.record > 0 && isBegin(one.says) ? [faultAt('begin-in-end-record', one, 'TX')] : [];
  });
}

function energyBetween(begin: LocatedReading, end: LocatedReading): Pick<PairFindings, 'energy' | 'exactWh'> {
  const from = registerOf(begin.says);
  const to = registerOf(end.says);
  if (from === null || to === null) return { energy: null, exactWh: null };
  const difference = minus(to, from);
  if (difference.digits < 0n) return { energy: null, exactWh: decimalText(difference) };
  return { energy: wholeWattHours(difference), exactWh: decimalText(difference) };
}

function clockOf({ says: begin }: LocatedReading, { says: end }: LocatedReading): MeterClock {
  if (begin.errors.includes('t') || end.errors.includes('t')) return 'unusable';
  if (begin.time.at === null || end.time.at === null) return 'unusable';
  if (begin.time.sync === 'S' && end.time.sync === 'S') return 'synchronised';
  return end.time.sync === 'R' ? 'relative' : 'informative';
}

function signedReading(located: LocatedReading | undefined): SignedReading | null {
  if (located === undefined) return null;
  const { record, reading, says } = located;
  return {
    record,
    reading,
    time: says.time,
    value: says.value?.trim() ?? '',
    unit: says.unit ?? '',
    register: says.register ?? '',
  };
}
