import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { DetailPanel } from '../../ui/split-page.tsx';
import { ClientForm } from './client-form.tsx';
import { SecretTold } from './secret-told.tsx';

interface NewClientPanelProps {
  readonly onDone: (clientId: string) => void;
  readonly onClose: () => void;
}

/** A new client in one form, then its secret, once. */
export function NewClientPanel({ onDone, onClose }: NewClientPanelProps) {
  const { t } = useText();
  const [made, setMade] = useState<{ readonly id: string; readonly name: string; readonly secret: string }>();
  const title = made?.name ?? t('erp.add.clients');
  return (
    <DetailPanel label={title} title={title} onClose={onClose}>
      {made === undefined ? (
        <ClientForm
          client={null}
          onAdded={({ client, secret }) => setMade({ id: client.id, name: client.name, secret })}
        />
      ) : (
        <SecretTold clientId={made.id} secret={made.secret} onDone={() => onDone(made.id)} />
      )}
    </DetailPanel>
  );
}
