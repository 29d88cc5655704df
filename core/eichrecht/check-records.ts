import type { Fault, FaultKind, Remark, RemarkKind } from './fault.ts';
import type { OcmfRecord } from './ocmf-record.ts';

/** The meter itself took the identification for wrong (OCMF 1.4.1, table 11). */
const IDENTIFICATION_ERRORS: ReadonlySet<string> = new Set(['MISMATCH', 'INVALID', 'OUTDATED', 'UNKNOWN']);
const LOSS_UNITS: ReadonlySet<string> = new Set(['mOhm', 'uOhm']);
/** Whatever is newer is refused by the transparency software 1.4.1. */
const NEWEST_OPENED = 1.3;

/** What is wrong with the records of a pair as a whole: one record, or begin and end. */
export function recordFaults(records: readonly OcmfRecord[]): readonly Fault[] {
  const [first, second] = records;
  const single = records.flatMap((record, index) => [
    ...identificationFaults(record, index),
    ...pageFaults(record, index),
  ]);
  if (first === undefined || second === undefined) return single;
  return [
    ...single,
    ...meterFaults(first, second),
    ...orderFaults(first, second),
    ...cableFaults(first, second),
  ];
}

/** What somebody should know of them. */
export function recordRemarks(records: readonly OcmfRecord[]): readonly Remark[] {
  const [first, second] = records;
  const single = records.flatMap((record, index) => [
    ...(Number(record.version) > NEWEST_OPENED
      ? [ofRecord('newer-format', index, ['FV', record.version])]
      : []),
    ...cableRemarks(record, index),
  ]);
  if (first === undefined || second === undefined) return single;
  const remarks: Remark[] = [...single];
  if (first.page !== null && second.page !== null && second.page.number > first.page.number + 1n)
    remarks.push(ofRecord('page-gap', 1, ['PG', String(second.page.number)]));
  if (first.identification !== second.identification)
    remarks.push(ofRecord('other-identification', 1, ['ID', second.identification]));
  return remarks;
}

function identificationFaults({ identificationLevel }: OcmfRecord, index: number): readonly Fault[] {
  if (identificationLevel === null || !IDENTIFICATION_ERRORS.has(identificationLevel.trim())) return [];
  return [ofRecord('identification', index, ['IL', identificationLevel])];
}

function pageFaults({ page }: OcmfRecord, index: number): readonly Fault[] {
  if (page === null) return [ofRecord('page-unreadable', index, ['PG', null])];
  return page.of === 'fiscal' ? [ofRecord('page-fiscal', index, ['PG', `F${page.number}`])] : [];
}

/** All records of a transaction come from the same source (OCMF, "Signing and Verification Process"). */
function meterFaults(first: OcmfRecord, second: OcmfRecord): readonly Fault[] {
  const isNamed = [first.meterSerial, first.gatewaySerial].some((serial) => (serial ?? '') !== '');
  if (!isNamed) return [ofRecord('unnamed-meter', 0, ['MS', first.meterSerial])];
  const faults: Fault[] = [];
  if (first.meterSerial !== second.meterSerial)
    faults.push(ofRecord('other-meter', 1, ['MS', second.meterSerial]));
  if (first.gatewaySerial !== second.gatewaySerial)
    faults.push(ofRecord('other-meter', 1, ['GS', second.gatewaySerial]));
  return faults;
}

/** Numbers rise with each record; those between are readings while charging, which need not be sent. */
function orderFaults({ page: first }: OcmfRecord, { page: second }: OcmfRecord): readonly Fault[] {
  if (first === null || second === null || second.number > first.number) return [];
  return [ofRecord('page-order', 1, ['PG', `T${second.number}`])];
}

function cableFaults({ lossCompensation: first }: OcmfRecord, second: OcmfRecord): readonly Fault[] {
  const { resistance = null, unit = null } = second.lossCompensation ?? {};
  if ((first?.resistance ?? null) === resistance && (first?.unit ?? null) === unit) return [];
  return [ofRecord('other-cable', 1, ['LC', [resistance, unit].join(' ').trim()])];
}

function cableRemarks({ lossCompensation: cable }: OcmfRecord, index: number): readonly Remark[] {
  if (cable === null || (cable.resistance !== null && LOSS_UNITS.has(cable.unit ?? ''))) return [];
  return [ofRecord('loss-undescribed', index, ['LC', cable.unit])];
}

function ofRecord<Kind extends FaultKind | RemarkKind>(
  kind: Kind,
  record: number,
  [field, found]: readonly [string, string | null],
) {
  return { kind, place: { record, reading: null, field }, found: found ?? '' };
}
