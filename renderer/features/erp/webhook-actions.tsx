import { Button } from '@mantine/core';
import { IconKey, IconSend } from '@tabler/icons-react';
import type { Webhook } from '#api/webhooks.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './erp-page.module.css';
import { OnOffRemove } from './on-off-remove.tsx';

interface WebhookActionsProps {
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
  readonly onRemoved: () => void;
}

/** Tries a webhook, disables or removes it with the way back, and gives it a new secret. */
export function WebhookActions({ webhook, onSecret, onRemoved }: WebhookActionsProps) {
  const { t } = useText();
  const tell = useTell();
  const test = useCall('testWebhook');
  const change = useCall('changeWebhook');
  const remove = useCall('removeWebhook');
  const restore = useCall('restoreWebhook');
  const renew = useCall('renewWebhookSecret');
  const params = { webhookId: webhook.id };
  const { name } = webhook;
  const isDisabled = webhook.disabledAt !== null;
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        leftSection={<IconSend size={16} aria-hidden />}
        loading={test.isPending}
        disabled={isDisabled}
        onClick={() =>
          test.mutate(
            { params },
            { onSuccess: () => tell.done(t('webhooks.testSent', { name })), onError: tell.failed },
          )
        }
      >
        {t('webhooks.sendTest')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconKey size={16} aria-hidden />}
        loading={renew.isPending}
        onClick={() =>
          renew.mutate({ params }, { onSuccess: ({ secret }) => onSecret(secret), onError: tell.failed })
        }
      >
        {t('erp.newSecret')}
      </Button>
      <OnOffRemove
        name={name}
        isDisabled={isDisabled}
        setDisabled={(disabled) => change.mutateAsync({ params, body: { disabled } })}
        remove={() => remove.mutateAsync({ params })}
        restore={() => restore.mutateAsync({ params })}
        onRemoved={onRemoved}
      />
    </div>
  );
}
