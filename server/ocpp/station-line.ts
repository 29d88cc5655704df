import type { StationId } from '#core/shared/ids.ts';
import { measureClockOffset } from '#core/shared/station-time.ts';
import { type Instant, MINUTE } from '#core/shared/units.ts';
import type { StationConnection } from '#ocpp/connection.ts';

/** What is known of a station only while it is connected. */
export interface StationLine {
  readonly stationId: StationId;
  readonly connection: StationConnection;
  readonly openedAt: Instant;
  /** Station's clock minus ours as far as measured on this connection. */
  clockOffsetMs: number | null;
  /** Deviations seen and not yet stored, by their name. */
  readonly deviations: Map<string, number>;
}

export function openLine(
  stationId: StationId,
  connection: StationConnection,
  openedAt: Instant,
): StationLine {
  return { stationId, connection, openedAt, clockOffsetMs: null, deviations: new Map() };
}

/**
 * Learns from the time in a message. A time in the future proves a fast clock. A time in the past may just as
 * well be a message that waited in the station, so a slow clock is believed only of a connection that has
 * been up long enough for its queue to be empty.
 */
export function learnClock(line: StationLine, stationTime: Instant | null, receivedAt: Instant): void {
  if (stationTime === null) return;
  const ahead = stationTime > receivedAt;
  if (!ahead && !hasEmptyQueue(line, receivedAt)) return;
  line.clockOffsetMs = measureClockOffset(line.clockOffsetMs, stationTime, receivedAt);
}

/** Whether a connection has been up for so long that what comes over it is news. */
export function hasEmptyQueue(line: StationLine, now: Instant): boolean {
  return now - line.openedAt >= QUEUE_EMPTY_AFTER;
}

const QUEUE_EMPTY_AFTER = 10 * MINUTE;
