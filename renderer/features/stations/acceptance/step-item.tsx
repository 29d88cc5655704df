import { Loader } from '@mantine/core';
import { IconCheck, IconCircle, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AcceptanceRun } from '#api/acceptance.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './acceptance-tab.module.css';
import { StepButtons } from './step-buttons.tsx';
import { stepFigures } from './step-figures.ts';

export type Step = AcceptanceRun['steps'][number];

interface StepItemProps {
  readonly runId: number;
  readonly step: Step;
}

/** One step: where it stands, what to do for it, what was seen. */
export function StepItem({ runId, step }: StepItemProps) {
  const { t } = useText();
  return (
    <li className={classes.step} data-state={step.state}>
      <span className={classes.mark}>{STEP_MARKS[step.state]}</span>
      <div className={classes.body}>
        <p className={classes.name}>
          {t(`acceptance.step.${step.step}`)}
          <span className={classes.state}>{t(`acceptance.state.${shownState(step)}`)}</span>
        </p>
        <StepOutcome step={step} />
        <StepButtons runId={runId} step={step} />
      </div>
    </li>
  );
}

/** What failed and was then left out is not called merely left out. */
export function shownState({ state, failure }: Step): Step['state'] | 'failed-skipped' {
  return state === 'skipped' && failure !== null ? 'failed-skipped' : state;
}

/** What a step asks for while it runs, and what came of it. */
export function StepOutcome({ step }: { readonly step: Step }) {
  const { t } = useText();
  const format = useFormat();
  const figures = stepFigures(step, { t, format });
  return (
    <div className={classes.outcome}>
      {step.state === 'running' || (step.state === 'waiting' && step.step === 'offline') ? (
        <p className={classes.todo}>{t(`acceptance.todo.${step.step}`)}</p>
      ) : null}
      {step.state === 'running' && step.step === 'offline' && step.heldUntil !== null ? (
        <p>{t('acceptance.heldUntil', { time: format.timeSeconds(step.heldUntil) })}</p>
      ) : null}
      {step.failure === null ? null : (
        <p className={classes.failure}>{t(`acceptance.failure.${step.failure}`)}</p>
      )}
      {step.skipReason === null ? null : (
        <p>
          {step.skippedBy === null
            ? t('acceptance.skipped', { reason: step.skipReason })
            : t('acceptance.skippedBy', { who: step.skippedBy, reason: step.skipReason })}
        </p>
      )}
      {figures === '' ? null : <p className={classes.figures}>{figures}</p>}
      {step.attempts < 2 ? null : <p>{t('acceptance.attempts', { count: step.attempts })}</p>}
    </div>
  );
}

export const STEP_MARKS: Readonly<Record<Step['state'], ReactNode>> = {
  waiting: <IconCircle size={18} stroke={1.5} aria-hidden />,
  running: <Loader size={16} aria-hidden />,
  passed: <IconCheck size={18} stroke={2.25} aria-hidden />,
  failed: <IconX size={18} stroke={2.25} aria-hidden />,
  skipped: <IconMinus size={18} stroke={2} aria-hidden />,
};
