import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import type { Client } from '#api/clients.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './erp-page.module.css';
import { OnOffRemove } from './on-off-remove.tsx';
import { RenewDialog } from './renew-dialog.tsx';

interface ClientActionsProps {
  readonly client: Client;
  readonly onSecret: (secret: string) => void;
  readonly onRemoved: () => void;
}

/** Disables or removes a client at once, with the way back, and gives it a new secret. */
export function ClientActions({ client, onSecret, onRemoved }: ClientActionsProps) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeClient');
  const remove = useCall('removeClient');
  const restore = useCall('restoreClient');
  const renew = useCall('renewClientSecret');
  const [isAsked, setIsAsked] = useState(false);
  const params = { clientId: client.id };
  const { name } = client;
  const onRenew = (oldValidSeconds: number) => {
    setIsAsked(false);
    renew.mutate(
      { params, body: { oldValidSeconds } },
      {
        onSuccess: ({ secret }) => {
          tell.done(t('clients.wasMade', { name }));
          onSecret(secret);
        },
        onError: tell.failed,
      },
    );
  };
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        leftSection={<IconKey size={16} aria-hidden />}
        loading={renew.isPending}
        onClick={() => setIsAsked(true)}
      >
        {t('erp.newSecret')}
      </Button>
      <OnOffRemove
        name={name}
        isDisabled={client.disabledAt !== null}
        setDisabled={(disabled) => change.mutateAsync({ params, body: { disabled } })}
        remove={() => remove.mutateAsync({ params })}
        restore={() => restore.mutateAsync({ params })}
        onRemoved={onRemoved}
      />
      <RenewDialog name={name} opened={isAsked} onRenew={onRenew} onClose={() => setIsAsked(false)} />
    </div>
  );
}
