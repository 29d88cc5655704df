import { Button, Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import type { Delivery, DeliveryAnswer } from '#api/webhooks.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useTell } from '../../lib/use-tell.ts';
import { type Translate, useText } from '../../text/use-text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { answerWords } from './answer-words.ts';
import classes from './delivery-section.module.css';
import { eventWords } from './event-words.ts';
import { StateBadge, type Tone } from './state-badge.tsx';

const TONES: Readonly<Record<Delivery['state'], Tone>> = {
  waiting: 'attention',
  delivered: 'good',
  'given-up': 'fault',
};

/** One delivery: what it tells, how it fares, and behind it what was sent and answered. */
export function DeliveryItem({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const { at, state, attempts, nextAt, last } = delivery;
  const under = [
    format.moment(at, now),
    ...(attempts === 0 ? [] : [t('webhooks.attempts', { count: attempts })]),
    ...(last === null ? [] : [answerLine(last, t)]),
    // What has not been tried yet waits for those before it, not for a moment.
    ...(nextAt === null || attempts === 0
      ? []
      : [t('webhooks.nextAt', { at: format.momentSeconds(nextAt, now) })]),
  ];
  return (
    <li className={classes.item}>
      <UnstyledButton className={classes.head ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={classes.what}>{eventWords(delivery.kind, t)}</span>
        <StateBadge tone={TONES[state]} text={t(`webhooks.stateOf.${state}`)} />
        <IconChevronDown size={14} data-open={open} aria-hidden />
        <span className={classes.under}>{under.join(' · ')}</span>
      </UnstyledButton>
      <Collapse expanded={open}>{open ? <Behind delivery={delivery} /> : null}</Collapse>
    </li>
  );
}

/** With how long it took, where there was somebody to wait for. */
function answerLine(last: DeliveryAnswer, t: Translate): string {
  const answer = answerWords(last, t);
  return last.outcome.kind === 'refused' ? answer : t('webhooks.answerIn', { answer, ms: last.tookMs });
}

function Behind({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useText();
  const tell = useTell();
  const replay = useCall('replayDelivery');
  const { last, messageId } = delivery;
  return (
    <div className={classes.more}>
      {last === null ? null : <Said outcome={last.outcome} />}
      <Text label={t('webhooks.payload')} text={indented(delivery.payload)} />
      <p className={classes.label}>
        {t('webhooks.messageId')}: {messageId}
      </p>
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRepeat size={14} aria-hidden />}
          loading={replay.isPending}
          onClick={() =>
            replay.mutate(
              { params: { deliveryId: delivery.id } },
              { onSuccess: () => tell.done(t('webhooks.replayed')), onError: tell.failed },
            )
          }
        >
          {t('webhooks.replay')}
        </Button>
        <CopyButton text={delivery.payload} label={t('webhooks.payload')} />
      </div>
    </div>
  );
}

/** What the receiver answered, or what the attempt failed of. */
function Said({ outcome }: { readonly outcome: NonNullable<Delivery['last']>['outcome'] }) {
  const { t } = useText();
  const text = outcome.kind === 'answered' ? outcome.body : outcome.kind === 'failed' ? outcome.detail : '';
  return text === '' ? null : <Text label={t('webhooks.said')} text={text} />;
}

function Text({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p className={classes.label}>{label}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long texts scroll, and must do so by keyboard */}
      <pre className={classes.text} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}

/** For the eye; what is signed is the text as it was sent. */
function indented(payload: string): string {
  return JSON.stringify(JSON.parse(payload), null, 2);
}
