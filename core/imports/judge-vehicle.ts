import { holderOfNumber } from '../access/holder-of-number.ts';
import type { Vehicle } from '../access/vehicle.ts';
import { vehicleNumber } from '../access/vehicle-number.ts';
import { type TenantId, vehicleId } from '../shared/ids.ts';
import { watts } from '../shared/units.ts';
import { groupsText } from './find-references.ts';
import type { ImportBench } from './import-bench.ts';
import type { ImportFacts } from './import-facts.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import { type JudgedRow, judged, notRead } from './judged-row.ts';
import { numberTaken } from './number-taken.ts';
import { placeRecord } from './place-record.ts';
import { at, given, type ReadingContext, type RowInput, readRow, type Values } from './row-values.ts';

/** What a row of a list of vehicles makes of a vehicle, which is known by its plate, or by its label if it has none. */
export function judgeVehicle(bench: ImportBench, row: RowInput, context: ReadingContext): JudgedRow {
  const plate = given(row, 'plate', context);
  const called =
    plate === null
      ? bench.vehiclesWithoutPlate(given(row, 'label', context) ?? '')
      : bench.vehiclesWithPlate(plate);
  const [first, second] = called;
  if (second === undefined) return judgeAgainst(bench, first ?? null, { row, context });
  for (const vehicle of called) {
    if (bench.settledBy.has(keyOf(vehicle))) continue;
    const one = judgeAgainst(bench, vehicle, { row, context });
    if (one.verdict === 'unchanged') return one;
  }
  return notRead([at('plate', finding('ambiguous-vehicle', null, String(called.length)))]);
}

function judgeAgainst(
  bench: ImportBench,
  known: Vehicle | null,
  { row, context }: { readonly row: RowInput; readonly context: ReadingContext },
): JudgedRow {
  const shown = known === null ? null : vehicleTexts(bench, known);
  const { values, problems } = readRow(row, shown, { context, but: [] });
  const place = placeRecord(bench, values, { known, of: 'users' });
  const base = known ?? newVehicle(bench.facts, values.plate ?? '', place.tenantId);
  const isNamed = [base.plate, values.plate, base.label, values.label].some(
    (text) => text !== undefined && text !== '',
  );
  const missing =
    isNamed || problems.some(({ field }) => field === 'plate') ? [] : [at('plate', finding('missing'))];
  const after = {
    ...withVehicleValues(bench.facts, base, values),
    tenantId: place.tenantId,
    groupIds: place.groupIds,
  };
  const isChanged = known === null || Object.keys(values).length > 0;
  return judged({
    isNew: known === null,
    values,
    shown,
    problems: [
      ...problems,
      ...missing,
      ...place.problems,
      ...wentBack(base, { values, row }),
      ...(values.vid === undefined ? [] : numberProblems(bench, after)),
    ],
    records: isChanged ? [...place.records, { of: 'vehicle', before: known, after }] : [],
    settles: keyOf(after),
  });
}

function keyOf({ id }: Vehicle): string {
  return `vehicle ${id}`;
}

/** Whether something else has the number by which the car is to be recognised. */
function numberProblems(bench: ImportBench, { id, vid }: Vehicle): readonly ImportProblem[] {
  const holder = vid === null ? null : holderOfNumber(bench, vid, { kind: 'vehicle', id });
  return holder === null ? [] : [numberTaken(bench, 'vid', holder)];
}

/** A car does not drive backwards; somebody may have typed the last reading wrong, though. */
function wentBack(
  { odometer }: Vehicle,
  { values, row }: { readonly values: Values; readonly row: RowInput },
): readonly ImportProblem[] {
  const last = odometer.at(-1);
  if (last === undefined || values.odometer === undefined || row.typed.has('odometer')) return [];
  return Number(values.odometer) < last.km
    ? [at('odometer', finding('odometer-lower', null, String(last.km)))]
    : [];
}

function withVehicleValues({ now, by }: ImportFacts, vehicle: Vehicle, values: Values): Vehicle {
  const { battery, acPower, phases, vid, odometer, blocked } = values;
  const number = (text: string | undefined, known: number | null) =>
    text === undefined ? known : text === '' ? null : Number(text);
  const kiloWattHours = number(battery, null);
  const kiloWatts = number(acPower, null);
  const count = number(phases, vehicle.phases);
  return {
    ...vehicle,
    plate: values.plate ?? vehicle.plate,
    label: values.label ?? vehicle.label,
    make: values.make ?? vehicle.make,
    model: values.model ?? vehicle.model,
    batteryWh:
      battery === undefined
        ? vehicle.batteryWh
        : kiloWattHours === null
          ? null
          : Math.round(kiloWattHours * 1_000),
    acPower: acPower === undefined ? vehicle.acPower : kiloWatts === null ? null : watts(kiloWatts * 1_000),
    phases: count === 1 || count === 2 || count === 3 ? count : null,
    vid: vid === undefined ? vehicle.vid : vid === '' ? null : vehicleNumber(vid),
    odometer:
      odometer === undefined || odometer === ''
        ? vehicle.odometer
        : [...vehicle.odometer, { km: Number(odometer), at: now, by }],
    blockedAt:
      blocked === undefined ? vehicle.blockedAt : blocked === 'yes' ? (vehicle.blockedAt ?? now) : null,
    note: values.note ?? vehicle.note,
  };
}

/** A vehicle of which only the plate is known yet. */
export function newVehicle({ now, newId }: ImportFacts, plate: string, tenantId: TenantId): Vehicle {
  return {
    id: vehicleId(newId('vehicle')),
    tenantId,
    plate,
    label: '',
    make: '',
    model: '',
    batteryWh: null,
    acPower: null,
    phases: null,
    vid: null,
    groupIds: [],
    odometer: [],
    blockedAt: null,
    note: '',
    addedAt: now,
    removedAt: null,
  };
}

/** A vehicle in the fields of a file. */
export function vehicleTexts(bench: ImportBench, vehicle: Vehicle): Values {
  const inThousands = (value: number | null) => (value === null ? '' : String(value / 1_000));
  return {
    plate: vehicle.plate,
    label: vehicle.label,
    make: vehicle.make,
    model: vehicle.model,
    battery: inThousands(vehicle.batteryWh),
    acPower: inThousands(vehicle.acPower),
    phases: vehicle.phases === null ? '' : String(vehicle.phases),
    vid: vehicle.vid ?? '',
    groups: groupsText(bench, vehicle.groupIds),
    tenant: bench.tenantText(vehicle.tenantId),
    odometer: String(vehicle.odometer.at(-1)?.km ?? ''),
    blocked: vehicle.blockedAt === null ? 'no' : 'yes',
    note: vehicle.note,
  };
}
