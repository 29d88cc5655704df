import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from '#core/shared/units.ts';

export interface MonthBounds {
  readonly from: Instant;
  readonly to: Instant;
}

/** The month in which a moment lies, by the clock on the wall. */
export function monthOf(at: Instant, timeZone: string): MonthBounds {
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return boundsOf(Temporal.PlainYearMonth.from({ year, month }), timeZone);
}

/** The bounds of a month such as `2026-11`. Throws on what is none. */
export function monthNamed(name: string, timeZone: string): MonthBounds {
  return boundsOf(Temporal.PlainYearMonth.from(name), timeZone);
}

function boundsOf(month: Temporal.PlainYearMonth, timeZone: string): MonthBounds {
  return { from: startOf(month, timeZone), to: startOf(month.add({ months: 1 }), timeZone) };
}

function startOf(month: Temporal.PlainYearMonth, timeZone: string): Instant {
  return instant(month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds);
}
