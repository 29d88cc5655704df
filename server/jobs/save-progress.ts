import type { Change } from '#core/changes.ts';
import type { Session } from '#core/sessions/session.ts';
import { HOUR, instant } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import type { LiveSite } from '../site/live-site.ts';

export interface ProgressSaver {
  /** Saves when the last time was an hour ago. */
  whenDue(): Promise<void>;
  /** Saves how far running sessions have come and when stations were last heard. */
  save(): Promise<void>;
}

/** One decision must not hold up those of stations. */
const SESSIONS_AT_ONCE = 50;

/**
 * What changes with every message is not saved with every message. Once an hour is enough to start quickly, for
 * only the samples of that hour are read again, and to know after a power cut which stations were there.
 */
export function createProgressSaver(app: Application): ProgressSaver {
  const { clock, desk } = app;
  let savedAt = clock.monotonic();
  return {
    async whenDue() {
      if (clock.monotonic() - savedAt >= HOUR) await save();
    },
    save,
  };

  async function save(): Promise<void> {
    savedAt = clock.monotonic();
    await desk.decide((live) => ({ value: undefined, changes: stationsHeard(app, live) }));
    const ids = desk.live.sessions.open().map(({ id }) => id);
    for (let from = 0; from < ids.length; from += SESSIONS_AT_ONCE) {
      const some = ids.slice(from, from + SESSIONS_AT_ONCE);
      await desk.decide((live) => ({
        value: undefined,
        changes: some
          .flatMap((id) => live.sessions.byId(id) ?? [])
          .filter(({ end }) => end === null)
          .flatMap((session) => savedProgress(live, session)),
      }));
    }
  }
}

function savedProgress(live: LiveSite, session: Session): readonly Change[] {
  const points = [...live.sessions.curve(session.id)];
  return [
    { kind: 'save-session', session },
    { kind: 'save-curve', sessionId: session.id, points },
    { kind: 'progress-saved', sessionId: session.id },
  ];
}

function stationsHeard(app: Application, live: LiveSite): readonly Change[] {
  return app.stations.lines().flatMap<Change>(({ stationId, connection }) => {
    const station = live.stations.get(stationId);
    if (station === undefined) return [];
    return [{ kind: 'save-station', station: { ...station, lastSeenAt: instant(connection.lastHeardAt) } }];
  });
}
