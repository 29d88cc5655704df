import { Button } from '@mantine/core';
import { IconNfc } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { HeldCard } from '#api/access.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useText } from '../../text/use-text.ts';
import { UidText } from '../../ui/figures.tsx';
import { DetailPanel } from '../../ui/split-page.tsx';
import classes from './hold-panel.module.css';

interface HoldPanelProps {
  readonly onAdd: (uid: string) => void;
  readonly onClose: () => void;
}

/** Cards held to a station, as it happens: whoever adds one chooses it by time and place. */
export function HoldPanel({ onAdd, onClose }: HoldPanelProps) {
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
      <ul aria-live="polite">
        {items.map((card) => (
          <HeldItem key={`${card.at} ${card.stationId} ${card.uid}`} held={card} onAdd={onAdd} />
        ))}
      </ul>
    </DetailPanel>
  );
}

interface HeldItemProps {
  readonly held: HeldCard;
  readonly onAdd: (uid: string) => void;
}

function HeldItem({ held, onAdd }: HeldItemProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const at = format.sameDay(held.at, now) ? format.timeSeconds(held.at) : format.dateTime(held.at);
  return (
    <li className={classes.held} data-new={held.cardId === null}>
      <div className={classes.text}>
        <p className={classes.uid}>
          <UidText uid={held.uid} />
        </p>
        <p className={classes.facts}>
          {at} · {held.stationName} · {t(`access.verdict.${held.verdict}`)}
        </p>
      </div>
      {held.cardId === null ? (
        <Button size="compact-md" onClick={() => onAdd(held.uid)}>
          {t('access.holdAdd')}
        </Button>
      ) : (
        <span className={classes.facts}>
          {held.holder === null ? null : t('access.holdKnown', { holder: held.holder })}
        </span>
      )}
    </li>
  );
}
