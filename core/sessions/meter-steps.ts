import { type Instant, MINUTE, type Watts } from '../shared/units.ts';
import type { CurvePoint } from './curve.ts';
import type { Doubt } from './doubt.ts';
import { ENERGY_SLACK, mostEnergy } from './most-energy.ts';
import type { Session, SessionEnd } from './session.ts';

interface Step {
  readonly at: Instant;
  /** Since the start of the session, in Wh. */
  readonly energy: number;
}

/** Clocks may be set while a session runs. */
const CLOCK_SLACK = MINUTE;

/**
 * What is wrong on the way from the first register to the last when both ends fit together: a meter that
 * ran back in between, or jumped further than the connector can deliver (errata 3.78, Iocharger).
 */
export function doubtsOfSteps(facts: {
  readonly session: Session;
  readonly end: SessionEnd;
  readonly curve: readonly CurvePoint[];
  readonly maxPower: Watts;
}): readonly Doubt[] {
  const { session, end, maxPower } = facts;
  const { register } = session.start;
  const [start, ...samples] = stepsOf(facts);
  // Samples of a meter that counts from 0 in each session say nothing about a lifetime register.
  if (start === undefined || (samples[0]?.energy ?? 0) < -ENERGY_SLACK) return [];
  let from = start;
  for (const to of samples) {
    const figures = { startWh: Math.floor(register + from.energy), stopWh: Math.floor(register + to.energy) };
    if (to.energy < from.energy - ENERGY_SLACK)
      return [{ kind: 'meter-backwards', since: end.receivedAt, facts: figures }];
    if (to.energy - from.energy > mostEnergy(maxPower, Math.max(0, to.at - from.at) + CLOCK_SLACK)) {
      const kind = from === start && register === 0 ? 'baseline' : 'impossible-energy';
      return [{ kind, since: end.receivedAt, facts: figures }];
    }
    from = to;
  }
  return [];
}

function stepsOf({
  session: { start },
  end,
  curve,
}: {
  readonly session: Session;
  readonly end: SessionEnd;
  readonly curve: readonly CurvePoint[];
}): readonly Step[] {
  return [
    { at: start.at, energy: 0 },
    ...curve.flatMap(({ at, energy }) => (energy === null ? [] : [{ at, energy }])),
    { at: end.at, energy: end.register - start.register },
  ];
}
