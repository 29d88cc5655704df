import { Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { Command } from '#api/commands.ts';
import { useCall } from '../lib/use-call.ts';
import { useFormat } from '../lib/use-format.ts';
import { useNow } from '../lib/use-now.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';
import classes from './command-life.module.css';
import { commandOutcome, commandWords } from './command-words.ts';

/** The life of one command: queued, sent, accepted, seen in effect, each with its time. */
export function CommandLife({ command }: { readonly command: Command }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const tell = useTell();
  const cancel = useCall('cancelCommand');
  const steps = stepsOf(command);
  return (
    <li className={classes.life} data-outcome={outcomeOf(command.state)}>
      <div className={classes.head}>
        <strong>{commandWords(command, t)}</strong>
        <span className={classes.who}>{t('commands.orderedBy', { who: command.orderedBy })}</span>
        {command.state === 'queued' ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => cancel.mutate({ params: { commandId: command.id } }, { onError: tell.failed })}
          >
            {t('commands.cancel')}
          </Button>
        ) : null}
      </div>
      <ol className={classes.steps}>
        {steps.map(({ step, at }) => (
          <li key={step} data-done={at !== null}>
            <span className={classes.tick} aria-hidden>
              {at === null ? null : <IconCheck size={10} stroke={3} />}
            </span>
            <span className={classes.step}>{t(`commands.step.${step}`)}</span>
            <span className={classes.at}>{at === null ? '' : format.momentSeconds(at, now)}</span>
          </li>
        ))}
      </ol>
      <p className={classes.outcome}>
        {outcomeOf(command.state) === 'bad' ? <IconX size={14} aria-hidden /> : null}
        {commandOutcome(command, t, format)}
      </p>
    </li>
  );
}

function stepsOf(command: Command) {
  return [
    { step: 'queued', at: command.queuedAt },
    { step: 'sent', at: command.sentAt },
    { step: 'accepted', at: command.acceptedAt },
    { step: 'in-effect', at: command.state === 'in-effect' ? command.endedAt : null },
  ] as const;
}

function outcomeOf(state: Command['state']): 'good' | 'bad' | 'open' {
  switch (state) {
    case 'in-effect':
      return 'good';
    case 'queued':
    case 'sent':
    case 'accepted':
    case 'no-answer':
      return 'open';
    case 'rejected':
    case 'not-seen':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return 'bad';
  }
}
