import type { AcceptanceRun, StepRecord } from '#core/commissioning/acceptance-run.ts';
import { figureLine, moment, type ReportFormat } from './report-figures.ts';
import type { ReportPage } from './report-page.ts';
import type { ReportWords } from './report-words.ts';

interface StepsReport {
  readonly page: ReportPage;
  readonly run: AcceptanceRun;
  readonly words: ReportWords;
  readonly format: ReportFormat;
}

/** Every step with its outcome, its time and its figures. */
export function drawSteps({ page, run, words, format }: StepsReport): void {
  for (const record of run.steps) {
    const { state } = record;
    const failedBefore = state.kind === 'skipped' && record.failedFor !== undefined;
    page.step({
      name: words.step[record.step],
      outcome: failedBefore ? words.failedThenLeftOut : words.outcome[state.kind],
      tone: state.kind === 'passed' ? 'good' : state.kind === 'failed' || failedBefore ? 'bad' : 'quiet',
      when: 'at' in state ? moment(state.at, format) : '',
      lines: linesOf(record, words, format),
    });
  }
}

function linesOf(
  { state, attempts, failedFor }: StepRecord,
  words: ReportWords,
  format: ReportFormat,
): readonly string[] {
  const again = attempts > 1 ? [`${attempts} ${words.attempts}`] : [];
  switch (state.kind) {
    case 'passed':
      return [figureLine(state.figures, words, format), ...again].filter(Boolean);
    case 'failed':
      return [words.failure[state.reason], figureLine(state.figures, words, format), ...again].filter(
        Boolean,
      );
    case 'skipped':
      return [
        ...(failedFor === undefined ? [] : [words.failure[failedFor]]),
        state.by === '' ? state.reason : `${state.reason} (${words.leftOutBy} ${state.by})`,
      ];
    case 'waiting':
    case 'running':
      return [];
  }
}
