import type { Instant } from '../shared/units.ts';

/** What an OCMF record says. Texts are as the meter wrote them; null is what it left out. */
export interface OcmfRecord {
  /** `FV`. */
  readonly version: string | null;
  /** `GS`: who signs. */
  readonly gatewaySerial: string | null;
  readonly gateway: string | null;
  /** `MS`. */
  readonly meterSerial: string | null;
  readonly meterVendor: string | null;
  readonly meterModel: string | null;
  /** `PG`: null where it cannot be read. */
  readonly page: Page | null;
  /** `IL`, `IT` and `ID`: who charged, and how sure that is. */
  readonly identificationLevel: string | null;
  readonly identificationType: string | null;
  readonly identification: string | null;
  /** `TT`. */
  readonly tariffText: string | null;
  readonly lossCompensation: LossCompensation | null;
  readonly readings: readonly OcmfReading[];
}

/** Where a record stands in the meter's stream: its own count for transactions and for fiscal readings. */
export interface Page {
  readonly of: 'transaction' | 'fiscal';
  readonly number: bigint;
}

/** `LC`: which cable the meter takes into account. */
export interface LossCompensation {
  readonly name: string | null;
  readonly resistance: string | null;
  readonly unit: string | null;
}

/** One reading, with what it inherits from the one before (OCMF: fields with the same value are left out). */
export interface OcmfReading {
  readonly time: MeterTime;
  /** `TX`: B begin, E L R A P end, C S T between, X error. */
  readonly reason: string | null;
  /** `RV`: digit for digit. */
  readonly value: string | null;
  /** `RI`: an OBIS code. */
  readonly register: string | null;
  /** `RU`. */
  readonly unit: string | null;
  /** `RT`: AC or DC. */
  readonly currentType: string | null;
  /** `EF`: E where energy, t where time is no longer usable. */
  readonly errors: string;
  /** `ST`: G is good. */
  readonly state: string | null;
  /** `EI`. */
  readonly eventCounter: string | null;
  /** `CL`: what was taken out for the cable since the begin. */
  readonly cumulatedLoss: string | null;
}

/** `TM`. */
export interface MeterTime {
  readonly text: string | null;
  readonly at: Instant | null;
  /** U unknown, I informative, S synchronised, R relative: the duration is right. */
  readonly sync: 'U' | 'I' | 'S' | 'R' | null;
}

const BEGINS: ReadonlySet<string> = new Set(['B']);
const ENDS: ReadonlySet<string> = new Set(['E', 'L', 'R', 'A', 'P']);

export function isBegin({ reason }: OcmfReading): boolean {
  return reason !== null && BEGINS.has(reason);
}

export function isEnd({ reason }: OcmfReading): boolean {
  return reason !== null && ENDS.has(reason);
}
