import type { Instant } from '#core/shared/units.ts';

/** What a person wants of something that can be blocked and removed. */
export interface Changing<Wish> {
  readonly wish?: Wish;
  readonly blocked?: boolean | undefined;
  readonly removed?: boolean | undefined;
  readonly by: string;
}

/** The last word of the logbook's kind. */
export function changeWord({ blocked, removed }: Pick<Changing<never>, 'blocked' | 'removed'>) {
  if (removed === undefined && blocked !== undefined) return blocked ? 'blocked' : 'unblocked';
  return removedWord(removed);
}

/** The same for what cannot be blocked: what comes back has been added again. */
export function removedWord(removed: boolean | undefined) {
  if (removed === undefined) return 'changed';
  return removed ? 'removed' : 'added';
}

/** Since when it is blocked after the change. */
export function blockedSince(
  known: { readonly blockedAt: Instant | null },
  blocked: boolean | undefined,
  now: Instant,
): Instant | null {
  if (blocked === undefined) return known.blockedAt;
  return blocked ? (known.blockedAt ?? now) : null;
}

/** Since when it is removed after the change. */
export function removedSince(
  known: { readonly removedAt: Instant | null },
  removed: boolean | undefined,
  now: Instant,
): Instant | null {
  if (removed === undefined) return known.removedAt;
  return removed ? (known.removedAt ?? now) : null;
}
