import type { Change } from '#core/changes.ts';
import type { StationId } from '#core/shared/ids.ts';
import { elapsed, type Instant, SECOND } from '#core/shared/units.ts';
import { heldUntil, withBoot } from '#core/stations/boot-loop.ts';
import type { StationLine } from '../ocpp/station-line.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import type { UndoLog } from '../site/undo-log.ts';
import { behaviourOf } from './behaviour-of.ts';

/**
 * Until when nothing is sent to a station that restarts again and again; null while it does not. Conformance tools do so
 * all the time.
 */
export function stationHeldUntil(live: LiveSite, station: StationId, now: Instant): Instant | null {
  return live.isTestTool ? null : heldUntil(live.boots.get(station) ?? [], now);
}

/** What follows when a station has started and nobody had ordered it to. */
export function bootSeen(
  live: LiveSite,
  stationId: StationId,
  now: Instant,
): { readonly changes: readonly Change[]; readonly remember: (undo: UndoLog) => void } {
  const before = live.boots.get(stationId) ?? [];
  const boots = withBoot(before, now);
  const begins = !live.isTestTool && heldUntil(boots, now) !== null && heldUntil(before, now) === null;
  return {
    changes: begins
      ? [logLine(now, 'station-boot-loop', { stationId, level: 'attention', facts: { times: boots.length } })]
      : [],
    remember: (undo) => undo.set(live.boots, stationId, boots),
  };
}

/** Whether something may be sent that nobody waits for in front of the screen. */
export function mayBeTold(live: LiveSite, line: StationLine, now: Instant): boolean {
  if (stationHeldUntil(live, line.stationId, now) !== null) return false;
  const { waitForBootSeconds } = behaviourOf(live, line.stationId);
  return line.bootedAt !== null || elapsed(line.openedAt, now) >= waitForBootSeconds * SECOND;
}
