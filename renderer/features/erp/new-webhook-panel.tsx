import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { DetailPanel } from '../../ui/split-page.tsx';
import { SecretTold } from './secret-told.tsx';
import { WebhookForm } from './webhook-form.tsx';

interface NewWebhookPanelProps {
  readonly onDone: (webhookId: string) => void;
  readonly onClose: () => void;
}

/** A new webhook in one form, then its secret, once. */
export function NewWebhookPanel({ onDone, onClose }: NewWebhookPanelProps) {
  const { t } = useText();
  const [made, setMade] = useState<{ readonly id: number; readonly name: string; readonly secret: string }>();
  const title = made?.name ?? t('erp.add.webhooks');
  return (
    <DetailPanel label={title} title={title} onClose={onClose}>
      {made === undefined ? (
        <WebhookForm
          webhook={null}
          onAdded={({ webhook, secret }) => setMade({ id: webhook.id, name: webhook.name, secret })}
        />
      ) : (
        <SecretTold
          secret={made.secret}
          text={t('webhooks.secretHint')}
          onDone={() => onDone(String(made.id))}
        />
      )}
    </DetailPanel>
  );
}
