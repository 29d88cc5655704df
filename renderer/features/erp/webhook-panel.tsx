import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { DeliverySection } from './delivery-section.tsx';
import { FailingNote } from './failing-note.tsx';
import { HealthState } from './health-state.tsx';
import { ReplayForm } from './replay-form.tsx';
import { SecretTold } from './secret-told.tsx';
import { WebhookActions } from './webhook-actions.tsx';
import { WebhookForm } from './webhook-form.tsx';

interface WebhookPanelProps {
  readonly webhookId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One webhook: how it fares, what can be done at once, what was sent, and what it is told of. */
export function WebhookPanel({ webhookId, focusOn, onClose }: WebhookPanelProps) {
  const { t } = useText();
  const webhooks = useQuery(apiQuery('listWebhooks', {}));
  const [secret, setSecret] = useState<string>();
  const webhook = webhooks.data?.items.find(({ id }) => id === webhookId);
  if (webhook === undefined)
    return webhooks.error === null ? null : (
      <DetailPanel label={t('erp.tab.webhooks')} title={t('erp.tab.webhooks')} onClose={onClose}>
        <ProblemNote error={webhooks.error} onRetry={() => void webhooks.refetch()} />
      </DetailPanel>
    );
  return (
    <DetailPanel
      label={webhook.name}
      title={webhook.name}
      under={<HealthState webhook={webhook} />}
      focusOn={focusOn}
      onClose={onClose}
    >
      {secret === undefined ? (
        <>
          <FailingNote webhook={webhook} />
          <WebhookActions webhook={webhook} onSecret={setSecret} onRemoved={onClose} />
          <DeliverySection webhookId={webhookId} />
          <WebhookForm webhook={webhook} onAdded={() => undefined} />
          <ReplayForm webhookId={webhookId} />
        </>
      ) : (
        <SecretTold secret={secret} text={t('webhooks.secretNow')} onDone={() => setSecret(undefined)} />
      )}
    </DetailPanel>
  );
}
