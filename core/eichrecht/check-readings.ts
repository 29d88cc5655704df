import { type Decimal, minus, readDecimal, shifted } from './decimal.ts';
import type { Fault, Remark } from './fault.ts';
import { faultAt, type LocatedReading } from './located-reading.ts';
import type { OcmfReading } from './ocmf-record.ts';

/** What is wrong with the one begin and the one end of a pair, and with the readings between them. */
export function checkBeginAndEnd(
  begin: LocatedReading,
  end: LocatedReading,
  counted: readonly LocatedReading[],
): { readonly faults: readonly Fault[]; readonly remarks: readonly Remark[] } {
  const between = counted.filter((one) => one !== begin && one !== end);
  return {
    faults: [
      ...[begin, end].flatMap(faultsOfOne),
      ...differences(begin, end),
      ...between.flatMap(faultsBetween),
    ],
    remarks: [...[begin, end].flatMap(timeRemarks), ...lossRemarks(begin)],
  };
}

/** The register in Wh, exact to its last digit. Null where it cannot be read, is negative, or is of another unit. */
export function registerOf({ value, unit }: OcmfReading): Decimal | null {
  const power = unit === null ? undefined : POWER_OF_UNIT.get(unit.toLowerCase());
  const number = value === null ? null : readDecimal(value);
  if (power === undefined || number === null || number.digits < 0n) return null;
  const register = shifted(number, power);
  return register.digits < LARGEST * 10n ** BigInt(register.decimals) ? register : null;
}

/** Each of the two by itself. */
function faultsOfOne(one: LocatedReading): readonly Fault[] {
  const { says } = one;
  const faults: Fault[] = [];
  if (!POWER_OF_UNIT.has(says.unit?.toLowerCase() ?? '')) faults.push(faultAt('unknown-unit', one, 'RU'));
  else if (registerOf(says) === null) faults.push(faultAt('register-unreadable', one, 'RV'));
  if (says.time.at === null) faults.push(faultAt('time-unreadable', one, 'TM'));
  if (says.time.sync === null) faults.push(faultAt('clock-state', one, 'TM'));
  if (says.state !== 'G') faults.push(faultAt('meter-state', one, 'ST'));
  if (says.errors.includes('E')) faults.push(faultAt('energy-unusable', one, 'EF'));
  return faults;
}

function differences(begin: LocatedReading, end: LocatedReading): readonly Fault[] {
  const { says: from } = begin;
  const { says: to } = end;
  const faults: Fault[] = [];
  const [low, high] = [registerOf(from), registerOf(to)];
  if (low !== null && high !== null && minus(high, low).digits < 0n)
    faults.push(faultAt('register-backwards', end, 'RV'));
  if (from.time.at !== null && to.time.at !== null && to.time.at < from.time.at)
    faults.push(faultAt('time-backwards', end, 'TM'));
  // A duration that was right must be so to its end; that a meter knows only from the begin on is no fault.
  if (from.time.sync === 'R' && to.time.sync !== null && to.time.sync !== 'R')
    faults.push(faultAt('clock-state', end, 'TM'));
  if (from.register?.toUpperCase() !== to.register?.toUpperCase())
    faults.push(faultAt('other-register', end, 'RI'));
  if (from.currentType !== null && to.currentType !== null && from.currentType !== to.currentType)
    faults.push(faultAt('other-current', end, 'RT'));
  if (to.eventCounter !== null && from.eventCounter !== to.eventCounter)
    faults.push(faultAt('event-counter', end, 'EI'));
  return faults;
}

/** From an exception on, what its error flags name is no longer usable; without flags that is everything. */
function faultsBetween(one: LocatedReading): readonly Fault[] {
  const { says } = one;
  if (says.errors.includes('E')) return [faultAt('energy-unusable', one, 'EF')];
  return says.reason === 'X' && says.errors.trim() !== 't' ? [faultAt('exception', one, 'TX')] : [];
}

function timeRemarks({ record, reading, says }: LocatedReading): readonly Remark[] {
  if (!says.errors.includes('t')) return [];
  return [{ kind: 'time-unusable', place: { record, reading, field: 'EF' }, found: says.errors }];
}

/** OCMF, `CL`: it starts from nought with each transaction. */
function lossRemarks({ record, reading, says }: LocatedReading): readonly Remark[] {
  const loss = says.cumulatedLoss;
  if (loss === null || readDecimal(loss)?.digits === 0n) return [];
  return [{ kind: 'loss-not-reset', place: { record, reading, field: 'CL' }, found: loss }];
}

/** What makes Wh of it, as a power of ten (OCMF, table 20). */
const POWER_OF_UNIT: ReadonlyMap<string, number> = new Map([
  ['wh', 0],
  ['kwh', 3],
]);

/** A thousand TWh: no meter has counted so much. */
const LARGEST = 10n ** 15n;
