import { CLOCK_TOLERANCE } from './station-time.ts';
import { DAY, type Instant, MINUTE } from './units.ts';

/**
 * What the times in a station's messages said about its clock lately: of each minute the largest difference to
 * ours, oldest first. Never more than a few.
 */
export type ClockReadings = readonly ClockReading[];

interface ClockReading {
  readonly since: Instant;
  /** Station's clock minus ours. */
  readonly differenceMs: number;
}

export const UNHEARD_CLOCK: ClockReadings = [];

/** Further ahead it is no clock that runs fast but a time that makes no sense. */
const MOST_FAST = 2 * DAY;
/** A clock may begin to lose time while a station is on the line: what was measured earlier no longer holds. */
const REMEMBERED_FOR = 10 * MINUTE;
/** One message that was late on its way is no clock that runs behind. */
const FEWEST_REMEMBERED = 3;

/**
 * Adds the difference that a message shows. A time that is right proves that the clock has been put right since:
 * stations are often hours ahead until our first answer sets them (SteVe #136).
 */
export function withClockReading(
  known: ClockReadings,
  stationTime: Instant,
  receivedAt: Instant,
): ClockReadings {
  const differenceMs = stationTime - receivedAt;
  if (differenceMs > MOST_FAST) return known;
  const newest = known.at(-1);
  if (newest === undefined) return [{ since: receivedAt, differenceMs }];
  if (Math.abs(differenceMs) <= CLOCK_TOLERANCE && !isRight(known))
    return [{ since: receivedAt, differenceMs }];
  if (receivedAt < newest.since + MINUTE && receivedAt >= newest.since)
    return differenceMs <= newest.differenceMs ? known : known.with(-1, { ...newest, differenceMs });
  const kept = known.filter(
    ({ since }, index) =>
      receivedAt - since < REMEMBERED_FOR || index >= known.length - (FEWEST_REMEMBERED - 1),
  );
  return [...kept.slice(-REMEMBERED_FOR / MINUTE), { since: receivedAt, differenceMs }];
}

/**
 * Station's clock minus ours in ms; null until a message told. Delay makes a time look older than it is, never
 * newer, so the largest difference is the best estimate.
 */
export function clockOffset(readings: ClockReadings): number | null {
  const [first] = readings;
  if (first === undefined) return null;
  return readings.reduce((most, { differenceMs }) => Math.max(most, differenceMs), first.differenceMs);
}

function isRight(readings: ClockReadings): boolean {
  return Math.abs(clockOffset(readings) ?? 0) <= CLOCK_TOLERANCE;
}
