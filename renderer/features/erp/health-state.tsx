import type { Webhook } from '#api/webhooks.ts';
import { useText } from '../../text/use-text.ts';
import { StateBadge } from './state-badge.tsx';
import { HEALTH_TONES, healthOf } from './webhook-health.ts';

/** How a webhook fares, and how much waits. */
export function HealthState({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useText();
  const health = healthOf(webhook);
  return (
    <>
      <StateBadge tone={HEALTH_TONES[health]} text={t(`webhooks.healthOf.${health}`)} />
      {webhook.waiting === 0 ? null : ` ${t('webhooks.waits', { count: webhook.waiting })}`}
    </>
  );
}
