import { measuredEnergy } from '#core/sessions/session.ts';
import type { StationId } from '#core/shared/ids.ts';
import type { Instant } from '#core/shared/units.ts';
import type { Reads } from '#store/reads.ts';
import type { Clock } from '../clock.ts';
import type { LiveSite } from '../site/live-site.ts';
import { startOfDay } from '../site/local-day.ts';

/** Energy that each station has delivered in the sessions that began today. */
export interface TodayEnergy {
  /** Asks the store again when the last answer is older than a moment. */
  refresh(): Promise<void>;
  of(station: StationId): number;
  /** A session has changed: the last answer no longer holds. */
  outdated(): void;
}

const FRESH_MS = 2_000;

export function createTodayEnergy(live: LiveSite, reads: Reads, clock: Clock): TodayEnergy {
  let ended: ReadonlyMap<StationId, number> = new Map();
  let running: ReadonlyMap<StationId, number> = new Map();
  // The promise is kept, so that windows that ask together wait for the same answer.
  let asked: Promise<void> | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;

  return {
    async refresh() {
      if (live.settings === null) return;
      if (asked === null || clock.monotonic() - askedAt >= FRESH_MS) {
        askedAt = clock.monotonic();
        const now = ask(startOfDay(clock.now(), live.settings.timeZone));
        asked = now;
        now.catch(() => {
          if (asked === now) asked = null;
        });
      }
      await asked;
    },

    outdated() {
      asked = null;
    },

    of: (station) => (ended.get(station) ?? 0) + (running.get(station) ?? 0),
  };

  async function ask(from: Instant): Promise<void> {
    ended = await reads.endedEnergyByStation(from);
    const now = new Map<StationId, number>();
    for (const session of live.sessions.open())
      if (session.start.at >= from)
        now.set(session.stationId, (now.get(session.stationId) ?? 0) + (measuredEnergy(session) ?? 0));
    running = now;
  }
}
