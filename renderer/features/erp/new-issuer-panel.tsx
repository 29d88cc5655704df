import { useText } from '../../text/use-text.ts';
import { DetailPanel } from '../../ui/split-page.tsx';
import { IssuerForm } from './issuer-form.tsx';

interface NewIssuerPanelProps {
  readonly onAdded: (issuerId: string) => void;
  readonly onClose: () => void;
}

/** An issuer that is to be trusted from now on. */
export function NewIssuerPanel({ onAdded, onClose }: NewIssuerPanelProps) {
  const { t } = useText();
  return (
    <DetailPanel label={t('erp.add.issuers')} title={t('erp.add.issuers')} onClose={onClose}>
      <IssuerForm issuer={null} onAdded={(id) => onAdded(String(id))} />
    </DetailPanel>
  );
}
