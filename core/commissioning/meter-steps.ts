import type { Sample } from '../sessions/sample.ts';
import { amperes, type Instant, MINUTE, SECOND } from '../shared/units.ts';
import type { MeasuredLevel, StepMemo } from './acceptance-run.ts';
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

/** What a car is told to draw at most, one after the other. */
export const LIMITS_A = [16, 10, 6, 0] as const;

/** Less energy than this is lost in the last digit of the register. */
const ENOUGH_WH = 50;
const MOST_DEVIATION = 0.05;
const LAST_DIGIT_WH = 3;
const METER_TIME = 8 * MINUTE;
const OBEYS_WITHIN = MINUTE;
const ASK_EVERY = 5 * SECOND;
/** Some stations measure before they regulate: a value of the very moment may be the old one. */
const REGULATES_FOR = SECOND / 2;
/** A car at rest still feeds its electronics. */
const PAUSED_A = 0.5;
const PAUSED_W = 100;

/** The register grows by what power times time says. */
export const lookAtMeter: LookAtStep = (facts, memo) => {
  const { session, now } = facts;
  if (session === null) return fail('no-session-runs');
  const samples = facts.samples.filter(({ at }) => at >= memo.phaseSince).toReversed();
  const compared = compareRegister(samples);
  if (compared !== null && compared.expectedWh >= ENOUGH_WH) {
    const figures = { ...compared, deviationPercent: deviationPercent(compared) };
    const most = Math.max(LAST_DIGIT_WH, compared.expectedWh * MOST_DEVIATION);
    return Math.abs(compared.measuredWh - compared.expectedWh) <= most
      ? pass(figures)
      : fail('register-implausible', figures);
  }
  if (isOverdue(memo, now, METER_TIME))
    return samples.some(({ power }) => power !== null)
      ? fail('too-little-energy', compared ?? {})
      : fail('no-power-measured');
  return askAgain(facts, memo);
};

/** The car follows each limit, and pauses at the last one. */
export const lookAtLimit: LookAtStep = (facts, memo) => {
  const { session, now } = facts;
  if (session === null) return fail('no-session-runs', levelFigures(memo.levels));
  const limit = LIMITS_A[memo.levels.length];
  if (limit === undefined) return pass(levelFigures(memo.levels));
  if (memo.phase % 2 === 0) return act({ kind: 'limit', current: amperes(limit), session }, memo, now);
  const outcome = orderOutcome(facts, memo);
  if (outcome === null) return WAIT;
  if (outcome.kind === 'refused') return withLevels(outcome.move, { limit, memo });
  const obeyed = facts.samples.find((sample) => obeys(sample, limit, outcome.at));
  if (obeyed !== undefined)
    return {
      kind: 'go-on',
      memo: {
        ...memo,
        phase: memo.phase + 1,
        phaseSince: now,
        levels: [...memo.levels, levelOf(obeyed, limit, outcome.at)],
      },
    };
  if (!isOverdue(memo, now, OBEYS_WITHIN)) return askAgain(facts, memo);
  const newest = facts.samples.find(({ at }) => at > outcome.at);
  if (newest === undefined || newest.current === null)
    return fail('no-current-measured', { limitA: limit, ...levelFigures(memo.levels) });
  return fail('limit-not-obeyed', {
    limitA: limit,
    measuredA: newest.current,
    ...levelFigures(memo.levels),
  });
};

type Compared = Readonly<Record<'measuredWh' | 'expectedWh' | 'overSeconds' | 'samples', number>>;

/** The growth of the register beside the integral of the power; null where there is nothing to compare. */
export function compareRegister(samples: readonly Sample[]): Compared | null {
  const usable = samples.flatMap(({ at, register, power }) =>
    register === null || power === null ? [] : [{ at, register, power }],
  );
  const [first] = usable;
  const last = usable.at(-1);
  if (first === undefined || last === undefined || usable.length < 3) return null;
  let expectedWh = 0;
  for (const [index, sample] of usable.entries()) {
    const before = usable[index - 1];
    if (before !== undefined)
      expectedWh += (((before.power + sample.power) / 2) * (sample.at - before.at)) / 3_600_000;
  }
  return {
    measuredWh: tenth(last.register - first.register),
    expectedWh: tenth(expectedWh),
    overSeconds: Math.round((last.at - first.at) / SECOND),
    samples: usable.length,
  };
}

function obeys({ at, current, power }: Sample, limit: number, since: Instant): boolean {
  if (at < since + REGULATES_FOR) return false;
  if (limit === 0) return (current ?? PAUSED_A + 1) <= PAUSED_A || (power ?? PAUSED_W + 1) <= PAUSED_W;
  return current !== null && current <= limit * 1.05 + 0.5;
}

function levelOf({ at, current }: Sample, limit: number, since: Instant): MeasuredLevel {
  return {
    limit: amperes(limit),
    current: amperes(current ?? 0),
    afterSeconds: Math.round((at - since) / SECOND),
  };
}

function levelFigures(levels: readonly MeasuredLevel[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    levels.flatMap(({ limit, current, afterSeconds }) => [
      [`at${limit}A`, current],
      [`at${limit}AfterSeconds`, afterSeconds],
    ]),
  );
}

function withLevels(
  move: StepMove,
  { limit, memo }: { readonly limit: number; readonly memo: StepMemo },
): StepMove {
  if (move.kind !== 'fail') return move;
  return { ...move, figures: { ...move.figures, limitA: limit, ...levelFigures(memo.levels) } };
}

/** Meters that speak once a minute are asked more often than that. */
function askAgain({ now, samples }: BenchFacts, memo: StepMemo): StepMove {
  const asked = memo.askedAt ?? memo.phaseSince;
  const heard = samples[0]?.receivedAt ?? asked;
  if (now - Math.max(asked, heard) < ASK_EVERY) return WAIT;
  return { kind: 'do', action: { kind: 'ask-meter' }, memo: { ...memo, askedAt: now } };
}

function deviationPercent({ measuredWh, expectedWh }: Compared): number {
  return tenth((100 * (measuredWh - expectedWh)) / expectedWh);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
