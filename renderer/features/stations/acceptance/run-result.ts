import type { Step } from './step-item.tsx';

type StepState = Step['state'];

export interface RunResult {
  /** The worst of its steps; one that never came to an end counts as left out. */
  readonly mark: 'passed' | 'failed' | 'skipped';
  /** How many steps ended how, in the order in which they are said; states of no step are not among them. */
  readonly counts: readonly { readonly state: StepState; readonly count: number }[];
}

/** What an acceptance run came to, in a line; what failed and was then left out has failed. */
export function runResult(steps: readonly Pick<Step, 'state' | 'failure'>[]): RunResult {
  const counts = SAID.map((state) => ({
    state,
    count: steps.filter((step) => (step.failure === null ? step.state : 'failed') === state).length,
  })).filter(({ count }) => count > 0);
  return { mark: worstOf(counts.map(({ state }) => state)), counts };
}

function worstOf(states: readonly StepState[]): RunResult['mark'] {
  if (states.includes('failed')) return 'failed';
  return states.every((state) => state === 'passed') ? 'passed' : 'skipped';
}

const SAID = ['passed', 'skipped', 'failed', 'running', 'waiting'] as const satisfies readonly StepState[];
