import type { LiveEvent } from '#api/events.ts';
import type { Change } from '#core/changes.ts';
import { addToCurve, type CurvePoint } from '#core/sessions/curve.ts';
import { matchStrayStop } from '#core/sessions/match-stray-stop.ts';
import { recordSamples } from '#core/sessions/record-samples.ts';
import type { Sample } from '#core/sessions/sample.ts';
import type { Session } from '#core/sessions/session.ts';
import { isSameStop, type StopOutcome, type StopReport, stopSession } from '#core/sessions/stop-session.ts';
import type { StrayKind } from '#core/sessions/stray.ts';
import { transactionId } from '#core/shared/ids.ts';
import { idTagInfo } from '../access/id-tag-info.ts';
import { judgeCard } from '../access/judge-card.ts';
import { keysInSamples } from '../eichrecht/keys-in-samples.ts';
import { keysShown } from '../eichrecht/shown-keys.ts';
import { sessionLines } from '../sessions/session-lines.ts';
import { fetchByTransaction } from '../site/fetch-session.ts';
import type { LiveSite } from '../site/live-site.ts';
import { knownStation } from '../stations/known-station.ts';
import { sightChanges } from '../stations/sight-changes.ts';
import type { Handled, Handler, Received } from './handler.ts';
import { keepStray } from './keep-stray.ts';
import { transactionRegister } from './register-units.ts';
import { samplesOf } from './samples.ts';
import { learnClock } from './station-line.ts';
import { stationTime } from './station-time.ts';

/** OCPP 1.6 §4.10: a stop is answered whatever we think of it, or the station sends it again and again. */
export const stopTransaction: Handler<'StopTransaction'> = {
  fetch: (live, reads, { request }) => fetchByTransaction(live, reads, transactionId(request.transactionId)),

  decide(live, received) {
    const { stationId, request } = received;
    const report = stopReportOf(live, received);
    const owner = live.sessions.byTransaction(transactionId(request.transactionId));
    if (owner !== null && owner.stationId !== stationId) return strayStop(live, received, 'foreign-stop');
    const station = knownStation(live, stationId);
    if (owner === null && isRepeatedGuess(live, received, report))
      return { response: answerOf(live, received), changes: [], told: [] };
    const session = owner ?? matchStrayStop(station, live.sessions.open(), report);
    if (session === null)
      return strayStop(live, received, received.unreadable === null ? 'unknown-stop' : 'unreadable');
    const { samples, deviations } = samplesOf(live, {
      received,
      meterValues: request.transactionData ?? [],
      session,
      connectorId: session.connectorId,
    });
    // What the stop itself brought along belongs to the session before it ends.
    const filled = recordSamples(session, samples);
    const curve = addToCurve(live.sessions.curve(session.id), samples, session.start.register);
    const outcome = stopSession(
      { station, session: filled, curve, match: owner === null ? 'inferred' : 'by-transaction' },
      report,
    );
    return { ...stopped(live, received, { outcome, before: session, curve, samples }), deviations };
  },
};

/** The same stop without our number again: the session it was matched to has ended by it. */
function isRepeatedGuess(
  live: LiveSite,
  { stationId }: Received<'StopTransaction'>,
  report: StopReport,
): boolean {
  return live.sessions
    .lastEndedOf(stationId)
    .some(({ end }) => end?.source === 'inferred-stop' && isSameStop(end, report));
}

/** What a station reports by its stop, in our words. */
export function stopReportOf(
  live: LiveSite,
  { stationId, request, receivedAt, line, unreadable }: Received<'StopTransaction'>,
): StopReport {
  const time = stationTime(request.timestamp, receivedAt, live.site.timeZone);
  learnClock(line, time.instant, receivedAt);
  return {
    transactionId: request.transactionId,
    time,
    register: transactionRegister(live, stationId, request.meterStop),
    reason: request.reason ?? 'Local',
    idTag: request.idTag ?? null,
    receivedAt,
    unreadable,
  };
}

function stopped(
  live: LiveSite,
  received: Received<'StopTransaction'>,
  facts: {
    readonly outcome: StopOutcome;
    readonly before: Session;
    readonly curve: readonly CurvePoint[];
    readonly samples: readonly Sample[];
  },
): Handled<'StopTransaction'> {
  const { stationId, receivedAt } = received;
  const { outcome, before } = facts;
  const response = answerOf(live, received);
  switch (outcome.kind) {
    case 'repeated':
      return { response, changes: [], told: [] };
    case 'conflicting':
      return {
        response,
        changes: [
          { kind: 'save-session', session: outcome.session },
          ...sessionLines.doubted(outcome.session, receivedAt, before),
        ],
        told: toldOf(outcome.session),
      };
    case 'ended': {
      const { session } = outcome;
      const sight = sightChanges(live, stationId, {
        sight: { kind: 'session-ended', sessionId: session.id },
        now: receivedAt,
      });
      const changes: Change[] =
        facts.samples.length === 0 ? [] : [{ kind: 'add-samples', samples: facts.samples }];
      changes.push({ kind: 'save-session', session });
      changes.push({ kind: 'save-curve', sessionId: session.id, points: facts.curve });
      changes.push(sessionLines.ended(session, receivedAt));
      changes.push(...sessionLines.doubted(session, receivedAt, before), ...sight.changes);
      const keys = keysShown(live, stationId, keysInSamples(facts.samples, { session, receivedAt }));
      changes.push(...keys.changes);
      return { response, changes, told: [...toldOf(session), ...sight.told, ...keys.told] };
    }
  }
}

function strayStop(
  live: LiveSite,
  received: Received<'StopTransaction'>,
  kind: StrayKind,
): Handled<'StopTransaction'> {
  const { request } = received;
  const kept = keepStray(live, received, {
    kind,
    transactionId: request.transactionId,
    idTag: request.idTag ?? null,
    connectorId: null,
  });
  return { response: answerOf(live, received), ...kept };
}

/** The idTagInfo of a stop only tells the station what to keep in its cache (OCPP 1.6 §4.10). */
function answerOf(live: LiveSite, { request, stationId, receivedAt }: Received<'StopTransaction'>) {
  if (request.idTag === undefined) return {};
  const at = { stationId, idTag: request.idTag, now: receivedAt };
  const verdict = judgeCard(live, at);
  // Charging elsewhere is about starting; it must not spoil the station's cache when a session ends.
  if (verdict.kind === 'refused' && verdict.refusal.kind === 'charging-elsewhere')
    return {
      idTagInfo: idTagInfo(live, at, { kind: 'accepted', card: verdict.card, by: { kind: 'no-rule' } }),
    };
  return { idTagInfo: idTagInfo(live, at, verdict) };
}

function toldOf(session: Session): readonly LiveEvent[] {
  const { stationId } = session;
  return [
    { kind: 'session', sessionId: session.id, stationId },
    { kind: 'station', stationId },
    { kind: 'log' },
  ];
}
