import type { StationId } from '#core/shared/ids.ts';
import { elapsed, MINUTE } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import { behaviourOf } from '../stations/behaviour-of.ts';

/**
 * Notes stations that do not come back, each once until it has been back. Some need many minutes after a power cut
 * (Mennekes, FoxESS): their passports say how long.
 */
export function createStationWatch(app: Application): () => Promise<void> {
  const noted = new Set<StationId>();
  return async () => {
    const now = app.clock.now();
    for (const { id, retiredAt } of app.desk.live.stations.values()) {
      const since = app.stations.offlineSince(id);
      if (since === null || retiredAt !== null) {
        noted.delete(id);
        continue;
      }
      if (noted.has(id) || elapsed(since, now) < behaviourOf(app.desk.live, id).noContactMinutes * MINUTE)
        continue;
      noted.add(id);
      await app.desk.decide(() => ({
        value: undefined,
        changes: [
          logLine(now, 'station-silent', {
            stationId: id,
            level: 'attention',
            facts: { sinceSeconds: Math.round(elapsed(since, now) / 1_000) },
          }),
        ],
        told: [{ kind: 'log' }, { kind: 'station', stationId: id }],
      }));
    }
  };
}
