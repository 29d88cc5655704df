import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from '#core/shared/units.ts';

/** Where the site's day that holds a moment begins. Days with 23 and 25 hours are days too. */
export function startOfDay(at: Instant, timeZone: string): Instant {
  return instant(zoned(at, timeZone).startOfDay().epochMilliseconds);
}

/** Where the site's month that holds a moment begins. */
export function startOfMonth(at: Instant, timeZone: string): Instant {
  return instant(zoned(at, timeZone).with({ day: 1 }).startOfDay().epochMilliseconds);
}

/** The same time of day some days before, by the site's wall clock. */
export function daysBefore(at: Instant, days: number, timeZone: string): Instant {
  return instant(zoned(at, timeZone).subtract({ days }).epochMilliseconds);
}

export function isTimeZone(name: string): boolean {
  try {
    zoned(instant(0), name);
    return true;
  } catch {
    return false;
  }
}

function zoned(at: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}
