import { Temporal } from 'temporal-polyfill';
import { isSetClock, type StationTime } from '#core/shared/station-time.ts';
import { type Instant, instant, MINUTE } from '#core/shared/units.ts';
import { parseTimestamp } from '#ocpp/v16/timestamp.ts';

/** How far off a time without zone may be and still be taken as the site's local time. */
const LOCAL_TIME_TOLERANCE = 15 * MINUTE;

/** A single time of a station; see `stationTimes`. */
export function stationTime(text: string, receivedAt: Instant, timeZone: string): StationTime {
  return stationTimes(receivedAt, timeZone)(text);
}

/**
 * Reads the times in one message as points in time. Text without a zone (Growatt THOR) counts as the site's
 * local time, but only if that makes it about now: otherwise nobody can say what was meant.
 */
export function stationTimes(receivedAt: Instant, timeZone: string): (text: string) => StationTime {
  let offsets: readonly number[] | null = null;
  return (text) => {
    const parsed = parseTimestamp(text);
    switch (parsed.kind) {
      case 'instant':
        return { text, instant: instant(parsed.ms), clockWasSet: isSetClock(parsed.ms) };
      case 'local':
        offsets ??= offsetsAround(receivedAt, timeZone);
        return {
          text,
          instant: localInstant(parsed.ms, receivedAt, offsets),
          clockWasSet: isSetClock(parsed.ms),
        };
      case 'unreadable':
        return { text, instant: null, clockWasSet: false };
    }
  };
}

function localInstant(localMs: number, receivedAt: Instant, offsets: readonly number[]): Instant | null {
  const meant = offsets.find((offset) => Math.abs(localMs - offset - receivedAt) < LOCAL_TIME_TOLERANCE);
  return meant === undefined ? null : instant(localMs - meant);
}

/** Differences to UTC that hold about now, the one that makes a wall clock's time earlier first. */
function offsetsAround(at: Instant, timeZone: string): readonly number[] {
  return [at - LOCAL_TIME_TOLERANCE, at + LOCAL_TIME_TOLERANCE]
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone))
    .map(({ offsetNanoseconds }) => offsetNanoseconds / 1_000_000)
    .sort((a, b) => b - a);
}
