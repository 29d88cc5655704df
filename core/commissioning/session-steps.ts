import { measuredEnergy } from '../sessions/session.ts';
import { MINUTE, SECOND } from '../shared/units.ts';
import type { StepMemo } from './acceptance-run.ts';
import {
  act,
  type BenchFacts,
  fail,
  isOverdue,
  type LookAtStep,
  orderOutcome,
  pass,
  type StepMove,
  WAIT,
} from './step-move.ts';

const PERSON_HAS = 5 * MINUTE;
const START_TAKES = 90 * SECOND;
const STOP_TAKES = 2 * MINUTE;

/**
 * A car is plugged in, and a start from here begins a session. Whoever has just held a card and plugs in has begun
 * one with it: that one is ended first.
 */
export const lookAtRemoteStart: LookAtStep = (facts, memo) => {
  switch (memo.phase) {
    case 0:
      return startWhenPlugged(facts, memo);
    case 1:
      if (facts.session === null)
        return { kind: 'go-on', memo: { ...memo, phase: 0, phaseSince: facts.now, commandId: null } };
      return isOverdue(memo, facts.now, MINUTE) ? fail('already-charging') : WAIT;
    default:
      return judgeStart(facts, memo);
  }
};

function startWhenPlugged({ session, now, connectors, connectorId }: BenchFacts, memo: StepMemo): StepMove {
  if (session !== null) return act({ kind: 'remote-stop', session }, memo, now);
  const status = connectors.find((one) => one.connectorId === connectorId)?.status;
  // After a session most stations want the plug pulled and put in again.
  if (status === 'Preparing') return act({ kind: 'remote-start' }, { ...memo, phase: 1 }, now);
  return isOverdue(memo, now, PERSON_HAS) ? fail('no-plug') : WAIT;
}

function judgeStart(facts: BenchFacts, memo: StepMemo): StepMove {
  const { session, command, now } = facts;
  const outcome = orderOutcome(facts, memo);
  if (outcome?.kind === 'refused') return outcome.move;
  if (session !== null && command?.life.kind === 'in-effect')
    return pass({
      session: session.id,
      transaction: session.transactionId,
      acceptedSeconds: seconds(command.life.acceptedAt ?? command.life.sentAt, command.life.sentAt),
      startedSeconds: seconds(session.start.receivedAt, command.life.sentAt),
    });
  return isOverdue(memo, now, START_TAKES) ? fail('no-session-began') : WAIT;
}

/** A stop from here ends the session. */
export const lookAtRemoteStop: LookAtStep = (facts, memo) => {
  const { session, ended, now, command } = facts;
  if (memo.phase === 0) {
    if (session === null) return fail('no-session-runs');
    const remembered = { ...memo, sessionId: session.id };
    return act({ kind: 'remote-stop', session }, remembered, now);
  }
  const outcome = orderOutcome(facts, memo);
  if (outcome?.kind === 'refused') return outcome.move;
  if (ended?.end != null && ended.id === memo.sessionId)
    return pass({
      session: ended.id,
      energyWh: measuredEnergy(ended) ?? 0,
      reason: ended.end.reason,
      stoppedSeconds: seconds(
        ended.end.receivedAt,
        command !== null && 'sentAt' in command.life ? command.life.sentAt : memo.phaseSince,
      ),
    });
  return isOverdue(memo, now, STOP_TAKES) ? fail('no-session-ended') : WAIT;
};

/** The plug is let go. A station with a cable of its own may say that it has nothing to unlock. */
export const lookAtUnlock: LookAtStep = (facts, memo) => {
  const { command, now } = facts;
  if (memo.phase === 0) return act({ kind: 'unlock' }, memo, now);
  if (command?.life.kind === 'in-effect')
    return pass({ answer: 'Unlocked', answeredSeconds: seconds(command.life.at, command.life.sentAt) });
  if (command?.life.kind === 'rejected') {
    const { answer } = command.life;
    return answer === 'NotSupported'
      ? { kind: 'skip', reason: 'NotSupported' }
      : fail('not-unlocked', { answer });
  }
  const outcome = orderOutcome(facts, memo);
  return outcome?.kind === 'refused' ? outcome.move : WAIT;
};

function seconds(later: number, earlier: number): number {
  return Math.max(0, Math.round((later - earlier) / 100) / 10);
}
