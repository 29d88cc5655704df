import type { TimeSource } from '../sessions/session.ts';
import { type Instant, instant, MINUTE } from './units.ts';

/** A time as a station sent it: its own text, and what could be made of it. */
export interface StationTime {
  readonly text: string;
  /** Null where the text cannot be read as a point in time. */
  readonly instant: Instant | null;
  /** False for a text that names no time at all, whenever it is read: unreadable, or before 2015. */
  readonly clockWasSet: boolean;
}

export interface ResolvedTime {
  readonly at: Instant;
  readonly source: TimeSource;
  /** Set when the station's time cannot be; ours stands in for it. */
  readonly impossible: boolean;
}

/** No OCPP 1.6 station was built before 2015: such a time is a clock that was never set. */
const EARLIEST = instant(1_420_070_400_000); // 2015-01-01T00:00:00Z
/** A live message may carry a time a little ahead of ours. */
const MOST_AHEAD = 5 * MINUTE;
/** From here on a station's clock is shown as wrong. */
const CLOCK_WRONG = 5 * MINUTE;
/** Below this a station's clock counts as right. */
export const CLOCK_TOLERANCE = MINUTE;

/**
 * Whose time counts. Messages queued while a station was offline are hours old and right all the same
 * (OCPP 1.6 §3.7), so an old time is kept; only the measured error of the station's clock is taken out.
 */
export function resolveStationTime(
  time: StationTime,
  receivedAt: Instant,
  clockOffsetMs: number | null,
): ResolvedTime {
  if (time.instant === null) return { at: receivedAt, source: 'ours', impossible: true };
  const offset = clockOffsetMs !== null && Math.abs(clockOffsetMs) > CLOCK_TOLERANCE ? clockOffsetMs : 0;
  const at = instant(time.instant - offset);
  if (at < EARLIEST || at > receivedAt + MOST_AHEAD)
    return { at: receivedAt, source: 'ours', impossible: true };
  return { at, source: offset === 0 ? 'station' : 'station-corrected', impossible: false };
}

/** Whether somebody should know about a clock that is off by so much. */
export function isWrongClock(offsetMs: number | null): boolean {
  return offsetMs !== null && Math.abs(offsetMs) > CLOCK_WRONG;
}

/** Whether a clock that shows this time had ever been set. */
export function isSetClock(epochMs: number): boolean {
  return epochMs >= EARLIEST;
}
