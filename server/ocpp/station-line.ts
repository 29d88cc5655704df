import {
  type ClockReadings,
  clockOffset,
  UNHEARD_CLOCK,
  withClockReading,
} from '#core/shared/clock-readings.ts';
import type { StationId } from '#core/shared/ids.ts';
import { type Instant, MINUTE } from '#core/shared/units.ts';
import type { StationConnection } from '#ocpp/connection.ts';
import type { Deviation } from '#ocpp/v16/deviation.ts';
import type { UndoLog } from '../site/undo-log.ts';

/** What is known of a station only while it is connected. */
export interface StationLine {
  readonly stationId: StationId;
  readonly connection: StationConnection;
  readonly openedAt: Instant;
  /** When it last booted over this connection; null while it has not. */
  bootedAt: Instant | null;
  /** What its messages said about its clock. Facts, whatever becomes of the messages. */
  clock: ClockReadings;
  /** Deviations seen and not yet stored, by their name. */
  readonly deviations: Map<string, number>;
  /** The last word about each of its transfers, so that a repeated one is not told again. */
  readonly transfers: Map<string, string>;
  /** Messages that it was asked for by a trigger, and until when they are awaited. */
  readonly triggered: Map<string, Instant>;
  /** Security events it told lately; null until they are asked of the store. */
  securityEvents: Set<string> | null;
}

export function openLine(
  stationId: StationId,
  connection: StationConnection,
  openedAt: Instant,
): StationLine {
  return {
    stationId,
    connection,
    openedAt,
    bootedAt: null,
    clock: UNHEARD_CLOCK,
    deviations: new Map(),
    transfers: new Map(),
    triggered: new Map(),
    securityEvents: null,
  };
}

/**
 * Learns from the time in a message; the same message again teaches nothing. A time in the future proves a fast
 * clock. A time in the past may just as well be a message that waited in the station, so a slow clock is
 * believed only of a connection that has been up long enough for its queue to be empty.
 */
export function learnClock(line: StationLine, stationTime: Instant | null, receivedAt: Instant): void {
  if (stationTime === null) return;
  const ahead = stationTime > receivedAt;
  if (!ahead && !hasEmptyQueue(line, receivedAt)) return;
  line.clock = withClockReading(line.clock, stationTime, receivedAt);
}

/** Station's clock minus ours in ms as far as measured on this connection. */
export function clockOffsetOf(line: StationLine): number | null {
  return clockOffset(line.clock);
}

export function countDeviations(line: StationLine, seen: readonly Deviation[], undo: UndoLog): void {
  if (seen.length === 0) return;
  const counts = new Map<string, number>();
  for (const { kind } of seen) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [kind, count] of counts)
    undo.set(line.deviations, kind, (line.deviations.get(kind) ?? 0) + count);
}

/** Whether a connection has been up for so long that what comes over it is news. */
export function hasEmptyQueue(line: StationLine, now: Instant): boolean {
  return now - line.openedAt >= QUEUE_EMPTY_AFTER;
}

const QUEUE_EMPTY_AFTER = 10 * MINUTE;
