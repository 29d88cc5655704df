import { useQuery } from '@tanstack/react-query';
import type { Issuer } from '#api/issuers.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useTenantName } from '../../lib/use-tenant-name.ts';
import { useText } from '../../text/use-text.ts';
import { FactsList } from '../../ui/facts-list.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { ActiveState } from './active-state.tsx';
import { IssuerActions } from './issuer-actions.tsx';
import { IssuerForm } from './issuer-form.tsx';

interface IssuerPanelProps {
  readonly issuerId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One issuer: what can be done at once, what is known of its keys, and what is written down. */
export function IssuerPanel({ issuerId, focusOn, onClose }: IssuerPanelProps) {
  const { t } = useText();
  const format = useFormat();
  const tenantOf = useTenantName();
  const issuers = useQuery(apiQuery('listIssuers', {}));
  const issuer = issuers.data?.items.find(({ id }) => id === issuerId);
  if (issuer === undefined)
    return issuers.error === null ? null : (
      <DetailPanel label={t('erp.tab.issuers')} title={t('erp.tab.issuers')} onClose={onClose}>
        <ProblemNote error={issuers.error} onRetry={() => void issuers.refetch()} />
      </DetailPanel>
    );
  return (
    <DetailPanel
      label={issuer.name}
      title={issuer.name}
      under={<ActiveState disabledAt={issuer.disabledAt} />}
      focusOn={focusOn}
      onClose={onClose}
    >
      <IssuerActions issuer={issuer} onRemoved={onClose} />
      <FactsList
        rows={[
          { label: t('issuers.keys'), value: keyWords() },
          { label: t('erp.node'), value: tenantOf(issuer.tenantId) },
          { label: t('erp.addedBy'), value: format.dateTime(issuer.createdAt) },
        ]}
      />
      <IssuerForm key={keysOf(issuer)} issuer={issuer} onAdded={() => undefined} />
    </DetailPanel>
  );

  function keyWords(): string {
    if (issuer === undefined) return '';
    const { keyIds, keysUrl, keysFetchedAt } = issuer;
    const keys = keyIds.map((id) => (id === '' ? t('issuers.noKeyId') : id)).join(', ');
    if (keysUrl === null) return t('issuers.keysStored', { keys });
    if (keysFetchedAt === null) return t('issuers.keysAwaited');
    return t('issuers.keysFetched', { at: format.dateTime(keysFetchedAt), keys });
  }
}

/** With other keys the form begins anew: what was pasted is kept now. */
function keysOf({ keysUrl, keyIds }: Issuer): string {
  return keysUrl ?? keyIds.join();
}
