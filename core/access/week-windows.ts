import type { Instant } from '../shared/units.ts';
import type { Weekday, WeekWindow } from './access-rule.ts';

/** What the clock on the wall says. */
export interface WallTime {
  readonly weekday: Weekday;
  /** Minutes since local midnight, 0 to 1439. */
  readonly minute: number;
}

/** The clock on the site's wall: it leaps forward in one night of the year and back in another. */
export interface WallClock {
  at(moment: Instant): WallTime;
  /**
   * When the wall clock comes to a minute of the day that lies some days after the one of `moment`: twice in the night
   * in which it is put back; when it leaps over the minute, at the leap.
   */
  moments(moment: Instant, days: number, minute: number): readonly Instant[];
}

/** Whether one of the windows is open; none at all means that it always is. */
export function isOpenAt(windows: readonly WeekWindow[], { weekday, minute }: WallTime): boolean {
  if (windows.length === 0) return true;
  return windows.some(({ days, from, to }) => {
    if (from < to) return days.includes(weekday) && from <= minute && minute < to;
    // It reaches into the next day.
    return (days.includes(weekday) && from <= minute) || (days.includes(dayBefore(weekday)) && minute < to);
  });
}

/** When the windows next open or close after a moment; null where they do not within a week. */
export function nextTurn(
  windows: readonly WeekWindow[],
  after: Instant,
  { clock, open }: { readonly clock: WallClock; readonly open: boolean },
): Instant | null {
  const minutes = [...new Set(windows.flatMap(({ from, to }) => [from, to]))];
  for (let days = 0; days <= DAYS_LOOKED_AT; days += 1) {
    const moments = minutes
      .flatMap((minute) => clock.moments(after, days, minute))
      .filter((moment) => moment > after)
      .sort((a, b) => a - b);
    const turn = moments.find((moment) => isOpenAt(windows, clock.at(moment)) === open);
    if (turn !== undefined) return turn;
  }
  return null;
}

/** A week, and the day on which a window that began on its last one ends. */
const DAYS_LOOKED_AT = 8;

function dayBefore(weekday: Weekday): Weekday {
  return (weekday === 1 ? 7 : weekday - 1) as Weekday;
}
