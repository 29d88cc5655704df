import { MINUTE } from '../shared/units.ts';
import type { AcceptanceStep, StepMemo } from './acceptance-run.ts';
import { lookAtBoot, lookAtCard, lookAtConfiguration, lookAtStatus } from './first-steps.ts';
import { lookAtLimit, lookAtMeter } from './meter-steps.ts';
import { lookAtOffline } from './offline-step.ts';
import { lookAtRemoteStart, lookAtRemoteStop, lookAtUnlock } from './session-steps.ts';
import { type BenchFacts, fail, isOverdue, type LookAtStep, type StepMove } from './step-move.ts';

/** The next move of the step that runs, on what is known now. */
export function lookAtStep(step: AcceptanceStep, facts: BenchFacts, memo: StepMemo): StepMove {
  if (NEEDS_LINE.has(step) && facts.onlineSince === null)
    return isOverdue(memo, facts.now, MINUTE) ? fail('not-connected') : { kind: 'wait' };
  return LOOKS[step](facts, memo);
}

const LOOKS: Readonly<Record<AcceptanceStep, LookAtStep>> = {
  boot: lookAtBoot,
  configuration: lookAtConfiguration,
  status: lookAtStatus,
  card: lookAtCard,
  'remote-start': lookAtRemoteStart,
  meter: lookAtMeter,
  limit: lookAtLimit,
  'remote-stop': lookAtRemoteStop,
  unlock: lookAtUnlock,
  offline: lookAtOffline,
};

/** The others wait for the line in a way of their own. */
const NEEDS_LINE: ReadonlySet<AcceptanceStep> = new Set([
  'configuration',
  'status',
  'card',
  'remote-start',
  'meter',
  'limit',
  'remote-stop',
  'unlock',
]);
