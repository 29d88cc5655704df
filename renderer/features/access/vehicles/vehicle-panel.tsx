import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { vehicleName } from '../../../ui/thing-names.ts';
import type { FocusWish } from '../../../ui/use-panel-focus.ts';
import { AssignmentSection } from '../assignments/assignment-section.tsx';
import { HolderActions } from '../holder-actions.tsx';
import { ThingPanel } from '../thing-panel.tsx';
import { OdometerSection } from './odometer-section.tsx';
import { VehicleForm } from './vehicle-form.tsx';

interface VehiclePanelProps {
  readonly vehicleId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One vehicle: what can be done at once, drivers and cards, odometer, and what is written down. */
export function VehiclePanel({ vehicleId, focusOn, onClose }: VehiclePanelProps) {
  const params = { vehicleId };
  const vehicle = useQuery(apiQuery('getVehicle', { params }));
  const change = useCall('changeVehicle');
  const remove = useCall('removeVehicle');
  const restore = useCall('restoreVehicle');
  return (
    <ThingPanel query={vehicle} title={vehicleName} focusOn={focusOn} onClose={onClose}>
      {(data) => (
        <>
          <HolderActions
            state={data.state}
            blockedAt={data.blockedAt}
            name={vehicleName(data)}
            setBlocked={(blocked) => change.mutateAsync({ params, body: { blocked } })}
            remove={() => remove.mutateAsync({ params })}
            restore={() => restore.mutateAsync({ params })}
            onRemoved={onClose}
          />
          <AssignmentSection of={{ kind: 'vehicle', id: vehicleId }} assignments={data.assignments} />
          <OdometerSection vehicle={data} />
          <VehicleForm vehicle={data} onSaved={() => undefined} />
        </>
      )}
    </ThingPanel>
  );
}
