import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from '#core/shared/units.ts';
import type { Month } from '#core/tariffs/periodic-fee.ts';

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

/** The days of a month, by when the next one begins. */
export function daysOfMonth({ year, month }: Month, timeZone: string): readonly Instant[] {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return Array.from({ length: first.daysInMonth }, (_, ahead) =>
    startOf(first.add({ days: ahead + 1 }), timeZone),
  );
}

function boundsOf(month: Temporal.PlainYearMonth, timeZone: string): MonthBounds {
  const first = month.toPlainDate({ day: 1 });
  return { from: startOf(first, timeZone), to: startOf(first.add({ months: 1 }), timeZone) };
}

function startOf(day: Temporal.PlainDate, timeZone: string): Instant {
  return instant(day.toZonedDateTime(timeZone).epochMilliseconds);
}
