import type { Driver } from '../access/driver.ts';
import type { Vehicle } from '../access/vehicle.ts';
import { folded, foldedPlate } from './folded.ts';

/** Drivers and vehicles by what files call them, folded; the removed ones are not in it. */
export interface NameIndex {
  driversCalled(name: string): readonly Driver[];
  driversWithEmail(email: string): readonly Driver[];
  /** By `plateKey`. */
  vehiclesKnownBy(key: string): readonly Vehicle[];
}

/** Files drivers and vehicles by their names; pauses after each, so that whoever drives it may let others go first. */
export function* indexNames(
  drivers: Iterable<Driver>,
  vehicles: Iterable<Vehicle>,
): Generator<undefined, NameIndex> {
  const byName = new Map<string, Driver[]>();
  const byEmail = new Map<string, Driver[]>();
  const byPlate = new Map<string, Vehicle[]>();
  for (const driver of drivers) {
    if (driver.removedAt !== null) continue;
    file(byName, nameKey(driver), driver);
    const email = emailKey(driver);
    if (email !== null) file(byEmail, email, driver);
    yield;
  }
  for (const vehicle of vehicles) {
    if (vehicle.removedAt !== null) continue;
    file(byPlate, plateKey(vehicle), vehicle);
    yield;
  }
  return {
    driversCalled: (name) => byName.get(name) ?? [],
    driversWithEmail: (email) => byEmail.get(email) ?? [],
    vehiclesKnownBy: (key) => byPlate.get(key) ?? [],
  };
}

export function nameKey({ name }: Pick<Driver, 'name'>): string {
  return folded(name);
}

/** Null for whom no mail reaches. */
export function emailKey({ email }: Pick<Driver, 'email'>): string | null {
  return email === '' ? null : folded(email);
}

/** A vehicle is known by its plate, or by its label if it has none. */
export function plateKey({ plate, label }: Pick<Vehicle, 'plate' | 'label'>): string {
  // No plate holds a blank once it is folded.
  return plate === '' ? `no plate ${folded(label)}` : foldedPlate(plate);
}

function file<Thing>(index: Map<string, Thing[]>, key: string, thing: Thing): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [thing]);
  else known.push(thing);
}
