import { type SealedEntry, sealText } from './seal-text.ts';

/** An entry as it was found in the store. */
export interface FoundEntry extends SealedEntry {
  readonly id: number;
  /** Null in entries from before the logbook was chained. */
  readonly hash: string | null;
}

/** How far a chain has been checked, and what was found. */
export interface ChainCheck {
  /** How many entries have been found in order. */
  readonly sound: number;
  /** The last of them; null before the first. */
  readonly last: { readonly id: number; readonly hash: string } | null;
  /** The first entry that is not what was written there; nothing is said of those behind it. */
  readonly broken: BrokenChain | null;
}

/** `altered`: what it says is not what was sealed, or one before it is gone or moved. `gap`: numbers are missing before it. */
export interface BrokenChain {
  readonly id: number;
  readonly kind: 'altered' | 'unsealed' | 'gap';
}

export const UNCHECKED: ChainCheck = { sound: 0, last: null, broken: null };

/**
 * Goes on checking a chain with the next entries, in the order of their numbers. Entries from before the chain began say
 * nothing; an entry without a hash behind one that has one does.
 */
export function checkEntries(
  check: ChainCheck,
  entries: readonly FoundEntry[],
  hash: (text: string) => string,
): ChainCheck {
  let { sound, last } = check;
  if (check.broken !== null) return check;
  for (const entry of entries) {
    if (last === null && entry.hash === null) continue;
    const kind = fault(last, entry, hash);
    if (kind !== null || entry.hash === null)
      return { sound, last, broken: { id: entry.id, kind: kind ?? 'unsealed' } };
    sound += 1;
    last = { id: entry.id, hash: entry.hash };
  }
  return { sound, last, broken: null };
}

function fault(
  last: ChainCheck['last'],
  entry: FoundEntry,
  hash: (text: string) => string,
): BrokenChain['kind'] | null {
  if (entry.hash === null) return 'unsealed';
  if (last !== null && entry.id !== last.id + 1) return 'gap';
  return hash(sealText(last?.hash ?? null, entry)) === entry.hash ? null : 'altered';
}
