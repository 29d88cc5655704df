import { type Assignment, holdsAt } from '#core/access/assignment.ts';
import type { Card } from '#core/access/card.ts';
import type { Driver } from '#core/access/driver.ts';
import { holderState, type Validity } from '#core/access/holder-state.ts';
import type { Vehicle } from '#core/access/vehicle.ts';
import type { Instant } from '#core/shared/units.ts';
import { thoseWhoMayCharge } from '../access/holder-of.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { Charging } from './payer-facts.ts';

/** Something to charge with, and who has had it. */
export interface FeeParty {
  /** When that may have changed. */
  readonly turns: readonly (Instant | null)[];
  /** Who charged with it at a moment, as a session would keep it; null where nobody could. */
  chargingAt(at: Instant): Charging | null;
}

/**
 * Every card, and every vehicle that is recognised by itself, the removed ones too. What is known of before is when things
 * came, went, and were tied together; groups are those of now.
 */
export function feeParties(live: LiveSite): readonly FeeParty[] {
  const { cards, vehicles } = live.access;
  const ties = tiesOf(live);
  const recognised = [...vehicles.values()].filter(({ vid }) => vid !== null);
  return [
    ...[...cards.values()].map((card) => party({ card }, ties.get(`card ${card.id}`))),
    ...recognised.map((vehicle) => party({ vehicle }, ties.get(`vehicle ${vehicle.id}`))),
  ];
}

/** A driver who has nothing to charge with. */
export function alone(driver: Driver): FeeParty {
  return {
    turns: turnsOf(driver),
    chargingAt: (at) => (isThere(driver, at) ? { card: null, driver, vehicle: null } : null),
  };
}

interface Tie {
  readonly assignment: Assignment;
  readonly driver: Driver | null;
  readonly vehicle: Vehicle | null;
}

/** By what is tied, the removed ones too. */
function tiesOf({ access }: LiveSite): ReadonlyMap<string, readonly Tie[]> {
  const { drivers, vehicles, assignments } = access;
  const ties = new Map<string, Tie[]>();
  for (const assignment of assignments.values()) {
    const { cardId, driverId, vehicleId } = assignment;
    const driver = driverId === null ? null : (drivers.get(driverId) ?? null);
    const vehicle = vehicleId === null ? null : (vehicles.get(vehicleId) ?? null);
    const tie = { assignment, driver, vehicle };
    if (cardId !== null) note(`card ${cardId}`, tie);
    if (vehicleId !== null) note(`vehicle ${vehicleId}`, tie);
  }
  return ties;

  function note(key: string, tie: Tie): void {
    const known = ties.get(key);
    if (known === undefined) ties.set(key, [tie]);
    else known.push(tie);
  }
}

type Held = { readonly card: Card } | { readonly vehicle: Vehicle };

function party(held: Held, ties: readonly Tie[] = []): FeeParty {
  const thing = 'card' in held ? held.card : { ...held.vehicle, ...ALWAYS_VALID };
  return {
    turns: [
      ...turnsOf(thing),
      ...ties.flatMap(({ assignment: { from, to, removedAt }, driver, vehicle }) => [
        from,
        to,
        removedAt,
        ...(driver === null ? [] : turnsOf(driver)),
        vehicle?.addedAt ?? null,
      ]),
    ],
    chargingAt(at) {
      if (!isThere(thing, at)) return null;
      const then = ties.filter(({ assignment }) => holdsAt(asOf(assignment, at), at));
      const known = distinct(then.map(({ driver }) => driver)).filter(({ addedAt }) => addedAt <= at);
      const drivers = thoseWhoMayCharge(
        known.map((driver) => asOf(driver, at)),
        at,
      );
      // A card does not outlive its only driver.
      if (known.length > 0 && drivers.length === 0) return null;
      const driver = only(drivers);
      if (driver !== null && !isThere(driver, at)) return null;
      if ('vehicle' in held) return { card: null, driver, vehicle: held.vehicle };
      const vehicles = distinct(then.map(({ vehicle }) => vehicle)).filter(({ addedAt }) => addedAt <= at);
      return { card: held.card, driver, vehicle: only(vehicles) };
    },
  };
}

const ALWAYS_VALID = { validFrom: null, expiresAt: null } as const;

interface Dated extends Validity {
  readonly addedAt: Instant;
}

function turnsOf({
  addedAt,
  validFrom,
  expiresAt,
  blockedAt,
  removedAt,
}: Dated): readonly (Instant | null)[] {
  return [addedAt, validFrom, expiresAt, blockedAt, removedAt];
}

/** Being blocked ends nothing: it may be lifted, and then nobody would know for how long it was so. */
function isThere(thing: Dated, at: Instant): boolean {
  return thing.addedAt <= at && holderState({ ...asOf(thing, at), blockedAt: null }, at) === 'valid';
}

/** What was removed later had not been removed yet. */
function asOf<Thing extends { readonly removedAt: Instant | null }>(thing: Thing, at: Instant): Thing {
  return thing.removedAt !== null && at < thing.removedAt ? { ...thing, removedAt: null } : thing;
}

function distinct<Thing>(things: readonly (Thing | null)[]): readonly Thing[] {
  return [...new Set(things.filter((thing) => thing !== null))];
}

function only<Thing>([first, second]: readonly Thing[]): Thing | null {
  return second === undefined ? (first ?? null) : null;
}
