import type { Instant } from '../shared/units.ts';

/** Days at the end of which the same holds. */
export interface Stretch {
  /** Counted from 0 in their month. */
  readonly days: readonly number[];
  /** The last moment of the first of them, which can be asked for what holds on all. */
  readonly at: Instant;
}

/**
 * The days of a month, told by when the next one begins, cut where something changes. What holds last on a day counts for
 * it: the day on which something ends belongs to what comes after.
 */
export function stretches(ends: readonly Instant[], turns: Iterable<Instant | null>): readonly Stretch[] {
  const first = new Set([0]);
  for (const turn of turns) if (turn !== null) first.add(dayOf(ends, turn));
  const starts = [...first].filter((day) => day < ends.length).sort((a, b) => a - b);
  return starts.map((start, place) => {
    const next = starts[place + 1] ?? ends.length;
    return {
      days: Array.from({ length: next - start }, (_, ahead) => start + ahead),
      at: ((ends[start] ?? 0) - 1) as Instant,
    };
  });
}

/** What lies before the month falls on its first day, what comes after it on none. */
function dayOf(ends: readonly Instant[], moment: Instant): number {
  const day = ends.findIndex((end) => moment < end);
  return day === -1 ? ends.length : day;
}
