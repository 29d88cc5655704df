import { type SiteWish, startSite, type TestSite } from '#server/testing/start-site.ts';
import { createBench } from './bench.ts';
import type { Case, CaseResult } from './case.ts';
import type { ChargePoint } from './charge-point.ts';
import { Failure, type Patience } from './judge.ts';

export interface Run {
  readonly cases: readonly Case[];
  /** How the site is that all cases share which need none of their own. */
  readonly sharedSite: SiteWish;
  readonly patience: Patience;
  /** How many cases run at the same time. */
  readonly atOnce: number;
  /** Ends the run with the first case that fails. */
  readonly stopAtFirstFailure?: boolean;
  onResult?(result: CaseResult): void;
}

/** No case needs longer, however busy the machine is. */
const LONGEST_CASE_MS = 120_000;

/** Runs the cases, several at once, and gives their results in the order of the cases. */
export async function runCases(run: Run): Promise<readonly CaseResult[]> {
  const results = new Map<Case, CaseResult>();
  const queue = inTurns(run.cases);
  let shared: Promise<TestSite> | null = null;
  const sharedSite = () => {
    shared ??= startSite(run.sharedSite);
    return shared;
  };
  await Promise.all(Array.from({ length: Math.min(run.atOnce, queue.length) }, workOff));
  const errors = shared === null ? [] : await stopped(await sharedSite());
  const done = run.cases.flatMap((ran) => results.get(ran) ?? []);
  return errors.length === 0 ? done : [...done, ownErrors(errors)];

  async function workOff(): Promise<void> {
    for (let turn = queue.shift(); turn !== undefined; turn = queue.shift()) {
      const [first] = turn;
      const lane =
        first?.lane === undefined ? null : await startSite({ ...run.sharedSite, ...first.lane.site });
      for (const next of turn) {
        const result = await judged(next, lane);
        results.set(next, result);
        run.onResult?.(result);
        if (!result.passed && run.stopAtFirstFailure === true) queue.length = 0;
      }
      await lane?.stop();
    }
  }

  async function judged(ran: Case, lane: TestSite | null): Promise<CaseResult> {
    const { id, title } = ran;
    const began = performance.now();
    const actions = new Set<string>();
    const saw = (action: string) => actions.add(action);
    const why = await whyNot(ran, lane, saw);
    const tookMs = Math.round(performance.now() - began);
    return { id, title, passed: why === null, why: why ?? '', tookMs, actions: [...actions] };
  }

  async function whyNot(
    ran: Case,
    lane: TestSite | null,
    saw: (action: string) => void,
  ): Promise<string | null> {
    const own = ran.site === undefined ? null : await startSite({ ...run.sharedSite, ...ran.site });
    const site = own ?? lane ?? (await sharedSite());
    const { bench, chargePoints } = createBench({ caseId: ran.id, site, patience: run.patience, saw });
    let why: string | null = null;
    try {
      await within(LONGEST_CASE_MS, ran.run(bench));
      insistOnSilence(chargePoints);
    } catch (error) {
      why =
        error instanceof Failure
          ? error.message
          : `the case broke: ${error instanceof Error ? error.stack : error}`;
    }
    for (const { socket } of chargePoints) socket.terminate();
    const errors = own === null ? [] : await stopped(own);
    return why ?? (errors.length === 0 ? null : ownErrors(errors).why);
  }
}

/** Cases that run one after the other: those of a lane, and every other one by itself. */
function inTurns(cases: readonly Case[]): (readonly Case[])[] {
  const lanes = new Map<string, Case[]>();
  const turns: (readonly Case[])[] = [];
  for (const one of cases) {
    const known = one.lane === undefined ? undefined : lanes.get(one.lane.name);
    if (known !== undefined) {
      known.push(one);
      continue;
    }
    const turn = [one];
    turns.push(turn);
    if (one.lane !== undefined) lanes.set(one.lane.name, turn);
  }
  return turns;
}

/** A central system that is tested sends nothing that nobody asked for. */
function insistOnSilence(chargePoints: readonly ChargePoint[]): void {
  for (const { id, unasked } of chargePoints)
    for (const { action, payload } of unasked)
      throw new Failure('no call that nobody ordered', `${action} ${JSON.stringify(payload)} to ${id}`);
}

async function stopped(site: TestSite): Promise<readonly unknown[]> {
  await site.stop();
  return site.errors;
}

function ownErrors(errors: readonly unknown[]): CaseResult {
  const why = `expected no error in the program’s own log; seen ${errors.map(inWords).join(' | ').slice(0, 1_000)}`;
  return { id: 'LOG', title: 'The program’s own log', passed: false, why, tookMs: 0, actions: [] };
}

function inWords(told: unknown): string {
  return JSON.stringify(told, (_key, value: unknown) => (value instanceof Error ? value.stack : value));
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Failure(`the end of the case within ${ms / 1_000} s`, 'none')), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
