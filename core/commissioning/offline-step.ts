import { measuredEnergy, type Session } from '../sessions/session.ts';
import { later, MINUTE } from '../shared/units.ts';
import type { StepMemo } from './acceptance-run.ts';
import { type BenchFacts, fail, isOverdue, type LookAtStep, pass, WAIT } from './step-move.ts';

/** How long a station is kept off the line unless somebody says otherwise. */
export const HELD_OFFLINE = 2 * MINUTE;
const GOES_WITHIN = MINUTE;
const RETURNS_WITHIN = 15 * MINUTE;
const TELLS_WITHIN = 10 * MINUTE;
/** Clocks of stations differ from ours by a little. */
const CLOCKS_MAY_DIFFER = MINUTE;

/**
 * The line is cut and the station kept out for a while. What was charged meanwhile has to arrive afterwards, with
 * its own times, complete and without a doubt (OCPP 1.6 §3.7).
 */
export const lookAtOffline: LookAtStep = (facts, memo) => {
  const { now, onlineSince } = facts;
  switch (memo.phase) {
    case 0:
      if (onlineSince === null) return fail('not-connected');
      return {
        kind: 'do',
        action: { kind: 'cut-line' },
        memo: { ...memo, phase: 1, phaseSince: now, heldUntil: memo.heldUntil ?? later(now, HELD_OFFLINE) },
      };
    case 1:
      if (onlineSince === null) return { kind: 'go-on', memo: { ...memo, phase: 2 } };
      return isOverdue(memo, now, GOES_WITHIN) ? fail('did-not-go') : WAIT;
    case 2:
      if (onlineSince === null) {
        const waited = now - Math.max(memo.heldUntil ?? now, memo.phaseSince);
        return waited > RETURNS_WITHIN ? fail('did-not-return') : WAIT;
      }
      return { kind: 'go-on', memo: { ...memo, phase: 3, askedAt: onlineSince } };
    default:
      return judgeTold(facts, memo);
  }
};

function judgeTold(facts: BenchFacts, memo: StepMemo) {
  const cutAt = memo.phaseSince;
  const backAt = memo.askedAt ?? facts.now;
  const told = [facts.ended, facts.session].find((session) => isTold(session, cutAt, backAt));
  const line = { cutAt, backAt };
  if (told?.end != null) {
    const figures = { ...line, ...figuresOf(told) };
    return told.doubts.length === 0 && (measuredEnergy(told) ?? 0) > 0
      ? pass(figures)
      : fail('told-wrongly', { ...figures, doubts: told.doubts.map(({ kind }) => kind).join(', ') });
  }
  return facts.now - backAt > TELLS_WITHIN ? fail('nothing-told', line) : WAIT;
}

/** Began while the line was cut, and was heard of after it was back. */
function isTold(session: Session | null, cutAt: number, backAt: number): session is Session {
  if (session === null) return false;
  const { at, receivedAt } = session.start;
  return receivedAt >= backAt && at >= cutAt - CLOCKS_MAY_DIFFER && at <= backAt + CLOCKS_MAY_DIFFER;
}

function figuresOf(session: Session): Readonly<Record<string, number>> {
  return {
    session: session.id,
    beganAt: session.start.at,
    toldAt: session.start.receivedAt,
    ...(session.end === null ? {} : { endedAt: session.end.at }),
    energyWh: measuredEnergy(session) ?? 0,
  };
}
