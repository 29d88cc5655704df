import { type DeliveryAnswer, SEND_FAILURES, TARGET_OBSTACLES } from '#api/webhooks.ts';
import type { Translate } from '../../text/use-text.ts';

/** What came of an attempt to deliver, in a few words. */
export function answerWords({ outcome }: DeliveryAnswer, t: Translate): string {
  switch (outcome.kind) {
    case 'answered':
      return t('webhooks.status', { status: outcome.status });
    case 'refused': {
      const obstacle = TARGET_OBSTACLES.find((one) => one === outcome.obstacle);
      return t('webhooks.refused', { reason: obstacle === undefined ? '' : t(`webhooks.short.${obstacle}`) });
    }
    case 'failed': {
      const failure = SEND_FAILURES.find((one) => one === outcome.failure);
      return failure === undefined ? outcome.detail : t(`webhooks.failure.${failure}`);
    }
  }
}
