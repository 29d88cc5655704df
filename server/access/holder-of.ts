import type { Driver } from '#core/access/driver.ts';
import { holderState } from '#core/access/holder-state.ts';
import type { DriverId, VehicleId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { LiveSite } from '../site/live-site.ts';
import { type Held, holdersAt } from './access-facts.ts';
import { vehicleName } from './party-names.ts';

/** Whose card or car it is at a moment, as far as drivers may be named. Null where nobody knows, or may be told. */
export function holderNamed(
  live: LiveSite,
  held: Held,
  { at, sees }: { readonly at: Instant; readonly sees: (driver: Driver) => boolean },
): string | null {
  return nameOf(held, driversAt(live, held, at).filter(sees));
}

/**
 * Who holds a card or drives a recognised car at a moment, as sessions keep it. Of several drivers none can be told to
 * be the one; their names stand there, but the session is nobody's.
 */
export function holderAt(
  live: LiveSite,
  held: Held,
  at: Instant,
): {
  readonly holder: string | null;
  readonly driverId: DriverId | null;
  readonly vehicleId: VehicleId | null;
} {
  const { recognised } = held;
  const drivers = driversAt(live, held, at);
  const vehicles = recognised === null ? holdersAt(live, held, at).vehicles : [recognised];
  return {
    holder: nameOf(held, drivers),
    driverId: drivers.length === 1 ? (drivers[0]?.id ?? null) : null,
    vehicleId: vehicles.length === 1 ? (vehicles[0]?.id ?? null) : null,
  };
}

/** Of the drivers of something those who may charge; where none may, all that are there. */
export function thoseWhoMayCharge(drivers: readonly Driver[], at: Instant): readonly Driver[] {
  const present = drivers.filter(({ removedAt }) => removedAt === null);
  const valid = present.filter((driver) => holderState(driver, at) === 'valid');
  return valid.length === 0 ? present : valid;
}

function driversAt(live: LiveSite, held: Held, at: Instant): readonly Driver[] {
  return thoseWhoMayCharge(holdersAt(live, held, at).drivers, at);
}

/** The drivers, else the name typed on the card, else what the car is called. */
function nameOf({ card, recognised }: Held, drivers: readonly Driver[]): string | null {
  const typed = card?.holder ?? (recognised === null ? '' : vehicleName(recognised));
  const name = drivers.length === 0 ? typed : drivers.map((driver) => driver.name).join(', ');
  return name === '' ? null : name;
}
