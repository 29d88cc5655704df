import type { ListEntry } from './local-list.ts';

/** What a list says of which cards, in whatever order, as short as can be compared: long lists are many. */
export interface ListDigest {
  readonly count: number;
  readonly sums: readonly [number, number];
}

export const EMPTY_DIGEST: ListDigest = { count: 0, sums: [0, 0] };

/** The digest of a list with some more entries. */
export function digestWith({ count, sums }: ListDigest, entries: readonly ListEntry[]): ListDigest {
  let [one, two] = sums;
  for (const { idTag, status, expiresAt, group } of entries) {
    const hash = hashOf(`${idTag} ${status} ${expiresAt} ${group}`);
    one = (one + hash) >>> 0;
    two = (two + scrambled(hash)) >>> 0;
  }
  return { count: count + entries.length, sums: [one, two] };
}

export function isSameDigest(one: ListDigest, other: ListDigest): boolean {
  return one.count === other.count && one.sums[0] === other.sums[0] && one.sums[1] === other.sums[1];
}

/** FNV-1a over the two bytes of each letter. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** So that what two entries add to one sum cannot make up for each other in the other (MurmurHash3's last step). */
function scrambled(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
