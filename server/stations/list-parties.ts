import { setImmediate } from 'node:timers/promises';
import { numbersOf } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { Instant } from '#core/shared/units.ts';
import { assignmentsOf, type Held } from '../access/access-facts.ts';
import type { LiveSite } from '../site/live-site.ts';

/** A card, or a car that stations recognise: what of it is the same at every station and at every time. */
export interface ListParty {
  readonly held: Held;
  /** In all spellings, the card's own first. */
  readonly numbers: readonly CardUid[];
  readonly addedAt: Instant;
  readonly parentTag: CardUid | null;
  /** Its groups, where nothing else matters: nothing blocks or ends it, its drivers or what ties them. Null elsewhere. */
  readonly usualGroups: string | null;
}

/** So many are looked at without letting others have their turn. */
const AT_A_TIME = 500;

const gathered = new WeakMap<object, readonly ListParty[]>();

/** Everything that a local list can hold, the newest first. It is gathered anew only when something has changed. */
export async function listParties(live: LiveSite): Promise<readonly ListParty[]> {
  const { access } = live;
  const { revision } = access;
  const known = gathered.get(revision);
  if (known !== undefined) return known;
  const parties: ListParty[] = [];
  for (const party of everyParty(live)) {
    parties.push(party);
    if (parties.length % AT_A_TIME === 0) await setImmediate();
  }
  // Numbers grow with time, so this is in order already but for the cars.
  parties.sort((a, b) => a.addedAt - b.addedAt).reverse();
  // Gathered while something changed, it is neither what was nor what is.
  if (access.revision === revision) gathered.set(revision, parties);
  return parties;
}

function* everyParty(live: LiveSite): Generator<ListParty> {
  for (const card of live.access.cards.values())
    if (card.removedAt === null) {
      const held = { card, recognised: null };
      const { addedAt, parentTag } = card;
      yield { held, numbers: numbersOf(card), addedAt, parentTag, usualGroups: usualGroups(live, held) };
    }
  for (const recognised of live.access.vehicles.values())
    if (recognised.removedAt === null && recognised.vid !== null) {
      const held = { card: null, recognised };
      const { vid, addedAt } = recognised;
      yield { held, numbers: [vid], addedAt, parentTag: null, usualGroups: usualGroups(live, held) };
    }
}

function usualGroups(live: LiveSite, held: Held): string | null {
  const { drivers, vehicles } = live.access;
  const { card, recognised } = held;
  if (card !== null && isLimited(card)) return null;
  if (recognised !== null && isStopped(recognised)) return null;
  const ids = new Set<number>((card ?? recognised)?.groupIds);
  for (const { driverId, vehicleId, from, to } of assignmentsOf(live, held)) {
    if (from !== null || to !== null) return null;
    const driver = driverId === null ? undefined : drivers.get(driverId);
    if (driver !== undefined && isLimited(driver)) return null;
    const vehicle = vehicleId === null ? undefined : vehicles.get(vehicleId);
    if (vehicle !== undefined && isStopped(vehicle)) return null;
    for (const id of driver?.groupIds ?? []) ids.add(id);
    for (const id of vehicle?.groupIds ?? []) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b).join(' ');
}

interface Stopped {
  readonly blockedAt: Instant | null;
  readonly removedAt: Instant | null;
}

function isStopped({ blockedAt, removedAt }: Stopped): boolean {
  return blockedAt !== null || removedAt !== null;
}

function isLimited(
  holder: Stopped & { readonly validFrom: Instant | null; readonly expiresAt: Instant | null },
): boolean {
  return holder.validFrom !== null || holder.expiresAt !== null || isStopped(holder);
}
