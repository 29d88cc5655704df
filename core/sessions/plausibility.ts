import { DAY, HOUR, type WattHours, type Watts } from '../shared/units.ts';
import type { CurvePoint } from './curve.ts';
import type { Doubt } from './doubt.ts';
import { doubtsOfSteps } from './meter-steps.ts';
import { ENERGY_SLACK, mostEnergy } from './most-energy.ts';
import type { Session, SessionEnd } from './session.ts';

export interface PlausibilityFacts {
  readonly session: Session;
  readonly end: SessionEnd;
  readonly curve: readonly CurvePoint[];
  readonly maxPower: Watts;
}

/** Longer than any car stays: one of the two times is of a clock that was never set. */
const LONGEST_SESSION = 31 * DAY;

/** What is wrong with how a session ended. Only plausible readings ever become money. */
export function doubtsOfEnd(facts: PlausibilityFacts): readonly Doubt[] {
  const { session, end } = facts;
  const since = end.receivedAt;
  const doubts: Doubt[] = [];
  if (end.at < session.start.at)
    doubts.push({
      kind: 'stop-before-start',
      since,
      facts: { bySeconds: seconds(session.start.at - end.at) },
    });
  if (end.at - session.start.at > LONGEST_SESSION)
    doubts.push({
      kind: 'impossible-time',
      since,
      facts: { lastedSeconds: seconds(end.at - session.start.at) },
    });
  const energy = end.register - session.start.register;
  if (energy < 0)
    doubts.push({
      kind: 'meter-backwards',
      since,
      facts: { startWh: session.start.register, stopWh: end.register },
    });
  else doubts.push(...doubtsOfEnergy(facts, energy as WattHours));
  if (session.admission.kind === 'refused' && energy > ENERGY_SLACK)
    doubts.push({ kind: 'refused-but-charged', since, facts: { energyWh: Math.floor(energy) } });
  return doubts;
}

function doubtsOfEnergy(facts: PlausibilityFacts, energy: WattHours): readonly Doubt[] {
  const since = facts.end.receivedAt;
  const most = mostEnergy(facts.maxPower, facts.end.at - facts.session.start.at);
  if (energy <= most) {
    const mixedUp = kiloMixUp(facts, energy);
    return mixedUp.length > 0 ? mixedUp : doubtsOfSteps(facts);
  }
  const figures = { energyWh: Math.floor(energy), mostWh: Math.floor(most) };
  // An offline start sends 0 as its register, the stop then the meter's lifetime (Iocharger).
  const first = facts.session.progress.firstRegister;
  const fromFirst = first === null ? null : facts.end.register - first;
  if (facts.session.start.register === 0 && fromFirst !== null && fromFirst >= 0 && fromFirst <= most)
    return [{ kind: 'baseline', since, facts: { ...figures, fromFirstSampleWh: Math.floor(fromFirst) } }];
  const measured = energyOfPower(facts.curve);
  if (measured > ENERGY_SLACK && looksLikeThousand(energy / measured))
    return [{ kind: 'unit-mixed-up', since, facts: { ...figures, fromPowerWh: Math.floor(measured) } }];
  return [{ kind: 'impossible-energy', since, facts: figures }];
}

/** kWh sent as Wh: the meter says a thousandth of what its own power adds up to. */
function kiloMixUp(facts: PlausibilityFacts, energy: WattHours): readonly Doubt[] {
  const measured = energyOfPower(facts.curve);
  if (measured <= ENERGY_SLACK || energy <= 0 || !looksLikeThousand(measured / energy)) return [];
  return [
    {
      kind: 'unit-mixed-up',
      since: facts.end.receivedAt,
      facts: { energyWh: Math.floor(energy), fromPowerWh: Math.floor(measured) },
    },
  ];
}

/** Energy in Wh under the measured power, each value held until the next. */
function energyOfPower(curve: readonly CurvePoint[]): number {
  let energy = 0;
  for (let index = 1; index < curve.length; index += 1) {
    const from = curve[index - 1];
    const to = curve[index];
    if (from?.power == null || to === undefined) continue;
    energy += (from.power * (to.at - from.at)) / HOUR;
  }
  return energy;
}

function looksLikeThousand(ratio: number): boolean {
  return ratio > 500 && ratio < 2_000;
}

function seconds(ms: number): number {
  return Math.round(ms / 1_000);
}
