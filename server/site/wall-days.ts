import { Temporal } from 'temporal-polyfill';
import { DAY, type Instant, instant } from '#core/shared/units.ts';
import type { CivilDay } from '#core/tariffs/civil-day.ts';
import type { WallDay, WallDays, WallPiece } from '#core/tariffs/wall-days.ts';

/** The days of a time zone (IANA). Throws on a zone that does not exist. */
export function wallDays(timeZone: string): WallDays {
  const known = new Map<number, WallDay>();
  dayOn(Temporal.PlainDate.from('2026-01-01'), timeZone);
  let last: WallDay | undefined;
  return {
    dayAt(moment) {
      if (last !== undefined && holds(last, moment)) return last;
      // A day on the wall begins up to a day before or after the one of UTC.
      const number = Math.floor(moment / DAY);
      last = [0, 1, -1].map((beside) => known.get(number + beside)).find((day) => day && holds(day, moment));
      if (last !== undefined) return last;
      const date = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
      last = dayOn(date, timeZone);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(last.day, last);
      return last;
    },
  };
}

/** Some years of days; then it begins anew. */
const MOST_KEPT = 5_000;
const EPOCH = new Temporal.PlainDate(1970, 1, 1);

function holds({ from, to }: WallDay, moment: Instant): boolean {
  return from <= moment && moment < to;
}

function dayOn(date: Temporal.PlainDate, timeZone: string): WallDay {
  const from = date.toZonedDateTime(timeZone);
  const to = date.add({ days: 1 }).toZonedDateTime(timeZone);
  const pieces: WallPiece[] = [];
  let at = from;
  while (at.epochMilliseconds < to.epochMilliseconds) {
    const turn = at.getTimeZoneTransition('next');
    const end = turn === null || turn.epochMilliseconds > to.epochMilliseconds ? to : turn;
    const { hour, minute, second, millisecond } = at;
    pieces.push({
      from: instant(at.epochMilliseconds),
      to: instant(end.epochMilliseconds),
      wallMs: ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond,
    });
    at = end;
  }
  return {
    day: date.since(EPOCH).days as CivilDay,
    from: instant(from.epochMilliseconds),
    to: instant(to.epochMilliseconds),
    pieces,
  };
}
