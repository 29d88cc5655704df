import type { Stray } from '#core/sessions/stray.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { UndoLog } from './undo-log.ts';

/** Stops that fit no session yet: their start may come later. */
export interface WaitingStops {
  of(station: StationId): readonly Stray[];
  put(stray: Stray, undo: UndoLog): void;
}

/** More of them than any site has; all are in the store. */
const MOST_WAITING = 1_000;

export function createWaitingStops(saved: readonly Stray[]): WaitingStops {
  const byId = new Map(saved.map((stop) => [stop.id, stop]));
  return {
    of: (station) =>
      byId.size === 0 ? [] : [...byId.values()].filter(({ stationId }) => stationId === station),

    put(stray, undo) {
      if (stray.kind !== 'unknown-stop' || stray.dismissed !== null) {
        undo.delete(byId, stray.id);
        return;
      }
      undo.set(byId, stray.id, stray);
      const [oldest] = byId.keys();
      if (byId.size > MOST_WAITING && oldest !== undefined) undo.delete(byId, oldest);
    },
  };
}
