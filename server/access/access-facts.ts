import type { AccessRule } from '#core/access/access-rule.ts';
import { type Assignment, holdsAt } from '#core/access/assignment.ts';
import type { Card } from '#core/access/card.ts';
import { type CardUid, cardUid } from '#core/access/card-uid.ts';
import type { AccessFacts } from '#core/access/decide-access.ts';
import type { Driver } from '#core/access/driver.ts';
import { rulesAbout } from '#core/access/rule-scope.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { LiveSite } from '../site/live-site.ts';
import { wallClock } from '../site/wall-clock.ts';

/** What was held to a station: a known card, a car that was recognised, or nothing we know. */
export interface Held {
  readonly card: Card | null;
  readonly recognised: Vehicle | null;
}

/** What a number that a station sent stands for. */
export function heldBy({ access }: LiveSite, idTag: string): Held {
  const uid = cardUid(idTag);
  const card = access.cardByUid(uid);
  return { card, recognised: card === null ? access.vehicleByNumber(uid) : null };
}

/** The number under which sessions keep it: one for all spellings of a card. */
export function keptNumber({ card }: Held, idTag: string): CardUid {
  return card?.uid ?? cardUid(idTag);
}

/** Rules about a station, whether they hold now or not. */
export function rulesAt(live: LiveSite, station: StationId): readonly AccessRule[] {
  const known = live.stations.get(station);
  return known === undefined ? [] : rulesAbout(live.access.rules.values(), known, live.tenants);
}

/** Who and what a card or a recognised car is assigned to at a moment. */
export function holdersAt(
  live: LiveSite,
  held: Held,
  at: Instant,
): { readonly drivers: readonly Driver[]; readonly vehicles: readonly Vehicle[] } {
  const { drivers, vehicles } = live.access;
  const assignments = assignmentsOf(live, held).filter((assignment) => holdsAt(assignment, at));
  return {
    drivers: known(
      assignments.map(({ driverId }) => driverId),
      drivers,
    ),
    vehicles: known(
      assignments.map(({ vehicleId }) => vehicleId),
      vehicles,
    ),
  };
}

/** All assignments of a card or a recognised car that have not been removed. */
export function assignmentsOf(live: LiveSite, { card, recognised }: Held): readonly Assignment[] {
  if (card !== null) return live.access.assignmentsOf({ kind: 'card', id: card.id });
  return recognised === null ? [] : live.access.assignmentsOf({ kind: 'vehicle', id: recognised.id });
}

/** Everything that a decision at a moment looks at. */
export function accessFacts(
  live: LiveSite,
  held: Held,
  more: Pick<AccessFacts, 'now' | 'rules' | 'chargingAt'>,
): AccessFacts {
  return {
    ...held,
    ...more,
    ...holdersAt(live, held, more.now),
    access: live.site.access,
    clock: wallClock(live.site.timeZone),
    groups: live.access.groups,
  };
}

function known<Id, Thing>(ids: readonly (Id | null)[], things: ReadonlyMap<Id, Thing>): readonly Thing[] {
  const some = ids.flatMap((id) => (id === null ? [] : (things.get(id) ?? [])));
  return [...new Set(some)];
}
