import { holdsAt } from '#core/access/assignment.ts';
import type { Card } from '#core/access/card.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Instant } from '#core/shared/units.ts';
import type { LiveSite } from '../site/live-site.ts';

/** Whose card it is: the drivers assigned to it at a moment, else the name typed on it. Null where nobody knows. */
export function holderOf(live: LiveSite, card: Card, at: Instant): string | null {
  const drivers = driversOf(live, card, at);
  const name = drivers.length === 0 ? card.holder : drivers.map((driver) => driver.name).join(', ');
  return name === '' ? null : name;
}

function driversOf({ access }: LiveSite, card: Card, at: Instant): readonly Driver[] {
  const drivers = access
    .assignmentsOf({ kind: 'card', id: card.id })
    .filter((assignment) => holdsAt(assignment, at))
    .flatMap(({ driverId }) => (driverId === null ? [] : (access.drivers.get(driverId) ?? [])))
    .filter(({ removedAt }) => removedAt === null);
  return [...new Set(drivers)];
}
