import type { Change } from '#core/changes.ts';
import { addToCurve } from '#core/sessions/curve.ts';
import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import { connectorId, transactionId } from '#core/shared/ids.ts';
import { keysInSamples } from '../eichrecht/keys-in-samples.ts';
import { keysShown } from '../eichrecht/shown-keys.ts';
import { fetchByTransaction } from '../site/fetch-session.ts';
import type { LiveSite } from '../site/live-site.ts';
import type { Handler, Received } from './handler.ts';
import { samplesOf } from './samples.ts';

/** OCPP 1.6 §4.7. */
export const meterValues: Handler<'MeterValues'> = {
  fetch: (live, reads, { request: { transactionId: number } }) =>
    number === undefined ? null : fetchByTransaction(live, reads, transactionId(number)),

  decide(live, received) {
    const { request, stationId } = received;
    const session = sessionOf(live, received);
    const { samples, deviations } = samplesOf(live, {
      received,
      meterValues: request.meterValue,
      session,
      connectorId: request.connectorId,
    });
    const keys = keysShown(
      live,
      stationId,
      keysInSamples(samples, { session, receivedAt: received.receivedAt }),
    );
    const changes: Change[] = samples.length === 0 ? [] : [{ kind: 'add-samples', samples }];
    changes.push(...keys.changes);
    if (session === null)
      return { response: {}, changes, told: [{ kind: 'station', stationId }, ...keys.told], deviations };
    if (session.end !== null && samples.length > 0) changes.push(lateCurve(live, session, samples));
    return {
      response: {},
      changes,
      told: [
        { kind: 'session', sessionId: session.id, stationId },
        { kind: 'station', stationId },
        ...keys.told,
      ],
      deviations,
    };
  },
};

/**
 * The session that values belong to. Without a transaction number, or with -1 (R43), it is the one open at
 * that connector; a number of another station belongs to nobody here.
 */
function sessionOf(live: LiveSite, { request, stationId }: Received<'MeterValues'>): Session | null {
  if (request.transactionId !== undefined && request.transactionId > 0) {
    const session = live.sessions.byTransaction(transactionId(request.transactionId));
    return session?.stationId === stationId ? session : null;
  }
  return live.sessions.openAt(stationId, connectorId(request.connectorId));
}

/** Values that come after the stop complete the curve of the ended session; they do not revive it (Ocular). */
function lateCurve(live: LiveSite, session: Session, samples: readonly Sample[]): Change {
  const known = live.sessions.curve(session.id);
  const points = addToCurve(known, samples, session.start.register);
  return { kind: 'save-curve', sessionId: session.id, points };
}
