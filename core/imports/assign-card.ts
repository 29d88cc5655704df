import type { Assignment } from '../access/assignment.ts';
import type { Card } from '../access/card.ts';
import type { Driver } from '../access/driver.ts';
import type { Vehicle } from '../access/vehicle.ts';
import { findDriver, newDriver } from './find-driver.ts';
import type { ImportBench } from './import-bench.ts';
import { finding, type ImportProblem } from './import-problem.ts';
import type { ImportedRecord } from './import-run.ts';
import { newVehicle } from './judge-vehicle.ts';
import { at, given, type ReadingContext, type RowInput, type Values } from './row-values.ts';

export interface Assigning {
  readonly row: RowInput;
  readonly context: ReadingContext;
  /** Of the row, what differs from the card as it is. */
  readonly values: Values;
}

export interface Assigned {
  readonly records: readonly ImportedRecord[];
  readonly problems: readonly ImportProblem[];
}

/**
 * The driver and the vehicle that a row gives to a card, found or made, and what ties them to it. Where the card has
 * one other driver, that assignment ends; a card of several keeps them all and has one more.
 */
export function assignCard(bench: ImportBench, card: Card, assigning: Assigning): Assigned {
  const driver = driverOf(bench, card, assigning);
  const vehicle = vehicleOf(bench, card, assigning);
  const problems = [...driver.problems, ...vehicle.problems];
  if (problems.length > 0) return { records: [], problems };
  return {
    records: [
      ...driver.records,
      ...vehicle.records,
      ...tie(bench, card, { driver: driver.found, vehicle: vehicle.found }),
    ],
    problems: [],
  };
}

interface Found<Thing> extends Assigned {
  readonly found: Thing | null;
}

const NOBODY = { found: null, records: [], problems: [] } as const;
const DRIVER_FIELDS = ['driver', 'email', 'phone', 'costCentre', 'contract'] as const;
const VEHICLE_FIELDS = ['plate', 'make', 'model'] as const;

function driverOf(bench: ImportBench, card: Card, { row, context, values }: Assigning): Found<Driver> {
  if (!DRIVER_FIELDS.some((field) => (values[field] ?? '') !== '')) return NOBODY;
  const words = {
    name: given(row, 'driver', context),
    email: given(row, 'email', context),
    contract: given(row, 'contract', context),
    costCentre: given(row, 'costCentre', context),
  };
  // What a row says without a name is said of whoever has the card.
  const present = bench.assignmentsOf(card.id).find(({ driverId }) => driverId !== null)?.driverId ?? null;
  const own = words.name === null && words.email === null && present !== null ? bench.driver(present) : null;
  const found = own === null ? findDriver(bench, words, card.id) : ({ kind: 'known', driver: own } as const);
  if (found.kind === 'ambiguous')
    return {
      ...NOBODY,
      problems: [at('driver', finding('ambiguous-driver', null, String(found.drivers.length)))],
    };
  if (found.kind === 'new' && words.name === null)
    return { ...NOBODY, problems: [at('driver', finding('missing'))] };
  const base =
    found.kind === 'known' ? found.driver : newDriver(bench.facts, words.name ?? '', card.tenantId);
  const after: Driver = {
    ...base,
    name:
      values.driver === undefined || (found.kind === 'known' && words.email === null)
        ? base.name
        : values.driver,
    email: words.email ?? base.email,
    phone: given(row, 'phone', context) ?? base.phone,
    costCentre: words.costCentre ?? base.costCentre,
    contract: words.contract ?? base.contract,
  };
  const before = found.kind === 'known' ? base : null;
  return {
    found: after,
    problems: [],
    records: isSame(before, after) ? [] : [{ of: 'driver', before, after }],
  };
}

function vehicleOf(bench: ImportBench, card: Card, { row, context, values }: Assigning): Found<Vehicle> {
  if (!VEHICLE_FIELDS.some((field) => (values[field] ?? '') !== '')) return NOBODY;
  const plate = given(row, 'plate', context);
  // Make and model alone are no vehicle that could be found again.
  if (plate === null) return { ...NOBODY, problems: [at('plate', finding('missing'))] };
  const called = bench.vehiclesWithPlate(plate);
  const [only, second] = called;
  if (second !== undefined)
    return { ...NOBODY, problems: [at('plate', finding('ambiguous-vehicle', null, String(called.length)))] };
  const base = only ?? newVehicle(bench.facts, plate, card.tenantId);
  const after: Vehicle = {
    ...base,
    make: given(row, 'make', context) ?? base.make,
    model: given(row, 'model', context) ?? base.model,
  };
  const before = only ?? null;
  return {
    found: after,
    problems: [],
    records: isSame(before, after) ? [] : [{ of: 'vehicle', before, after }],
  };
}

function isSame<Thing extends object>(before: Thing | null, after: Thing): boolean {
  return before !== null && JSON.stringify(before) === JSON.stringify(after);
}

function tie(
  bench: ImportBench,
  card: Card,
  { driver, vehicle }: { readonly driver: Driver | null; readonly vehicle: Vehicle | null },
): readonly ImportedRecord[] {
  if (driver === null && vehicle === null) return [];
  const current = bench.assignmentsOf(card.id);
  const fits = (one: Assignment) =>
    (driver === null || one.driverId === driver.id) && (vehicle === null || one.vehicleId === vehicle.id);
  if (current.some(fits)) return [];
  const half = current.find(
    (one) =>
      (driver === null || one.driverId === null || one.driverId === driver.id) &&
      (vehicle === null || one.vehicleId === null || one.vehicleId === vehicle.id),
  );
  if (half !== undefined) return [{ of: 'assignment', before: half, after: filled(half, driver, vehicle) }];
  const { now, newId } = bench.facts;
  const [only, another] = current;
  const replaced = another === undefined ? only : undefined;
  const fresh: Assignment = {
    id: newId('assignment'),
    cardId: card.id,
    // Of whom the row says nothing new, that goes on: another car does not take the driver away.
    driverId: driver?.id ?? replaced?.driverId ?? null,
    vehicleId: vehicle?.id ?? replaced?.vehicleId ?? null,
    from: current.length === 0 ? null : now,
    to: null,
    removedAt: null,
  };
  const ends: readonly ImportedRecord[] =
    replaced === undefined ? [] : [{ of: 'assignment', before: replaced, after: { ...replaced, to: now } }];
  return [...ends, { of: 'assignment', before: null, after: fresh }];
}

function filled(half: Assignment, driver: Driver | null, vehicle: Vehicle | null): Assignment {
  return {
    ...half,
    driverId: driver?.id ?? half.driverId,
    vehicleId: vehicle?.id ?? half.vehicleId,
  };
}
