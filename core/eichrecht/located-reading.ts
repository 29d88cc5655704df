import type { Fault, FaultKind } from './fault.ts';
import { registerKind } from './obis-code.ts';
import type { OcmfReading, OcmfRecord } from './ocmf-record.ts';

/** A reading and where it stands in its pair. */
export interface LocatedReading {
  readonly record: number;
  readonly reading: number;
  readonly says: OcmfReading;
}

/** All readings of the records, in their order. */
export function locate(records: readonly OcmfRecord[]): readonly LocatedReading[] {
  return records.flatMap(({ readings }, record) =>
    readings.map((says, reading) => ({ record, reading, says })),
  );
}

/** Those of energy that was drawn. Where a meter takes cable losses out, only the registers without them count. */
export function thatCount(readings: readonly LocatedReading[]): readonly LocatedReading[] {
  const ofKind = (kind: string) => readings.filter(({ says }) => registerKind(says.register) === kind);
  const compensated = ofKind('import-compensated');
  return compensated.length > 0 ? compensated : ofKind('import');
}

export function faultAt(
  kind: FaultKind,
  { record, reading, says }: LocatedReading,
  field: keyof typeof FIELDS,
): Fault {
  return { kind, place: { record, reading, field }, found: FIELDS[field](says) ?? '' };
}

/** The fields of a reading by OCMF's names. */
const FIELDS = {
  TM: ({ time }) => time.text,
  TX: ({ reason }) => reason,
  RV: ({ value }) => value,
  RI: ({ register }) => register,
  RU: ({ unit }) => unit,
  RT: ({ currentType }) => currentType,
  EF: ({ errors }) => errors,
  ST: ({ state }) => state,
  EI: ({ eventCounter }) => eventCounter,
} as const satisfies Readonly<Record<string, (reading: OcmfReading) => string | null>>;
