import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../../../lib/api-query.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useText } from '../../../text/use-text.ts';
import type { FocusWish } from '../../../ui/use-panel-focus.ts';
import { AssignmentSection } from '../assignments/assignment-section.tsx';
import { HolderActions } from '../holder-actions.tsx';
import { ThingPanel } from '../thing-panel.tsx';
import { DriverForm } from './driver-form.tsx';

interface DriverPanelProps {
  readonly driverId: number;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One driver: what can be done at once, cards and vehicles, and what is written down. */
export function DriverPanel({ driverId, focusOn, onClose }: DriverPanelProps) {
  const { t } = useText();
  const params = { driverId };
  const driver = useQuery(apiQuery('getDriver', { params }));
  const change = useCall('changeDriver');
  const remove = useCall('removeDriver');
  const restore = useCall('restoreDriver');
  return (
    <ThingPanel query={driver} title={({ name }) => name} focusOn={focusOn} onClose={onClose}>
      {(data) => (
        <>
          <HolderActions
            state={data.state}
            blockedAt={data.blockedAt}
            name={data.name}
            setBlocked={(blocked) => change.mutateAsync({ params, body: { blocked } })}
            remove={() => remove.mutateAsync({ params })}
            restore={() => restore.mutateAsync({ params })}
            onRemoved={onClose}
          >
            <Link to="/sessions/{-$sessionId}" params={{}} search={{ search: data.name }}>
              {t('drivers.sessions')}
            </Link>
          </HolderActions>
          <AssignmentSection of={{ kind: 'driver', id: driverId }} assignments={data.assignments} />
          <DriverForm driver={data} onSaved={() => undefined} />
        </>
      )}
    </ThingPanel>
  );
}
