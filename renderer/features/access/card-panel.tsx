import { Button } from '@mantine/core';
import { IconLock, IconLockOpen2, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Card } from '#api/access.ts';
import { useCall } from '../../lib/api-query.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { DetailPanel } from '../../ui/split-page.tsx';
import type { FocusWish } from '../../ui/use-panel-focus.ts';
import { CardForm } from './card-form.tsx';
import classes from './card-panel.module.css';
import { CardState } from './card-state.tsx';

interface CardPanelProps {
  /** Null for a card that is being added. */
  readonly card: Card | null;
  readonly uid: string;
  readonly focusOn: FocusWish | undefined;
  readonly onClose: () => void;
}

/** One card: what is known of it, blocking, removing, and its sessions. */
export function CardPanel({ card, uid, focusOn, onClose }: CardPanelProps) {
  const { t } = useText();
  const title = card === null ? t('access.addTitle') : card.holder === '' ? card.uid : card.holder;
  return (
    <DetailPanel
      label={title}
      title={title}
      under={card === null ? undefined : <CardState card={card} />}
      focusOn={focusOn}
      onClose={onClose}
    >
      <CardForm card={card} uid={uid} onAdded={onClose} />
      {card === null ? null : <CardActions card={card} onRemoved={onClose} />}
    </DetailPanel>
  );
}

interface CardActionsProps {
  readonly card: Card;
  readonly onRemoved: () => void;
}

function CardActions({ card, onRemoved }: CardActionsProps) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeCard');
  const remove = useCall('removeCard');
  const restore = useCall('restoreCard');
  const params = { cardId: card.id };
  const name = card.holder === '' ? card.uid : t('access.of', { uid: card.uid, holder: card.holder });
  const isBlocked = card.blockedAt !== null;

  const setBlocked = (blocked: boolean) =>
    change.mutate(
      { params, body: { blocked } },
      {
        onSuccess: () =>
          tell.done(t(blocked ? 'access.blocked' : 'access.unblocked', { card: name }), {
            undo: () => change.mutate({ params, body: { blocked: !blocked } }, { onError: tell.failed }),
          }),
        onError: tell.failed,
      },
    );
  const onRemove = () =>
    remove.mutate(
      { params },
      {
        onSuccess: () => {
          tell.done(t('access.removed', { card: name }), {
            undo: () => restore.mutate({ params }, { onError: tell.failed }),
          });
          onRemoved();
        },
        onError: tell.failed,
      },
    );
  const LockIcon = isBlocked ? IconLockOpen2 : IconLock;
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        leftSection={<LockIcon size={16} aria-hidden />}
        onClick={() => setBlocked(!isBlocked)}
      >
        {t(isBlocked ? 'access.unblock' : 'access.block')}
      </Button>
      <Button
        variant="default"
        color="fault"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={onRemove}
      >
        {t('words.remove')}
      </Button>
      <Link className={classes.sessions} to="/sessions/{-$sessionId}" params={{}} search={{ card: card.uid }}>
        {t('access.sessions')}
      </Link>
    </div>
  );
}
