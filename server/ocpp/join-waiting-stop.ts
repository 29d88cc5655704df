import type { Change } from '#core/changes.ts';
import { addToCurve } from '#core/sessions/curve.ts';
import { matchStrayStop } from '#core/sessions/match-stray-stop.ts';
import { recordSamples } from '#core/sessions/record-samples.ts';
import type { Session } from '#core/sessions/session.ts';
import { stopSession } from '#core/sessions/stop-session.ts';
import type { Stray } from '#core/sessions/stray.ts';
import { decodeFrame } from '#ocpp/frame.ts';
import { readRequest } from '#ocpp/v16/tolerance.ts';
import { sessionLines } from '../sessions/session-lines.ts';
import type { LiveSite } from '../site/live-site.ts';
import { knownStation } from '../stations/known-station.ts';
import type { Received } from './handler.ts';
import { samplesOf } from './samples.ts';
import { stopReportOf } from './stop-transaction.ts';

export interface JoinedStop {
  /** The session as its stop leaves it. */
  readonly session: Session;
  readonly changes: readonly Change[];
}

/**
 * The stop of a session that has only now begun: some stations deliver their queue in the wrong order. It is
 * taken only where one single stop that waits can be meant, and the session waits for a decision then.
 */
export function joinWaitingStop(
  live: LiveSite,
  session: Session,
  { line, receivedAt }: Pick<Received<'StartTransaction'>, 'line' | 'receivedAt'>,
): JoinedStop | null {
  const station = knownStation(live, session.stationId);
  const candidates = live.waitingStops
    .of(session.stationId)
    .flatMap((stop) => receivedAgain(stop, line))
    .map((received) => ({ received, report: stopReportOf(live, received) }))
    .filter(({ report }) => matchStrayStop(station, [session], report) !== null);
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return null;
  const { received, report } = only;
  const { samples } = samplesOf(live, {
    received,
    meterValues: received.request.transactionData ?? [],
    session,
    connectorId: session.connectorId,
  });
  const curve = addToCurve([], samples, session.start.register);
  const outcome = stopSession(
    { station, session: recordSamples(session, samples), curve, match: 'inferred' },
    report,
  );
  const dismissed = { by: 'Ladehaus', at: receivedAt, note: `session ${session.id}` };
  return {
    session: outcome.session,
    changes: [
      { kind: 'save-stray', stray: { ...received.stray, dismissed } },
      { kind: 'add-samples', samples },
      { kind: 'save-curve', sessionId: session.id, points: curve },
      sessionLines.ended(outcome.session, receivedAt),
    ],
  };
}

/** The stop as it came, read once more. */
function receivedAgain(
  stray: Stray,
  line: Received<'StopTransaction'>['line'],
): readonly (Received<'StopTransaction'> & { readonly stray: Stray })[] {
  const frame = decodeFrame(stray.frame);
  if (frame.kind !== 'call') return [];
  const reading = readRequest('StopTransaction', frame.payload);
  if (reading.kind === 'invalid') return [];
  const { stationId, receivedAt, frame: raw } = stray;
  return [{ stray, stationId, receivedAt, raw, line, request: reading.payload, unreadable: null }];
}
