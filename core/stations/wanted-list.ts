import type { Card } from '../access/card.ts';
import type { CardUid } from '../access/card-uid.ts';
import type { Instant } from '../shared/units.ts';
import type { ListEntry } from './local-list.ts';

/** Length of an idTag on the wire (OCPP 1.6 §7.28). A longer number cannot be on a list. */
export const LONGEST_ID_TAG = 20;

export interface WantedList {
  readonly entries: readonly ListEntry[];
  /** Cards that may charge and found no room, or whose number is too long. */
  readonly leftOut: readonly CardUid[];
}

/**
 * What a station should know of our cards. Those that may charge come first, the ones held lately before the
 * others, so that the cards that matter least fall off a short list.
 */
export function wantedList(
  cards: Iterable<Card>,
  {
    now,
    capacity,
    lastHeld,
  }: {
    readonly now: Instant;
    readonly capacity: number | null;
    readonly lastHeld: ReadonlyMap<CardUid, Instant>;
  },
): WantedList {
  const known = [...cards].filter(({ removedAt }) => removedAt === null);
  const rank = (card: Card) => lastHeld.get(card.uid) ?? card.addedAt;
  const ordered = known
    .map((card) => ({ card, entry: entryOf(card, now) }))
    .sort(
      (a, b) =>
        Number(b.entry.status === 'Accepted') - Number(a.entry.status === 'Accepted') ||
        rank(b.card) - rank(a.card) ||
        a.card.id - b.card.id,
    )
    .map(({ entry }) => entry);
  const sendable = ordered.filter(({ idTag }) => idTag.length <= LONGEST_ID_TAG);
  const entries = capacity === null ? sendable : sendable.slice(0, capacity);
  const on = new Set(entries);
  const leftOut = ordered.filter((entry) => entry.status === 'Accepted' && !on.has(entry));
  return { entries, leftOut: leftOut.map(({ idTag }) => idTag) };
}

function entryOf({ uid, blockedAt, expiresAt, parentTag }: Card, now: Instant): ListEntry {
  const status =
    blockedAt !== null ? 'Blocked' : expiresAt !== null && expiresAt <= now ? 'Expired' : 'Accepted';
  return { idTag: uid, status, expiresAt, group: parentTag };
}
