import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type MinuteKeys, momentForField, typedMoment } from '../../lib/moment-field.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './erp-page.module.css';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Sends again whatever happened in a time, for a receiver that has lost it. */
export function ReplayForm({ webhookId }: { readonly webhookId: number }) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const replay = useCall('replayDeliveries');
  const [span, setSpan] = useState(() => lastDay(format));
  const from = typedMoment(span.from, format);
  const to = typedMoment(span.to, format);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from === undefined || to === undefined) return;
    replay.mutate(
      { params: { webhookId }, body: { from, to } },
      {
        onSuccess: ({ count }) =>
          tell.done(count === 0 ? t('webhooks.rangedNone') : t('webhooks.ranged', { count })),
      },
    );
  };
  return (
    <Section title={t('webhooks.rangeTitle')}>
      <form className={classes.form} onSubmit={submit}>
        <p className={classes.quiet}>{t('webhooks.rangeText')}</p>
        <div className={classes.pair}>
          <TextInput
            label={t('webhooks.from')}
            type="datetime-local"
            required
            withAsterisk={false}
            value={span.from}
            onChange={(event) => setSpan({ ...span, from: event.currentTarget.value })}
          />
          <TextInput
            label={t('webhooks.to')}
            type="datetime-local"
            required
            withAsterisk={false}
            min={span.from}
            value={span.to}
            onChange={(event) => setSpan({ ...span, to: event.currentTarget.value })}
          />
        </div>
        {replay.error === null ? null : <ProblemNote error={replay.error} />}
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={replay.isPending}>
            {t('webhooks.replay')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

/** Up to the coming minute: the field knows no seconds. */
function lastDay(keys: MinuteKeys) {
  const to = Date.now() + MINUTE_MS;
  return { from: momentForField(to - DAY_MS, keys), to: momentForField(to, keys) };
}
