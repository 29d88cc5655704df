import type {
  Assignment as AssignmentView,
  CardRef,
  DriverRef,
  GroupRef,
  VehicleRef,
} from '#api/access-lists.ts';
import { type Assignment, holdsAt } from '#core/access/assignment.ts';
import type { Card } from '#core/access/card.ts';
import type { Driver } from '#core/access/driver.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { GroupId, TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { partiesOf } from '../../access/change-assignments.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import type { Party } from '../../site/access-shelf.ts';
import type { LiveSite } from '../../site/live-site.ts';
import { isoTimeOrNull } from '../iso-time.ts';

/** The node on which something hangs, as views name it. */
export function onNode({ tenants }: LiveSite, id: TenantId) {
  return { tenantId: id, tenantName: tenants.get(id)?.name ?? '' };
}

/** Groups by name, without those that have been removed. */
export function groupRefs({ access }: LiveSite, ids: readonly GroupId[]): GroupRef[] {
  return ids.flatMap((id) => {
    const group = access.groups.get(id);
    return group?.removedAt === null ? [{ id, name: group.name }] : [];
  });
}

/** What is assigned to something now, as far as the reader may see it. */
export function heldRefs(app: Application, caller: Caller, party: Party) {
  const { live } = app.desk;
  const now = app.clock.now();
  const held = live.access
    .assignmentsOf(party)
    .filter((assignment) => holdsAt(assignment, now))
    .map((assignment) => partiesOf(live, assignment));
  const isShown = (thing: Card | Driver | Vehicle | undefined) =>
    thing !== undefined && thing.removedAt === null && caller.can('access.read', thing.tenantId);
  return {
    cards: unique(held.map(({ card }) => card).filter(isShown), cardRef),
    drivers: unique(held.map(({ driver }) => driver).filter(isShown), driverRef),
    vehicles: unique(held.map(({ vehicle }) => vehicle).filter(isShown), vehicleRef),
  };
}

/** All assignments of something, newest first, with what the reader may see of them. */
export function assignmentViews(app: Application, caller: Caller, party: Party): AssignmentView[] {
  return app.desk.live.access
    .assignmentsOf(party)
    .toSorted((a, b) => b.id - a.id)
    .map((assignment) => assignmentView(app, caller, assignment));
}

export function assignmentView(app: Application, caller: Caller, assignment: Assignment): AssignmentView {
  const { card, driver, vehicle } = partiesOf(app.desk.live, assignment);
  const isShown = (thing: Card | Driver | Vehicle) => caller.can('access.read', thing.tenantId);
  return {
    id: assignment.id,
    card: card !== undefined && isShown(card) ? cardRef(card) : null,
    driver: driver !== undefined && isShown(driver) ? driverRef(driver) : null,
    vehicle: vehicle !== undefined && isShown(vehicle) ? vehicleRef(vehicle) : null,
    from: isoTimeOrNull(assignment.from),
    to: isoTimeOrNull(assignment.to),
    state: stateOf(assignment, app.clock.now()),
  };
}

export function cardRef({ id, uid, label }: Card): CardRef {
  return { id, uid, label };
}

function driverRef({ id, name }: Driver): DriverRef {
  return { id, name };
}

function vehicleRef({ id, plate, label }: Vehicle): VehicleRef {
  return { id, plate, label };
}

function stateOf(assignment: Assignment, now: Instant): AssignmentView['state'] {
  if (assignment.removedAt !== null) return 'removed';
  if (holdsAt(assignment, now)) return 'holds';
  return assignment.from !== null && now < assignment.from ? 'not-yet' : 'ended';
}

function unique<Thing extends { readonly id: number }, Ref>(
  things: readonly (Thing | undefined)[],
  ref: (thing: Thing) => Ref,
): Ref[] {
  const byId = new Map(things.flatMap((thing) => (thing === undefined ? [] : [[thing.id, thing] as const])));
  return [...byId.values()].map(ref);
}
