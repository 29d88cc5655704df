import type { Instant } from '../shared/units.ts';

/** What drivers and cards have in common: for how long they count, and whether somebody has stopped them. */
export interface Validity {
  readonly validFrom: Instant | null;
  readonly expiresAt: Instant | null;
  readonly blockedAt: Instant | null;
  readonly removedAt: Instant | null;
}

export type HolderState = 'valid' | 'blocked' | 'not-yet-valid' | 'expired' | 'removed';

/** Whether a driver or a card counts at a moment. What somebody blocked on purpose is blocked before all else. */
export function holderState(
  { validFrom, expiresAt, blockedAt, removedAt }: Validity,
  at: Instant,
): HolderState {
  if (removedAt !== null) return 'removed';
  if (blockedAt !== null && blockedAt <= at) return 'blocked';
  if (validFrom !== null && at < validFrom) return 'not-yet-valid';
  return expiresAt !== null && expiresAt <= at ? 'expired' : 'valid';
}
