import { useText } from '../../../text/use-text.ts';
import { DetailPanel } from '../../../ui/split-page.tsx';
import { DriverForm } from './driver-form.tsx';

interface NewDriverPanelProps {
  /** Cards and vehicles are assigned in the panel of the driver who is there now. */
  readonly onAdded: (driverId: number) => void;
  readonly onClose: () => void;
}

export function NewDriverPanel({ onAdded, onClose }: NewDriverPanelProps) {
  const { t } = useText();
  return (
    <DetailPanel label={t('access.add.drivers')} title={t('access.add.drivers')} onClose={onClose}>
      <DriverForm driver={null} onSaved={({ id }) => onAdded(id)} />
    </DetailPanel>
  );
}
