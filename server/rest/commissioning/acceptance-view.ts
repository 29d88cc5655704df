import type { AcceptanceRun as RunView } from '#api/acceptance.ts';
import type { AcceptanceRun, StepRecord } from '#core/commissioning/acceptance-run.ts';
import { hasPassed, isComplete } from '#core/commissioning/run-life.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

/** An acceptance run as the API shows it. */
export function acceptanceView(run: AcceptanceRun): RunView {
  const { end } = run;
  return {
    id: run.id,
    stationId: run.stationId,
    connectorId: run.connectorId,
    startedAt: isoTime(run.startedAt),
    startedBy: run.startedBy,
    state: end?.kind ?? 'open',
    endedAt: isoTimeOrNull(end?.at ?? null),
    signedBy: end?.kind === 'signed' ? end.name : null,
    passed: hasPassed(run),
    complete: isComplete(run),
    steps: run.steps.map(stepView),
  };
}

function stepView({ step, attempts, state, failedFor }: StepRecord): RunView['steps'][number] {
  const memo = state.kind === 'running' ? state.memo : null;
  return {
    step,
    state: state.kind,
    attempts,
    since: 'since' in state ? isoTime(state.since) : null,
    endedAt: 'at' in state ? isoTime(state.at) : null,
    failure: state.kind === 'failed' ? state.reason : state.kind === 'skipped' ? (failedFor ?? null) : null,
    skipReason: state.kind === 'skipped' ? state.reason : null,
    skippedBy: state.kind === 'skipped' && state.by !== '' ? state.by : null,
    figures: 'figures' in state ? { ...state.figures } : runningFigures(memo),
    phase: memo?.phase ?? null,
    heldUntil: isoTimeOrNull(memo?.heldUntil ?? null),
  };
}

/** How a station has followed the limits so far. */
function runningFigures(
  memo: { readonly levels: readonly { readonly limit: number; readonly current: number }[] } | null,
): Record<string, number> {
  return Object.fromEntries((memo?.levels ?? []).map(({ limit, current }) => [`at${limit}A`, current]));
}
