import { resolveStationTime, type StationTime } from '../shared/station-time.ts';
import { type Instant, type WattHours, wattHours } from '../shared/units.ts';
import type { Station } from '../stations/station.ts';
import type { CurvePoint } from './curve.ts';
import { type Doubt, withDoubt } from './doubt.ts';
import { doubtsOfEnd } from './plausibility.ts';
import { reopenDecision } from './reopen-decision.ts';
import { measuredEnergy, type Session, type SessionEnd } from './session.ts';
import { METER_SLACK } from './start-session.ts';

/** What a station reports in StopTransaction (OCPP 1.6 §6.47). */
export interface StopReport {
  readonly transactionId: number;
  readonly time: StationTime;
  /** Null where the message carried none that can be read. */
  readonly register: WattHours | null;
  readonly reason: string;
  readonly idTag: string | null;
  readonly receivedAt: Instant;
  readonly unreadable: string | null;
}

export interface StopFacts {
  readonly station: Station;
  readonly session: Session;
  readonly curve: readonly CurvePoint[];
  /** `inferred` when the session was found without our transaction number. */
  readonly match: 'by-transaction' | 'inferred';
}

export type StopOutcome =
  | { readonly kind: 'ended'; readonly session: Session }
  /** The same stop again: nothing changes. */
  | { readonly kind: 'repeated'; readonly session: Session }
  /** Another stop for a session that has ended: the first stands, a person decides. */
  | { readonly kind: 'conflicting'; readonly session: Session };

/** Ends a session. The central system cannot refuse a stop (OCPP 1.6 §4.10). */
export function stopSession(facts: StopFacts, report: StopReport): StopOutcome {
  const { session } = facts;
  if (session.end !== null && session.end.source !== 'assumed') {
    if (isSameStop(session.end, report) || session.doubts.some((doubt) => isOfStop(doubt, report)))
      return { kind: 'repeated', session };
    return conflicting(session, report);
  }
  const end = endOf(facts, report);
  const ended: Session = { ...session, end };
  const doubts = [
    ...stillOpen(session.doubts),
    ...doubtsOfReport(facts, report),
    ...doubtsOfEnd({ session: ended, end, curve: facts.curve, maxPower: facts.station.maxPower }),
  ].reduce<readonly Doubt[]>(withDoubt, []);
  const measured = measuredEnergy(ended);
  return { kind: 'ended', session: reopenDecision(session, { ...ended, doubts }, { measured, report }) };
}

/** Before a decision the first such stop is the doubt; after one only a stop that brings another figure. */
function conflicting(session: Session, report: StopReport): StopOutcome {
  if (session.decision === null)
    return {
      kind: 'conflicting',
      session: { ...session, doubts: withDoubt(session.doubts, conflict(report)) },
    };
  const reopened = reopenDecision(session, session, { measured: energyOf(session, report), report });
  return { kind: reopened === session ? 'repeated' : 'conflicting', session: reopened };
}

/** What a session would have drawn by a stop that does not end it. Without a register it says nothing new. */
function energyOf(session: Session, report: StopReport): WattHours | null {
  if (report.register === null || isMissing(session, report)) return measuredEnergy(session);
  const energy = Math.floor(report.register - session.start.register);
  return energy < 0 ? null : wattHours(energy);
}

/** Whether a doubt was raised by this very stop. */
function isOfStop({ kind, facts }: Doubt, report: StopReport): boolean {
  return (
    (kind === 'conflicting-stop' || kind === 'stop-after-decision') &&
    facts.stationTime === report.time.text &&
    facts.registerWh === (report.register ?? 'nothing')
  );
}

function endOf({ station, session, match }: StopFacts, report: StopReport): SessionEnd {
  const time = resolveStationTime(report.time, report.receivedAt, station.clockOffsetMs);
  return {
    stationTime: report.time.text,
    at: time.at,
    timeSource: time.source,
    receivedAt: report.receivedAt,
    register: endRegister(session, report),
    reason: report.reason,
    idTag: report.idTag,
    source: match === 'inferred' ? 'inferred-stop' : 'stop-transaction',
  };
}

/** A register that is missing is replaced by the last sample; one that is low by rounding counts as equal. */
function endRegister(session: Session, report: StopReport): WattHours {
  const { start, progress } = session;
  if (isMissing(session, report)) return progress.lastRegister ?? start.register;
  const register = report.register ?? start.register;
  return register < start.register && register >= start.register - METER_SLACK ? start.register : register;
}

/** Some stations send -1, or 0 where their register stands far above, when they do not know (ocpp-go #114). */
function isMissing(session: Session, report: StopReport): boolean {
  if (report.register === null || report.register < 0) return true;
  return report.register === 0 && session.start.register > METER_SLACK;
}

function doubtsOfReport({ session, station, match }: StopFacts, report: StopReport): readonly Doubt[] {
  const since = report.receivedAt;
  const doubts: Doubt[] = [];
  if (isMissing(session, report))
    doubts.push({ kind: 'no-stop-register', since, facts: { sent: report.register ?? 'nothing' } });
  if (match === 'inferred')
    doubts.push({ kind: 'inferred-stop', since, facts: { transactionId: report.transactionId } });
  if (report.unreadable !== null)
    doubts.push({ kind: 'unreadable-message', since, facts: { problem: report.unreadable } });
  if (resolveStationTime(report.time, report.receivedAt, station.clockOffsetMs).impossible)
    doubts.push({ kind: 'impossible-time', since, facts: { stationTime: report.time.text } });
  return doubts;
}

/** A stop that comes after all answers the doubt that none would come. */
function stillOpen(doubts: readonly Doubt[]): readonly Doubt[] {
  return doubts.filter((doubt) => doubt.kind !== 'no-stop' && doubt.kind !== 'silent');
}

/** Whether a stop says again what has ended a session. */
export function isSameStop(end: SessionEnd, report: StopReport): boolean {
  const sameRegister =
    report.register === null ||
    report.register <= 0 ||
    Math.abs(end.register - report.register) <= METER_SLACK;
  return end.stationTime === report.time.text && sameRegister;
}

function conflict(report: StopReport): Doubt {
  return {
    kind: 'conflicting-stop',
    since: report.receivedAt,
    facts: { registerWh: report.register ?? 'nothing', stationTime: report.time.text, reason: report.reason },
  };
}
