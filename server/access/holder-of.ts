import type { Card } from '#core/access/card.ts';
import { holderState } from '#core/access/holder-state.ts';
import type { DriverId, VehicleId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { LiveSite } from '../site/live-site.ts';
import { type Held, holdersAt } from './access-facts.ts';
import { vehicleName } from './party-names.ts';

/** Whose card it is: the drivers assigned to it at a moment, else the name typed on it. Null where nobody knows. */
export function holderOf(live: LiveSite, card: Card, at: Instant): string | null {
  return holderAt(live, { card, recognised: null }, at).holder;
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
  const { card, recognised } = held;
  const parties = holdersAt(live, held, at);
  const present = parties.drivers.filter(({ removedAt }) => removedAt === null);
  const valid = present.filter((driver) => holderState(driver, at) === 'valid');
  const drivers = valid.length === 0 ? present : valid;
  const vehicles = recognised === null ? parties.vehicles : [recognised];
  const typed = card?.holder ?? (recognised === null ? '' : vehicleName(recognised));
  const name = drivers.length === 0 ? typed : drivers.map((driver) => driver.name).join(', ');
  return {
    holder: name === '' ? null : name,
    driverId: drivers.length === 1 ? (drivers[0]?.id ?? null) : null,
    vehicleId: vehicles.length === 1 ? (vehicles[0]?.id ?? null) : null,
  };
}
