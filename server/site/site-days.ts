import { Temporal } from 'temporal-polyfill';
import type { SiteDays } from '#core/imports/import-facts.ts';
import { type Instant, instant } from '#core/shared/units.ts';

/** Days by the site's clock. What was worked out once is remembered: lists name the same days again and again. */
export function siteDays(timeZone: string): SiteDays {
  const starts = new Map<string, Instant>();
  const ends = new Map<string, Instant>();
  const days = new Map<Instant, string>();
  return {
    startOf: (day) => startOf(day),
    endOf(day) {
      const known = ends.get(day);
      if (known !== undefined) return known;
      const end = startOf(Temporal.PlainDate.from(day).add({ days: 1 }).toString());
      ends.set(day, end);
      return end;
    },
    dayOf(at) {
      const known = days.get(at);
      if (known !== undefined) return known;
      const day = Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .toString();
      days.set(at, day);
      return day;
    },
  };

  function startOf(day: string): Instant {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = instant(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
    starts.set(day, start);
    return start;
  }
}
