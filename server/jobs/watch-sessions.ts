import { watchSession } from '#core/sessions/watch-session.ts';
import type { Application } from '../application.ts';
import { sessionLines } from '../sessions/session-lines.ts';

/** Looks after sessions that should have ended. */
export async function watchSessions(app: Application): Promise<void> {
  for (const { id } of app.desk.live.sessions.open()) {
    const overdue = app.desk.live.sessions.byId(id);
    if (overdue === null || look(app, overdue) === null) continue;
    await app.desk.decide((live) => {
      const session = live.sessions.byId(id);
      const watched = session === null ? null : look(app, session);
      if (session === null || watched === null) return { value: undefined, changes: [] };
      return {
        value: undefined,
        changes: [
          { kind: 'save-session', session: watched },
          ...(watched.end === null
            ? []
            : [{ kind: 'save-curve' as const, sessionId: id, points: [...live.sessions.curve(id)] }]),
          ...sessionLines.doubted(watched, app.clock.now(), session),
        ],
        told: [
          { kind: 'session', sessionId: id, stationId: session.stationId },
          { kind: 'station', stationId: session.stationId },
          { kind: 'log' },
        ],
      };
    });
  }
}

function look({ desk, stations, clock }: Application, session: Parameters<typeof watchSession>[0]) {
  const { stationId, connectorId } = session;
  // What a station said before its line broke may no longer hold.
  const connector =
    stations.line(stationId) === undefined ? null : desk.live.connector(stationId, connectorId);
  return watchSession(session, connector, clock.now());
}
