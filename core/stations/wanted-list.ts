import type { CardUid } from '../access/card-uid.ts';
import type { CardVerdict } from '../access/decide-access.ts';
import { LONGEST_ID_TAG, toldNumber } from '../access/told-number.ts';
import type { StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import type { ListEntry } from './local-list.ts';

export interface WantedList {
  readonly entries: readonly ListEntry[];
  /** Cards that may charge and found no room, or whose number is too long. */
  readonly leftOut: readonly CardUid[];
}

/** A card, or a car that stations recognise, and what is decided of it at a station now. */
export interface ListCandidate {
  /** In all spellings, the card's own first. */
  readonly numbers: readonly CardUid[];
  readonly addedAt: Instant;
  readonly parentTag: CardUid | null;
  readonly verdict: CardVerdict;
  /** Until when it may charge here, as far as is known now; null where nothing in sight ends it. */
  readonly until: Instant | null;
}

/** Where and when a number was held last. */
export interface LastHeld {
  readonly at: Instant;
  readonly stationId: string;
}

export interface ListWish {
  readonly stationId: StationId;
  readonly capacity: number | null;
  /** Of each number the last time at each station. */
  readonly lastHeld: ReadonlyMap<CardUid, readonly LastHeld[]>;
}

/**
 * What a station should know of our cards. Those that may charge here now come first: the ones held here lately,
 * those held elsewhere lately, then the newest; so the cards that matter least fall off a short list. Those that may
 * not stand behind them: a station that lets unknown cards in must know them, too. A card stands there as the
 * station's reader wrote it last; one that was never held here by its own number, and in its other spellings as far
 * as there is room.
 */
export function wantedList(candidates: Iterable<ListCandidate>, wish: ListWish): WantedList {
  const draft = draftList(wish);
  for (const candidate of candidates) draft.consider(candidate);
  return draft.finish();
}

/** A list in the making, for whoever does not want to look at all cards in one go. */
export interface ListDraft {
  consider(candidate: ListCandidate): void;
  finish(): WantedList;
}

/** The list of `wantedList`, made card by card. */
export function draftList(wish: ListWish): ListDraft {
  const accepted: Ranked[] = [];
  const refused: Ranked[] = [];
  return {
    consider(candidate) {
      (candidate.verdict.kind === 'accepted' ? accepted : refused).push(ranked(candidate, wish));
    },

    finish() {
      const room = wish.capacity ?? Number.POSITIVE_INFINITY;
      const entries: ListEntry[] = [];
      const leftOut: CardUid[] = [];
      for (const some of [accepted, refused]) {
        if (some === refused && entries.length >= room) break;
        some.sort(byImportance);
        for (const { candidate, told } of some) {
          if (told !== null && entries.length < room) entries.push(entryOf(candidate, told));
          else if (some === accepted) leftOut.push(told ?? firstOf(candidate));
        }
        for (const { candidate, told, others } of some)
          for (const number of others)
            if (number !== told && entries.length < room) entries.push(entryOf(candidate, number));
      }
      return { entries, leftOut };
    },
  };
}

function byImportance(a: Ranked, b: Ranked): number {
  return b.here - a.here || b.anywhere - a.anywhere || b.candidate.addedAt - a.candidate.addedAt;
}

interface Ranked {
  readonly candidate: ListCandidate;
  readonly here: number;
  readonly anywhere: number;
  /** Null where every number is too long. */
  readonly told: CardUid | null;
  /** In which other ways its reader may write it. */
  readonly others: readonly CardUid[];
}

const NEVER: readonly LastHeld[] = [];
const NO_OTHERS: readonly CardUid[] = [];

function ranked(candidate: ListCandidate, { stationId, lastHeld }: ListWish): Ranked {
  const { numbers } = candidate;
  let here = 0;
  let anywhere = 0;
  let seen: CardUid | null = null;
  for (const number of numbers)
    for (const held of lastHeld.get(number) ?? NEVER) {
      anywhere = Math.max(anywhere, held.at);
      if (held.stationId !== stationId || held.at <= here) continue;
      here = held.at;
      seen = number;
    }
  const told = toldNumber(numbers, seen === null ? [] : [seen]);
  if (seen !== null || numbers.length === 1) return { candidate, here, anywhere, told, others: NO_OTHERS };
  const others = numbers.filter(({ length }) => length <= LONGEST_ID_TAG);
  return { candidate, here, anywhere, told, others };
}

function firstOf({ numbers }: ListCandidate): CardUid {
  const [own] = numbers;
  if (own === undefined) throw new Error('A card without a number');
  return own;
}

function entryOf({ verdict, until, parentTag }: ListCandidate, idTag: CardUid): ListEntry {
  const status = statusOf(verdict);
  return { idTag, status, expiresAt: status === 'Accepted' ? until : null, group: parentTag };
}

function statusOf(verdict: CardVerdict): ListEntry['status'] {
  if (verdict.kind === 'accepted') return 'Accepted';
  const { kind } = verdict.refusal;
  return kind === 'expired' || kind === 'driver-expired' ? 'Expired' : 'Blocked';
}
