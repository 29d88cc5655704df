import type { ConnectorId, StationId } from '../shared/ids.ts';
import type { Instant } from '../shared/units.ts';
import {
  ACCEPTANCE_STEPS,
  type AcceptanceEnd,
  type AcceptanceRun,
  type AcceptanceStep,
  type FailReason,
  firstMemo,
  runningStep,
  type StepMemo,
  type StepRecord,
  type StepState,
} from './acceptance-run.ts';
import type { StepMove } from './step-move.ts';

export interface NewRun {
  readonly id: number;
  readonly stationId: StationId;
  readonly connectorId: ConnectorId;
  readonly by: string;
  readonly now: Instant;
}

/** A run that has just been opened; its first step runs already. */
export function openRun({ id, stationId, connectorId, by, now }: NewRun): AcceptanceRun {
  const run: AcceptanceRun = {
    id,
    stationId,
    connectorId,
    startedAt: now,
    startedBy: by,
    steps: ACCEPTANCE_STEPS.map((step) => ({ step, attempts: 0, state: { kind: 'waiting' } })),
    configuration: null,
    end: null,
  };
  return beginStep(run, 'boot', now);
}

/** Begins a step, for the first time or again. One that runs meanwhile goes back to waiting. */
export function beginStep(run: AcceptanceRun, step: AcceptanceStep, now: Instant): AcceptanceRun {
  const steps = run.steps.map((record): StepRecord => {
    if (record.step === step)
      return {
        ...record,
        attempts: record.attempts + 1,
        state: { kind: 'running', since: now, memo: firstMemo(now) },
      };
    return record.state.kind === 'running' ? { ...record, state: { kind: 'waiting' } } : record;
  });
  return { ...run, steps };
}

/** Leaves a step out, with the reason a person gave. */
export function skipStep(
  run: AcceptanceRun,
  step: AcceptanceStep,
  { reason, by, now }: { readonly reason: string; readonly by: string; readonly now: Instant },
): AcceptanceRun {
  const skipped = withState(run, step, { kind: 'skipped', at: now, by, reason });
  return runningStep(run)?.step === step ? beginNext(skipped, step, now) : skipped;
}

/** What a move makes of the run: a step that has passed hands over to the next one, one that failed waits for a person. */
export function afterMove(run: AcceptanceRun, move: StepMove, now: Instant): AcceptanceRun {
  const running = runningStep(run);
  if (running === null) return run;
  const { step, since } = running;
  switch (move.kind) {
    case 'wait':
      return run;
    case 'go-on':
      return withMemo(run, step, move.memo);
    case 'do':
      return withMemo(run, step, move.memo);
    case 'fail':
      return withFailure(
        withState(run, step, {
          kind: 'failed',
          since,
          at: now,
          reason: move.reason,
          figures: move.figures,
        }),
        step,
        move.reason,
      );
    case 'skip':
      return beginNext(
        withState(run, step, { kind: 'skipped', at: now, by: '', reason: move.reason }),
        step,
        now,
      );
    case 'pass':
      return beginNext(
        withState(run, step, { kind: 'passed', since, at: now, figures: move.figures }),
        step,
        now,
      );
  }
}

export function withMemo(run: AcceptanceRun, step: AcceptanceStep, memo: StepMemo): AcceptanceRun {
  const record = run.steps.find((one) => one.step === step);
  return record?.state.kind === 'running' ? withState(run, step, { ...record.state, memo }) : run;
}

/** Whether every step has an outcome, so that the run can be signed. */
export function isComplete(run: AcceptanceRun): boolean {
  return run.steps.every(({ state }) => state.kind !== 'waiting' && state.kind !== 'running');
}

/** Whether it was accepted without a fault: nothing failed, also nothing that was left out afterwards. */
export function hasPassed(run: AcceptanceRun): boolean {
  return run.steps.every(
    ({ state, failedFor }) =>
      state.kind === 'passed' || (state.kind === 'skipped' && failedFor === undefined),
  );
}

export function endRun(run: AcceptanceRun, end: AcceptanceEnd): AcceptanceRun {
  const steps = run.steps.map(
    (record): StepRecord =>
      record.state.kind === 'running' ? { ...record, state: { kind: 'waiting' } } : record,
  );
  return { ...run, steps, end };
}

function withFailure(run: AcceptanceRun, step: AcceptanceStep, failedFor: FailReason): AcceptanceRun {
  const steps = run.steps.map((record) => (record.step === step ? { ...record, failedFor } : record));
  return { ...run, steps };
}

/** The step that cuts the line begins only when a person says so: somebody has to stand there. */
function beginNext(run: AcceptanceRun, after: AcceptanceStep, now: Instant): AcceptanceRun {
  const place = ACCEPTANCE_STEPS.indexOf(after);
  const next = run.steps[place + 1];
  if (next?.state.kind !== 'waiting' || next.step === 'offline') return run;
  return beginStep(run, next.step, now);
}

function withState(run: AcceptanceRun, step: AcceptanceStep, state: StepState): AcceptanceRun {
  return { ...run, steps: run.steps.map((record) => (record.step === step ? { ...record, state } : record)) };
}
