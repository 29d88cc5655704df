import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './acceptance-tab.module.css';
import type { Step } from './step-item.tsx';

interface StepButtonsProps {
  readonly runId: number;
  readonly step: Step;
}

/** What has to be done stands out; what may be done again does not. */
const VARIANTS = {
  waiting: 'default',
  running: 'default',
  failed: 'filled',
  passed: 'subtle',
  skipped: 'subtle',
} as const;

const OFFLINE_MINUTES = [1, 2, 5, 10] as const;

/** Begin, repeat, or leave out with a reason. */
export function StepButtons({ runId, step }: StepButtonsProps) {
  const { t } = useText();
  const tell = useTell();
  const begin = useCall('beginAcceptanceStep');
  const [minutes, setMinutes] = useState<number>(2);
  const [skipping, setSkipping] = useState(false);
  const isOffline = step.step === 'offline';
  const onBegin = () =>
    begin.mutate(
      {
        params: { runId, step: step.step },
        body: isOffline ? { offlineSeconds: minutes * 60 } : {},
      },
      { onError: tell.failed },
    );
  if (skipping) return <SkipForm runId={runId} step={step} onDone={() => setSkipping(false)} />;
  return (
    <div className={classes.buttons}>
      {isOffline && step.state !== 'running' && step.state !== 'passed' ? (
        <Select
          size="xs"
          w={90}
          aria-label={t('acceptance.offlineFor')}
          allowDeselect={false}
          value={String(minutes)}
          onChange={(value) => setMinutes(Number(value))}
          data={OFFLINE_MINUTES.map((count) => ({
            value: String(count),
            label: t('acceptance.minutes', { count }),
          }))}
        />
      ) : null}
      {step.state === 'running' ? null : (
        <Button
          size="compact-sm"
          variant={VARIANTS[step.state]}
          loading={begin.isPending}
          aria-label={`${t(step.state === 'waiting' ? 'acceptance.beginStep' : 'acceptance.repeat')}: ${t(`acceptance.step.${step.step}`)}`}
          onClick={onBegin}
        >
          {t(step.state === 'waiting' ? 'acceptance.beginStep' : 'acceptance.repeat')}
        </Button>
      )}
      {step.state === 'passed' || step.state === 'skipped' ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${t('acceptance.skip')}: ${t(`acceptance.step.${step.step}`)}`}
          onClick={() => setSkipping(true)}
        >
          {t('acceptance.skip')}
        </Button>
      )}
    </div>
  );
}

function SkipForm({ runId, step, onDone }: StepButtonsProps & { readonly onDone: () => void }) {
  const { t } = useText();
  const tell = useTell();
  const skip = useCall('skipAcceptanceStep');
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.skip}
      onSubmit={(event) => {
        event.preventDefault();
        skip.mutate(
          { params: { runId, step: step.step }, body: { reason } },
          { onSuccess: onDone, onError: tell.failed },
        );
      }}
    >
      <TextInput
        size="xs"
        label={t('acceptance.skipReason')}
        required
        withAsterisk={false}
        autoFocus
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="compact-sm" type="submit" loading={skip.isPending}>
          {t('acceptance.skip')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          {t('words.cancel')}
        </Button>
      </div>
    </form>
  );
}
