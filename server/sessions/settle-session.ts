import { type DecideOutcome, type DecisionWish, decideSession } from '#core/sessions/decide-session.ts';
import type { Session } from '#core/sessions/session.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';

/** Settles a session in doubt by a person's word. */
export async function settleSession(
  app: Application,
  stored: Session,
  { wish, by }: { readonly wish: DecisionWish; readonly by: string },
): Promise<DecideOutcome> {
  const curve = (await app.store.reads.curve(stored.id)) ?? [];
  return app.desk.decide<DecideOutcome>((live) => {
    live.sessions.keep(stored, curve);
    const at = app.clock.now();
    const stationRetired = live.stations.get(stored.stationId)?.retiredAt != null;
    const known = live.sessions.byId(stored.id) ?? stored;
    const outcome = decideSession(known, wish, { by, at, stationRetired });
    if (outcome.kind !== 'decided') return { value: outcome, changes: [] };
    const { session, decision } = outcome;
    return {
      value: outcome,
      changes: [
        { kind: 'save-session', session },
        ...(stored.end === null
          ? [
              {
                kind: 'save-curve' as const,
                sessionId: session.id,
                points: [...live.sessions.curve(session.id)],
              },
            ]
          : []),
        logLine(at, 'session-decided', {
          stationId: session.stationId,
          connectorId: session.connectorId,
          sessionId: session.id,
          actor: by,
          facts: {
            decision: decision.kind,
            energyWh: decision.kind === 'void' ? 0 : decision.energy,
            note: decision.note,
          },
        }),
      ],
      told: [
        { kind: 'session', sessionId: session.id, stationId: session.stationId },
        { kind: 'station', stationId: session.stationId },
        { kind: 'log' },
      ],
    };
  });
}
