import type { Assignment } from '#core/access/assignment.ts';
import type { Card } from '#core/access/card.ts';
import type { Change } from '#core/changes.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { removedWord } from './change-word.ts';
import { cardName, vehicleName } from './party-names.ts';

/** Who is tied to what, and for how long. */
export type AssignmentWish = Omit<Assignment, 'id' | 'removedAt'>;

/** Ties them together. Null when the same are tied already at some moment of that time. */
export function addAssignment(
  app: Application,
  wish: AssignmentWish,
  by: string,
): Promise<Assignment | null> {
  return app.desk.decide<Assignment | null>((live) => {
    const assignment = newAssignment(live, wish);
    if (isThere(live, assignment)) return { value: null, changes: [] };
    return kept(live, assignment, { kind: 'assignment-added', now: app.clock.now(), by });
  });
}

/** Changes for how long they are tied, or removes or brings back that they are. Null as when adding. */
export function changeAssignment(
  app: Application,
  id: number,
  {
    by,
    removed,
    ...validity
  }: Partial<Pick<Assignment, 'from' | 'to'>> & { readonly removed?: boolean; readonly by: string },
): Promise<Assignment | null> {
  return app.desk.decide<Assignment | null>((live) => {
    const known = live.access.assignments.get(id);
    if (known === undefined) throw new Error(`There is no assignment ${id}`);
    const now = app.clock.now();
    const removedAt = removed === undefined ? known.removedAt : removed ? now : null;
    const assignment = { ...known, ...validity, removedAt };
    if (removedAt === null && isThere(live, assignment)) return { value: null, changes: [] };
    return kept(live, assignment, { kind: `assignment-${removedWord(removed)}`, now, by });
  });
}

/** An assignment with a number of its own, for a decision that also does other things. */
export function newAssignment(live: LiveSite, wish: AssignmentWish): Assignment {
  return { ...wish, id: live.nextId('assignment'), removedAt: null };
}

/** The line of the logbook for what has become of an assignment, perhaps of a card that is only being added. */
export function assignmentLine(
  live: LiveSite,
  { assignment, card: added }: { readonly assignment: Assignment; readonly card?: Card },
  { kind, now, by }: { readonly kind: LogKind; readonly now: Instant; readonly by: string },
): Change {
  const { card = added, driver, vehicle } = partiesOf(live, assignment);
  const names = [card && cardName(card), driver?.name, vehicle && vehicleName(vehicle)];
  const tenantId: TenantId | null = (card ?? driver ?? vehicle)?.tenantId ?? null;
  return logLine(now, kind, {
    actor: by,
    tenantId,
    facts: { parties: names.filter((name) => name !== undefined && name !== '').join(', ') },
  });
}

/** Whom an assignment ties. */
export type AssignmentParties = Pick<Assignment, 'cardId' | 'driverId' | 'vehicleId'>;

/** Those whom an assignment ties, the removed ones too. */
export function partiesOf({ access }: LiveSite, { cardId, driverId, vehicleId }: AssignmentParties) {
  return {
    card: cardId === null ? undefined : access.cards.get(cardId),
    driver: driverId === null ? undefined : access.drivers.get(driverId),
    vehicle: vehicleId === null ? undefined : access.vehicles.get(vehicleId),
  };
}

function isThere({ access }: LiveSite, wish: Assignment): boolean {
  const { cardId, driverId, vehicleId } = wish;
  const party =
    cardId !== null
      ? ({ kind: 'card', id: cardId } as const)
      : driverId !== null
        ? ({ kind: 'driver', id: driverId } as const)
        : null;
  if (party === null) return false;
  return access
    .assignmentsOf(party)
    .some(
      (known) =>
        known.id !== wish.id &&
        known.cardId === cardId &&
        known.driverId === driverId &&
        known.vehicleId === vehicleId &&
        overlap(known, wish),
    );
}

function overlap(one: Assignment, other: Assignment): boolean {
  const begins = Math.max(one.from ?? Number.NEGATIVE_INFINITY, other.from ?? Number.NEGATIVE_INFINITY);
  return begins < Math.min(one.to ?? Number.POSITIVE_INFINITY, other.to ?? Number.POSITIVE_INFINITY);
}

function kept(
  live: LiveSite,
  assignment: Assignment,
  line: { readonly kind: LogKind; readonly now: Instant; readonly by: string },
): Decided<Assignment> {
  return {
    value: assignment,
    changes: [{ kind: 'save-assignment', assignment }, assignmentLine(live, { assignment }, line)],
    told: [{ kind: 'access' }, { kind: 'card' }, { kind: 'log' }],
  };
}
