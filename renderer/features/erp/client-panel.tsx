import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientInList } from '#api/clients.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTenantName } from '../../lib/use-tenant-name.ts';
import { useText } from '../../text/use-text.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { When } from '../../ui/figures.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { ActiveState } from './active-state.tsx';
import { ClientActions } from './client-actions.tsx';
import { ClientForm } from './client-form.tsx';
import classes from './erp-page.module.css';
import { SecretTold } from './secret-told.tsx';

interface ClientPanelProps {
  readonly clientId: string;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One client: what can be done at once, how it names itself, and what it may. */
export function ClientPanel({ clientId, focusOn, onClose }: ClientPanelProps) {
  const { t } = useText();
  const clients = useQuery(apiQuery('listClients', {}));
  const [secret, setSecret] = useState<string>();
  const client = clients.data?.items.find(({ id }) => id === clientId);
  if (client === undefined)
    return clients.error === null ? null : (
      <DetailPanel label={t('erp.tab.clients')} title={t('erp.tab.clients')} onClose={onClose}>
        <ProblemNote error={clients.error} onRetry={() => void clients.refetch()} />
      </DetailPanel>
    );
  return (
    <DetailPanel
      label={client.name}
      title={client.name}
      under={<ActiveState disabledAt={client.disabledAt} />}
      focusOn={focusOn}
      onClose={onClose}
    >
      {secret === undefined ? (
        <>
          <ClientActions client={client} onSecret={setSecret} onRemoved={onClose} />
          <ClientFacts client={client} />
          <ClientForm client={client} onAdded={() => undefined} />
        </>
      ) : (
        <SecretTold clientId={client.id} secret={secret} onDone={() => setSecret(undefined)} />
      )}
    </DetailPanel>
  );
}

function ClientFacts({ client }: { readonly client: ClientInList }) {
  const { t } = useText();
  const format = useFormat();
  const tenantOf = useTenantName();
  const newest = client.secrets.at(-1);
  const old = client.secrets.findLast(({ validUntil }) => validUntil !== null)?.validUntil ?? null;
  return (
    <>
      <div>
        <p className={classes.label}>{t('clients.id')}</p>
        <CopyField text={client.id} label={t('clients.id')} />
      </div>
      <FactsList
        rows={[
          {
            label: t('clients.lastUse'),
            value: client.lastUsedAt === null ? t('clients.never') : <When at={client.lastUsedAt} full />,
          },
          newest === undefined
            ? null
            : {
                label: t('clients.secretsNow'),
                value: t('clients.madeAt', { at: format.dateTime(newest.madeAt) }),
              },
          { label: t('erp.node'), value: tenantOf(client.tenantId) },
          {
            label: t('erp.addedBy'),
            value: t('erp.addedByWhom', { at: format.dateTime(client.createdAt), name: client.createdBy }),
          },
        ]}
      />
      {old === null ? null : (
        <p className={classes.quiet}>{t('clients.oldUntil', { at: format.dateTime(old) })}</p>
      )}
      <Link to="/erp" search={{ tab: 'requests', client: client.id }}>
        {t('clients.requests')}
      </Link>
    </>
  );
}
