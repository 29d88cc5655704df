import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import type { AcceptanceRun } from '#api/acceptance.ts';
import { apiUrl } from '../../../lib/call-api.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './acceptance-tab.module.css';
import { runResult } from './run-result.ts';
import { STEP_MARKS, StepOutcome, shownState } from './step-item.tsx';

/** Runs that have ended, newest first, each with its report. */
export function RunList({ runs }: { readonly runs: readonly AcceptanceRun[] }) {
  return (
    <ul className={classes.runs}>
      {runs.map((run) => (
        <RunItem key={run.id} run={run} />
      ))}
    </ul>
  );
}

function RunItem({ run }: { readonly run: AcceptanceRun }) {
  const { t, language } = useText();
  const format = useFormat();
  const who =
    run.signedBy === null ? t('acceptance.abandoned') : t('acceptance.signedBy', { who: run.signedBy });
  const { mark, counts } = runResult(run.steps);
  return (
    <li className={classes.run}>
      <details>
        <summary>
          <span className={classes.mark} data-state={mark}>
            {STEP_MARKS[mark]}
          </span>
          <strong>{t('words.connectorNumber', { number: run.connectorId })}</strong>
          <span className={classes.quiet}>
            {run.endedAt === null ? '' : `${format.dateTime(run.endedAt)} · `}
            {who}
          </span>
          <span className={classes.state} data-state={mark}>
            {counts.map(({ state, count }) => t(`acceptance.counted.${state}`, { number: count })).join(', ')}
          </span>
        </summary>
        <ol className={classes.steps}>
          {run.steps.map((step) => (
            <li key={step.step} className={classes.past} data-state={step.state}>
              <p className={classes.name}>
                {t(`acceptance.step.${step.step}`)}
                <span className={classes.state}>{t(`acceptance.state.${shownState(step)}`)}</span>
              </p>
              <StepOutcome step={step} />
            </li>
          ))}
        </ol>
      </details>
      {run.state === 'signed' ? (
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          href={apiUrl('getAcceptance', { params: { runId: run.id }, query: { format: 'pdf', language } })}
          download
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
        >
          {t('acceptance.report')}
        </Button>
      ) : null}
    </li>
  );
}
