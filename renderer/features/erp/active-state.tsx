import { useText } from '../../text/use-text.ts';
import { StateBadge } from './state-badge.tsx';

/** Whether a client or an issuer counts. */
export function ActiveState({ disabledAt }: { readonly disabledAt: string | null }) {
  const { t } = useText();
  return disabledAt === null ? (
    <StateBadge tone="good" text={t('erp.active')} />
  ) : (
    <StateBadge tone="quiet" text={t('erp.disabled')} />
  );
}
