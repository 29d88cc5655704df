import { useText } from '../../../text/use-text.ts';
import { DetailPanel } from '../../../ui/split-page.tsx';
import { VehicleForm } from './vehicle-form.tsx';

interface NewVehiclePanelProps {
  /** Drivers and cards are assigned in the panel of the vehicle that is there now. */
  readonly onAdded: (vehicleId: number) => void;
  readonly onClose: () => void;
}

export function NewVehiclePanel({ onAdded, onClose }: NewVehiclePanelProps) {
  const { t } = useText();
  return (
    <DetailPanel label={t('access.add.vehicles')} title={t('access.add.vehicles')} onClose={onClose}>
      <VehicleForm vehicle={null} onSaved={({ id }) => onAdded(id)} />
    </DetailPanel>
  );
}
