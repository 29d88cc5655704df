import { useText } from '../../../text/use-text.ts';
import { DetailPanel } from '../../../ui/split-page.tsx';
import { NewCardForm } from './new-card-form.tsx';

interface NewCardPanelProps {
  /** As a station has just reported it; empty for one that is typed. */
  readonly uid: string;
  readonly onAdded: (cardId: number) => void;
  readonly onClose: () => void;
}

export function NewCardPanel({ uid, onAdded, onClose }: NewCardPanelProps) {
  const { t } = useText();
  return (
    <DetailPanel label={t('access.addTitle')} title={t('access.addTitle')} onClose={onClose}>
      <NewCardForm uid={uid} onAdded={onAdded} />
    </DetailPanel>
  );
}
