import type { CardUid } from '../access/card-uid.ts';
import type { CardVerdict } from '../access/decide-access.ts';
import { LONGEST_ID_TAG } from '../access/told-number.ts';
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
  /** In all spellings; each takes a place on the list. */
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

/**
 * What a station should know of our cards. Those that may charge here now come first: the ones held here lately,
 * those held elsewhere lately, then the newest; so the cards that matter least fall off a short list. Those that may
 * not stand behind them: a station that lets unknown cards in must know them, too.
 */
export function wantedList(
  candidates: Iterable<ListCandidate>,
  {
    stationId,
    capacity,
    lastHeld,
  }: {
    readonly stationId: StationId;
    readonly capacity: number | null;
    readonly lastHeld: ReadonlyMap<CardUid, LastHeld>;
  },
): WantedList {
  const ordered = [...candidates]
    .map((candidate) => ({
      candidate,
      entries: entriesOf(candidate),
      ...rankOf(candidate, lastHeld, stationId),
    }))
    .sort(
      (a, b) =>
        Number(isAccepted(b.candidate)) - Number(isAccepted(a.candidate)) ||
        b.here - a.here ||
        b.anywhere - a.anywhere ||
        b.candidate.addedAt - a.candidate.addedAt,
    )
    .flatMap(({ entries }) => entries);
  const sendable = ordered.filter(({ idTag }) => idTag.length <= LONGEST_ID_TAG);
  const entries = capacity === null ? sendable : sendable.slice(0, capacity);
  const on = new Set(entries);
  const leftOut = ordered.filter((entry) => entry.status === 'Accepted' && !on.has(entry));
  return { entries, leftOut: leftOut.map(({ idTag }) => idTag) };
}

function rankOf(
  { numbers }: ListCandidate,
  lastHeld: ReadonlyMap<CardUid, LastHeld>,
  stationId: StationId,
): { readonly here: number; readonly anywhere: number } {
  const held = numbers.flatMap((number) => lastHeld.get(number) ?? []);
  const latest = (some: readonly LastHeld[]) => some.reduce((last, { at }) => Math.max(last, at), 0);
  return { here: latest(held.filter((one) => one.stationId === stationId)), anywhere: latest(held) };
}

function isAccepted({ verdict }: ListCandidate): boolean {
  return verdict.kind === 'accepted';
}

function entriesOf({ numbers, verdict, until, parentTag }: ListCandidate): readonly ListEntry[] {
  const status = statusOf(verdict);
  const expiresAt = status === 'Accepted' ? until : null;
  return numbers.map((idTag) => ({ idTag, status, expiresAt, group: parentTag }));
}

function statusOf(verdict: CardVerdict): ListEntry['status'] {
  if (verdict.kind === 'accepted') return 'Accepted';
  const { kind } = verdict.refusal;
  return kind === 'expired' || kind === 'driver-expired' ? 'Expired' : 'Blocked';
}
