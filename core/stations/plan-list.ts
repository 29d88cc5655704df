import type { CardUid } from '../access/card-uid.ts';
import type { ListEntry, LocalList } from './local-list.ts';

/** One SendLocalList: the list is at `version` when the station has taken it. */
export interface ListMessage {
  readonly type: 'Full' | 'Differential';
  readonly version: number;
  readonly put: readonly ListEntry[];
  readonly remove: readonly CardUid[];
}

/** The greatest version that stations with 32-bit numbers can keep. */
const GREATEST_VERSION = 2_147_483_647;

/**
 * The messages that bring a station's list to what is wanted; none when it is there already. Only the difference
 * to what the station acknowledged goes out, unless it lost that, or `whole` is asked for. Versions grow and are never
 * 0 or -1, which mean "empty" and "not supported" (OCPP 1.6 §5.10, errata 3.52).
 */
export function planList(
  list: LocalList,
  {
    wanted,
    stationVersion,
    whole,
  }: {
    readonly wanted: readonly ListEntry[];
    /** What the station says it has; null when it did not say. */
    readonly stationVersion: number | null;
    readonly whole: boolean;
  },
): readonly ListMessage[] {
  const size = Math.max(1, list.abilities.perMessage ?? Number.POSITIVE_INFINITY);
  // Not every station takes a difference to the list it never had.
  const known = list.version !== null && list.version > 0 && stationVersion === list.version;
  const base = Math.max(0, list.version ?? 0, stationVersion ?? 0);
  if (!whole && known) {
    const steps = differences(list.entries, wanted);
    const count = Math.ceil(steps.length / size);
    if (base + count <= GREATEST_VERSION)
      return chunks(steps, size).map((part, index) => message('Differential', base + index + 1, part));
  }
  const parts = chunks<Step>(
    wanted.map((entry) => ({ entry })),
    size,
  );
  const first = base + Math.max(1, parts.length) <= GREATEST_VERSION ? base + 1 : 1;
  if (parts.length === 0) return [message('Full', first, [])];
  return parts.map((part, index) => message(index === 0 ? 'Full' : 'Differential', first + index, part));
}

/** What the station holds after it took a message. */
export function afterMessage(entries: readonly ListEntry[], { type, put, remove }: ListMessage) {
  if (type === 'Full') return put;
  const touched = new Set([...remove, ...put.map(({ idTag }) => idTag)]);
  return [...entries.filter(({ idTag }) => !touched.has(idTag)), ...put];
}

/** Whether two lists say the same of the same cards, in whatever order. */
export function isSameList(one: readonly ListEntry[], other: readonly ListEntry[]): boolean {
  return differences(one, other).length === 0;
}

type Step = { readonly entry: ListEntry } | { readonly gone: CardUid };

function differences(held: readonly ListEntry[], wanted: readonly ListEntry[]): readonly Step[] {
  const before = new Map(held.map((entry) => [entry.idTag, entry]));
  const stays = new Set(wanted.map(({ idTag }) => idTag));
  // Room is made first: the list may be full.
  const gone = held.filter(({ idTag }) => !stays.has(idTag)).map(({ idTag }) => ({ gone: idTag }));
  const news = wanted.filter((entry) => {
    const known = before.get(entry.idTag);
    return (
      known === undefined ||
      known.status !== entry.status ||
      known.expiresAt !== entry.expiresAt ||
      known.group !== entry.group
    );
  });
  return [...gone, ...news.map((entry) => ({ entry }))];
}

function message(type: ListMessage['type'], version: number, steps: readonly Step[]): ListMessage {
  return {
    type,
    version,
    put: steps.flatMap((step) => ('entry' in step ? [step.entry] : [])),
    remove: steps.flatMap((step) => ('gone' in step ? [step.gone] : [])),
  };
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
