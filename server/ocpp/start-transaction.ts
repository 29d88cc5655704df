import type { LiveEvent } from '#api/events.ts';
import { cardUid, wellFormed } from '#core/access/card-uid.ts';
import type { CardVerdict } from '#core/access/decide-access.ts';
import type { Change } from '#core/changes.ts';
import type { Session } from '#core/sessions/session.ts';
import { type StartReport, startKey, startSession } from '#core/sessions/start-session.ts';
import { connectorId, sessionId, transactionId } from '#core/shared/ids.ts';
import { resolveStationTime } from '#core/shared/station-time.ts';
import { usedBy } from '#core/stations/reservation.ts';
import { heldBy, keptNumber } from '../access/access-facts.ts';
import { heldCard } from '../access/held-card.ts';
import { holderAt } from '../access/holder-of.ts';
import { idTagInfo } from '../access/id-tag-info.ts';
import { type HeldAt, judgeCard, orderedBy, verdictWord } from '../access/judge-card.ts';
import { sessionLines } from '../sessions/session-lines.ts';
import { fetchByStartKey } from '../site/fetch-session.ts';
import type { LiveSite } from '../site/live-site.ts';
import { logLine } from '../site/log-line.ts';
import { knownStation } from '../stations/known-station.ts';
import { sightChanges } from '../stations/sight-changes.ts';
import { begunSession } from '../tariffs/begun-session.ts';
import type { Handler, Received } from './handler.ts';
import { joinWaitingStop } from './join-waiting-stop.ts';
import { transactionRegister } from './register-units.ts';
import { learnClock } from './station-line.ts';
import { stationTime } from './station-time.ts';

/** OCPP 1.6 §4.8. */
export const startTransaction: Handler<'StartTransaction'> = {
  fetch(live, reads, received) {
    const report = reportOf(live, received);
    const key = startKey(knownStation(live, received.stationId), report);
    return fetchByStartKey(live, reads, key);
  },

  decide(live, received) {
    const { stationId, receivedAt } = received;
    const station = knownStation(live, stationId);
    const report = reportOf(live, received);
    const heldAt = resolveStationTime(report.time, receivedAt, station.clockOffsetMs).at;
    const at = { stationId, idTag: report.idTag, now: receivedAt, heldAt };
    const verdict = judgeCard(live, at);
    const held = heldBy(live, report.idTag);
    const frozen = holderAt(live, held, heldAt);
    const connector = connectorId(report.connectorId);
    const outcome = startSession(
      {
        station,
        known: live.sessions.byStartKey(startKey(station, report)),
        openHere: live.sessions.openAt(stationId, connector),
        previous: live.sessions.lastEndedAt(stationId, connector),
        verdict,
        cardUid: keptNumber(held, report.idTag),
        ...frozen,
        holder: frozen.holder ?? orderedBy(verdict) ?? nameless(verdict),
        nextSessionId: sessionId(live.nextId('session')),
        nextTransactionId: transactionId(live.nextId('transaction')),
      },
      report,
    );
    if (outcome.kind === 'repeated')
      return { response: confirmation(live, at, told(outcome.session)), changes: [], told: [] };
    const { closed } = outcome;
    const joined = joinWaitingStop(live, outcome.session, received);
    const session = joined?.session ?? outcome.session;
    const seen =
      verdict.kind === 'refused'
        ? { changes: [], told: [] }
        : sightChanges(live, stationId, {
            sight: { kind: 'session-started', connectorId: report.connectorId, idTag: report.idTag },
            now: receivedAt,
          });
    const begun = begunSession(live, session);
    return {
      response: confirmation(live, at, { session, verdict }),
      changes: [
        ...closedChanges(live, closed, received),
        ...heldCard(live, {
          // As the reader wrote it: that is the spelling this station wants.
          uid: cardUid(report.idTag),
          stationId,
          at: receivedAt,
          verdict: verdictWord(verdict),
        }),
        ...startedChanges(session, received),
        ...begun,
        ...(joined?.changes ?? []),
        ...reservationChanges(live, session, verdict),
        ...seen.changes,
      ],
      told: [
        ...toldOf(session),
        ...(joined === null ? [] : [{ kind: 'stray' as const }]),
        ...(closed === null ? [] : toldOf(closed)),
        ...hasLeft(begun, session),
        ...seen.told,
      ],
      remember: (undo) => undo.delete(live.acceptedCards, stationId),
    };
  },
};

/** The car that stood there before has made room. */
function hasLeft(begun: readonly Change[], { id, stationId }: Session): readonly LiveEvent[] {
  return begun.flatMap((change) =>
    change.kind === 'add-use' && change.use.sessionId !== id
      ? [{ kind: 'session', sessionId: change.use.sessionId, stationId }]
      : [],
  );
}

/** A known card without a holder is nobody's; of an unknown one nobody knows. */
function nameless({ card }: CardVerdict): string | null {
  return card === null ? null : '';
}

function reportOf(
  live: LiveSite,
  { stationId, request, receivedAt, line, unreadable }: Received<'StartTransaction'>,
): StartReport {
  const time = stationTime(request.timestamp, receivedAt, live.site.timeZone);
  learnClock(line, time.instant, receivedAt);
  return {
    connectorId: request.connectorId,
    idTag: wellFormed(request.idTag),
    time,
    register: transactionRegister(live, stationId, request.meterStart),
    reservationId: request.reservationId ?? null,
    receivedAt,
    unreadable,
  };
}

interface Judged {
  readonly session: Session;
  readonly verdict: CardVerdict;
}

function confirmation(live: LiveSite, at: HeldAt, { session, verdict }: Judged) {
  return { transactionId: session.transactionId, idTagInfo: idTagInfo(live, at, verdict) };
}

/** What the station was told the first time. */
function told(session: Session): Judged {
  const { admission } = session;
  return admission.kind === 'admitted'
    ? { session, verdict: { kind: 'accepted', card: null, by: { kind: 'no-rule' } } }
    : { session, verdict: { kind: 'refused', refusal: admission.refusal, card: null } };
}

function closedChanges(
  live: LiveSite,
  closed: Session | null,
  { receivedAt }: Received<'StartTransaction'>,
): readonly Change[] {
  if (closed === null) return [];
  return [
    { kind: 'save-session', session: closed },
    { kind: 'save-curve', sessionId: closed.id, points: [...live.sessions.curve(closed.id)] },
    ...sessionLines.doubted(closed, receivedAt),
  ];
}

function startedChanges(session: Session, { receivedAt }: Received<'StartTransaction'>): readonly Change[] {
  return [
    { kind: 'add-session', session },
    sessionLines.started(session, receivedAt),
    ...sessionLines.doubted(session, receivedAt),
  ];
}

/** A session uses up the reservation that it names, or that of its card (OCPP 1.6 §4.8, §5.13). */
function reservationChanges(live: LiveSite, session: Session, verdict: CardVerdict): readonly Change[] {
  const { stationId, connectorId: at, start } = session;
  if (verdict.kind === 'refused') return [];
  const used = usedBy(live.reservationsOf(stationId), {
    reservationId: start.reservationId,
    connectorId: at,
    cardUid: session.cardUid,
    group: verdict.card?.parentTag ?? null,
  });
  if (used === null) return [];
  const life = { kind: 'used', at: start.receivedAt, sessionId: session.id } as const;
  return [
    { kind: 'save-reservation', reservation: { ...used, life } },
    logLine(start.receivedAt, 'reservation-used', {
      stationId,
      connectorId: at,
      sessionId: session.id,
      facts: { card: used.cardUid },
    }),
  ];
}

function toldOf(session: Session): readonly LiveEvent[] {
  const { stationId } = session;
  return [
    { kind: 'session', sessionId: session.id, stationId },
    { kind: 'station', stationId },
    { kind: 'held-card' },
    { kind: 'log' },
  ];
}
