import { IconNfc } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { DetailPanel } from '../../../ui/split-page.tsx';
import { HeldItem } from './held-item.tsx';
import classes from './hold-panel.module.css';

interface HoldPanelProps {
  readonly onAdd: (uid: string) => void;
  readonly onShow: (cardId: number) => void;
  readonly onClose: () => void;
}

/** Cards held to a station, as it happens: whoever adds one chooses it by time and place. */
export function HoldPanel({ onAdd, onShow, onClose }: HoldPanelProps) {
  const { t } = useText();
  const held = useQuery(apiQuery('listHeldCards', {}));
  const items = held.data?.items ?? [];
  return (
    <DetailPanel
      label={t('access.hold')}
      title={t('access.hold')}
      under={t('access.holdText')}
      onClose={onClose}
    >
      <p className={classes.waiting} role="status">
        <IconNfc size={20} stroke={1.75} aria-hidden />
        {t('access.holdEmpty')}
      </p>
      {held.error !== null && held.data === undefined ? (
        <ProblemNote error={held.error} onRetry={() => void held.refetch()} />
      ) : null}
      <ul aria-live="polite">
        {items.map((one) => (
          <HeldItem key={`${one.at} ${one.stationId} ${one.uid}`} held={one} onAdd={onAdd} onShow={onShow} />
        ))}
      </ul>
    </DetailPanel>
  );
}
