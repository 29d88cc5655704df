import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Webhook } from '#api/webhooks.ts';
import { useCall } from '../../lib/use-call.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { answerWords } from './answer-words.ts';
import classes from './failing-note.module.css';
import { healthOf } from './webhook-health.ts';

/** Why deliveries do not arrive, when they are tried again, and a way not to wait for that. */
export function FailingNote({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const tell = useTell();
  const replay = useCall('replayDelivery');
  const { nextDelivery, lastDelivery } = webhook;
  const last = (nextDelivery ?? lastDelivery)?.last ?? null;
  if (healthOf(webhook) !== 'failing' || last === null) return null;
  return (
    <div className={classes.note} role="status">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <div className={classes.text}>
        <p>{t('webhooks.failing', { why: answerWords(last, t) })}</p>
        {nextDelivery === null || nextDelivery.nextAt === null ? null : (
          <>
            <p>
              {t('webhooks.failingSince', {
                count: nextDelivery.attempts,
                at: format.momentSeconds(nextDelivery.nextAt, now),
              })}
            </p>
            <Button
              size="compact-sm"
              variant="default"
              loading={replay.isPending}
              onClick={() =>
                replay.mutate({ params: { deliveryId: nextDelivery.id } }, { onError: tell.failed })
              }
            >
              {t('webhooks.tryNow')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
