import type { StationId } from '#core/shared/ids.ts';
import { elapsed, type Instant, MINUTE, SECOND } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import type { StationLine } from '../ocpp/station-line.ts';
import { behaviourOf } from './behaviour-of.ts';
import { mayBeTold } from './boot-loop.ts';

/** A station that has just started has its own story to tell first. */
const AFTER_BOOT = 20 * SECOND;
/** One that connects without starting is not new: there is no hurry. */
const AFTER_CONNECTING = 5 * MINUTE;
/** After a power cut all stations start at once. */
const MOST_AT_ONCE = 4;

/**
 * Reads the configuration of stations of which it is not known: once after the first contact, and again when the
 * firmware is another or a change waited for the restart. Never in test-tool mode, and not where a passport says no.
 */
export function createUnaskedReading(app: Application): () => void {
  let running = 0;
  return () => {
    const now = app.clock.now();
    for (const line of app.stations.lines()) {
      if (running >= MOST_AT_ONCE || app.isTestTool()) return;
      if (!isTime(line, now) || !mayBeTold(app.desk.live, line, now)) continue;
      const keys = whatToRead(app, line.stationId);
      if (keys === 'nothing' || app.configurations.busyWith(line.stationId) !== null) continue;
      running += 1;
      void read(line.stationId, keys).finally(() => {
        running -= 1;
      });
    }
  };

  async function read(station: StationId, keys: readonly string[] | 'all'): Promise<void> {
    try {
      await (keys === 'all' ? app.configurations.read(station) : app.configurations.read(station, keys));
      app.configurations.restarted(station);
    } catch (error) {
      app.log.error({ err: error, stationId: station }, 'configuration not read');
    }
  }
}

function isTime(line: StationLine, now: Instant): boolean {
  return line.bootedAt === null
    ? elapsed(line.openedAt, now) >= AFTER_CONNECTING
    : elapsed(line.bootedAt, now) >= AFTER_BOOT;
}

function whatToRead(app: Application, id: StationId): readonly string[] | 'all' | 'nothing' {
  const { live } = app.desk;
  const station = live.stations.get(id);
  if (station === undefined || station.retiredAt !== null || station.registration !== 'accepted')
    return 'nothing';
  if (!behaviourOf(live, id).configurationUnasked) return 'nothing';
  const known = live.configurations.get(id);
  if (known === undefined || known.readAt === null || known.firmware !== station.identity.firmware)
    return 'all';
  const waiting = app.configurations.awaitingRestart(id);
  return waiting.size > 0 && wasRestarted(app, id) ? [...waiting] : 'nothing';
}

/** Whether the station has started since it took what waits for that. */
function wasRestarted(app: Application, id: StationId): boolean {
  const bootedAt = app.stations.line(id)?.bootedAt ?? null;
  const since = app.configurations.waitingSince(id);
  return bootedAt !== null && since !== null && bootedAt > since;
}
