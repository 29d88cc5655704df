import { Temporal } from 'temporal-polyfill';
import { isSetClock, type StationTime } from '#core/shared/station-time.ts';
import { type Instant, instant, MINUTE } from '#core/shared/units.ts';
import { parseTimestamp } from '#ocpp/v16/timestamp.ts';

/** How far off a time without zone may be and still be taken as the site's local time. */
const LOCAL_TIME_TOLERANCE = 15 * MINUTE;

/**
 * A station's time as a point in time. Text without a zone (Growatt THOR) counts as the site's local time,
 * but only if that makes it about now: otherwise nobody can say what was meant.
 */
export function stationTime(text: string, receivedAt: Instant, timeZone: string): StationTime {
  const parsed = parseTimestamp(text);
  switch (parsed.kind) {
    case 'instant':
      return { text, instant: instant(parsed.ms), clockWasSet: isSetClock(parsed.ms) };
    case 'local':
      return {
        text,
        instant: localInstant(parsed.ms, receivedAt, timeZone),
        clockWasSet: isSetClock(parsed.ms),
      };
    case 'unreadable':
      return { text, instant: null, clockWasSet: false };
  }
}

function localInstant(localMs: number, receivedAt: Instant, timeZone: string): Instant | null {
  const wall = Temporal.Instant.fromEpochMilliseconds(localMs).toZonedDateTimeISO('UTC').toPlainDateTime();
  const meant = ['earlier', 'later'] as const;
  for (const disambiguation of meant) {
    const at = wall.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;
    if (Math.abs(at - receivedAt) < LOCAL_TIME_TOLERANCE) return instant(at);
  }
  return null;
}
