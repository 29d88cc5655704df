import { setImmediate } from 'node:timers/promises';
import type { HeldCard } from '#core/access/card.ts';
import type { CardUid } from '#core/access/card-uid.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import { digestWith, EMPTY_DIGEST, type ListDigest } from '#core/stations/list-digest.ts';
import { type ListEntry, noList } from '#core/stations/local-list.ts';
import { draftList, type LastHeld, type ListWish, type WantedList } from '#core/stations/wanted-list.ts';
import type { LiveSite } from '../site/live-site.ts';
import { listCandidates } from './list-candidates.ts';
import { listCapacity } from './list-capacity.ts';
import { listParties } from './list-parties.ts';

/** So many cards are looked at without letting others have their turn: some milliseconds. */
const AT_A_TIME = 500;

export type LastHeldByNumber = ListWish['lastHeld'];

export interface ReckonedList extends WantedList {
  /** Whether some card is written in several ways, of which the station has one. */
  readonly isSpelled: boolean;
}

/**
 * What a station should know of our cards now. Looks through all cards, however many, and lets others have their turn
 * in between: what changes meanwhile may be in it or not.
 */
export async function reckonList(
  live: LiveSite,
  stationId: StationId,
  { now, lastHeld }: { readonly now: Instant; readonly lastHeld: LastHeldByNumber },
): Promise<ReckonedList> {
  const parties = await listParties(live);
  const capacity = listCapacity(live, live.localLists.get(stationId) ?? noList(stationId));
  const draft = draftList({ stationId, capacity, lastHeld });
  const candidateOf = listCandidates(live, stationId, now);
  let isSpelled = false;
  for (const [index, party] of parties.entries()) {
    draft.consider(candidateOf(party));
    isSpelled ||= party.numbers.length > 1;
    if (index % AT_A_TIME === 0) await setImmediate();
  }
  return { ...draft.finish(), isSpelled };
}

/** The digest of a list, with turns for others in between. */
export async function digestInTurns(entries: readonly ListEntry[]): Promise<ListDigest> {
  let digest = EMPTY_DIGEST;
  for (let from = 0; from < entries.length; from += AT_A_TIME) {
    digest = digestWith(digest, entries.slice(from, from + AT_A_TIME));
    await setImmediate();
  }
  return digest;
}

/** Of each number the last time at each station. */
export function heldLately(holdings: readonly HeldCard[]): LastHeldByNumber {
  const lastHeld = new Map<CardUid, LastHeld[]>();
  for (const held of holdings) {
    const known = lastHeld.get(held.uid);
    if (known === undefined) lastHeld.set(held.uid, [held]);
    else known.push(held);
  }
  return lastHeld;
}
