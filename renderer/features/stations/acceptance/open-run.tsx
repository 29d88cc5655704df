import { Button } from '@mantine/core';
import type { AcceptanceRun } from '#api/acceptance.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { Section } from '../../../ui/section.tsx';
import classes from './acceptance-tab.module.css';
import { SignForm } from './sign-form.tsx';
import { StepItem } from './step-item.tsx';

/** The run that goes on: every step with its live state, and the signature below. */
export function OpenRun({ run }: { readonly run: AcceptanceRun }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const tell = useTell();
  const abandon = useCall('abandonAcceptance');
  return (
    <>
      <Section
        title={t('acceptance.title')}
        aside={
          <span>
            {t('acceptance.running', {
              number: run.connectorId,
              time: format.moment(run.startedAt, now),
              who: run.startedBy,
            })}
          </span>
        }
      >
        <ol className={classes.steps}>
          {run.steps.map((step) => (
            <StepItem key={step.step} runId={run.id} step={step} />
          ))}
        </ol>
      </Section>
      <Section title={t('acceptance.signTitle')}>
        {run.complete ? (
          <SignForm run={run} />
        ) : (
          <p className={classes.quiet}>{t('acceptance.incomplete')}</p>
        )}
        <div>
          <Button
            variant="subtle"
            onClick={() => abandon.mutate({ params: { runId: run.id } }, { onError: tell.failed })}
          >
            {t('acceptance.abandon')}
          </Button>
        </div>
      </Section>
    </>
  );
}
