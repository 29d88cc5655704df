import { Temporal } from 'temporal-polyfill';
import type { Weekday } from '#core/access/access-rule.ts';
import type { WallClock, WallTime } from '#core/access/week-windows.ts';
import { type Instant, instant, MINUTE } from '#core/shared/units.ts';

const MINUTES_OF_DAY = 1_440;

/** The clock on the site's wall. What it has been asked for a minute or a day is remembered for a while. */
export function wallClock(timeZone: string): WallClock {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = createWallClock(timeZone);
  clocks.set(timeZone, made);
  return made;
}

const clocks = new Map<string, WallClock>();
/** Windows of a week and their minutes for some stations; then it begins anew. */
const MOST_KEPT = 5_000;

function createWallClock(timeZone: string): WallClock {
  const times = new Map<number, WallTime>();
  /** Days since 1970 on the wall, by the minute. */
  const days = new Map<number, number>();
  /** Moments by day and minute on the wall: the same however often they are asked for during a day. */
  const moments = new Map<number, readonly Instant[]>();
  return {
    at(moment) {
      // Time zones are whole minutes apart.
      const minute = Math.floor(moment / MINUTE);
      return keep(times, minute, () => {
        const { dayOfWeek, hour, minute: past } = zoned(minute * MINUTE, timeZone);
        return { weekday: dayOfWeek as Weekday, minute: hour * 60 + past };
      });
    },
    moments(moment, after, minute) {
      const now = Math.floor(moment / MINUTE);
      const today = keep(days, now, () => zoned(moment, timeZone).toPlainDate().since(EPOCH).days);
      const day = today + after;
      return keep(moments, day * KEYS_OF_DAY + minute, () =>
        momentsOf(EPOCH.add({ days: day }), minute, timeZone),
      );
    },
  };
}

/** Minutes of a window go up to the end of its day. */
const KEYS_OF_DAY = MINUTES_OF_DAY + 1;
const EPOCH = new Temporal.PlainDate(1970, 1, 1);

function momentsOf(day: Temporal.PlainDate, minute: number, timeZone: string): readonly Instant[] {
  const past = minute % MINUTES_OF_DAY;
  const wanted = day
    .add({ days: Math.floor(minute / MINUTES_OF_DAY) })
    .toPlainDateTime({ hour: Math.floor(past / 60), minute: past % 60 });
  const earlier = wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wanted.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return [instant(earlier.epochMilliseconds)];
  // Put back, the clock shows the minute twice; put forward, never, and `earlier` lies before the leap.
  const leap = earlier.toPlainDateTime().equals(wanted) ? null : earlier.getTimeZoneTransition('next');
  if (leap !== null) return [instant(leap.epochMilliseconds)];
  return [instant(earlier.epochMilliseconds), instant(later.epochMilliseconds)];
}

function zoned(moment: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
}

function keep<Key, Value>(kept: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
}
