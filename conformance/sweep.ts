import { type Action, actions } from '#ocpp/v16/actions.ts';
import type { Case, CaseResult } from './harness/case.ts';
import { runCases } from './harness/run-cases.ts';
import { SHARED_SITE, suite } from './run-suite.ts';

/** What became of the run when the server had to do without an action. */
export interface Missed {
  readonly action: Action;
  /** The case that noticed it first; null when none did. */
  readonly noticedBy: CaseResult | null;
}

export const sweptActions = Object.keys(actions) as readonly Action[];

/** A case that waits in vain need not wait long: with every action there it has passed a moment ago. */
const PATIENCE = { ms: 4_000 };
const AT_ONCE = 3;

/**
 * Takes away one action after the other, incoming handler and outgoing command alike, and runs those cases that used
 * it in `passed`, quickest first, until one fails. An action that no case misses is one that nothing shows to work.
 */
export async function sweep(
  passed: readonly CaseResult[],
  {
    swept = sweptActions,
    onMissed,
  }: { readonly swept?: readonly Action[]; readonly onMissed?: (missed: Missed) => void } = {},
): Promise<readonly Missed[]> {
  const queue = [...swept];
  const missed: Missed[] = [];
  const workOff = async () => {
    for (let action = queue.shift(); action !== undefined; action = queue.shift()) {
      const one = await without(action, passed);
      missed.push(one);
      onMissed?.(one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOff));
  return missed;
}

/** One line for the table. */
export function sweepLine({ action, noticedBy }: Missed): string {
  const name = action.padEnd(34);
  return noticedBy === null
    ? `MISSED   ${name} no case fails without it`
    : `noticed  ${name} ${noticedBy.id}: ${noticedBy.why.slice(0, 140)}`;
}

async function without(action: Action, passed: readonly CaseResult[]): Promise<Missed> {
  const cases = casesWith(action, passed);
  const results = await runCases({
    cases,
    sharedSite: { ...SHARED_SITE, without: [action] },
    patience: PATIENCE,
    atOnce: 1,
    stopAtFirstFailure: true,
  });
  // What the program then writes into its log is not what a case notices.
  const noticedBy = results.find((result) => !result.passed && result.id !== 'LOG') ?? null;
  return { action, noticedBy };
}

function casesWith(action: Action, passed: readonly CaseResult[]): readonly Case[] {
  const known = [...suite.cases, ...suite.rules];
  return passed
    .filter((result) => result.passed && result.actions.includes(action))
    .toSorted((a, b) => a.tookMs - b.tookMs)
    .flatMap(({ id }) => known.find((one) => one.id === id) ?? []);
}
