import { type DayKeys, endOfDay, lastValidDay, startOfDay } from '../../../lib/site-day.ts';

interface Days {
  /** Local days, `2026-11-21`; empty for no bound. */
  readonly firstDay: string;
  readonly lastDay: string;
}

interface TouchedDays {
  readonly firstDay?: string | undefined;
  readonly lastDay?: string | undefined;
}

interface Bounds {
  readonly from: string | null;
  readonly to: string | null;
}

/** Moments between which something holds, as days of the site. */
export function toDays({ from, to }: Bounds, keys: DayKeys): Days {
  return {
    firstDay: from === null ? '' : keys.dayKey(from),
    lastDay: to === null ? '' : lastValidDay(to, keys),
  };
}

/** The moments that were touched; a bound that nobody touched stays, also where it is not the edge of a day. */
export function toBounds({ firstDay, lastDay }: TouchedDays, keys: DayKeys): Partial<Bounds> {
  return {
    ...(firstDay !== undefined && { from: firstDay === '' ? null : startOfDay(firstDay, keys) }),
    ...(lastDay !== undefined && { to: lastDay === '' ? null : endOfDay(lastDay, keys) }),
  };
}
