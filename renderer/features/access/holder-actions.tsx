import { Button } from '@mantine/core';
import { IconArrowBackUp, IconLock, IconLockOpen2, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { HolderState } from '#api/access-lists.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import classes from './holder-actions.module.css';

interface HolderActionsProps {
  readonly state: HolderState;
  readonly blockedAt: string | null;
  /** What it is called in the sentences of the undo bar: `Card 04A2 of Anna`. */
  readonly name: string;
  readonly setBlocked: (blocked: boolean) => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
  readonly restore: () => Promise<unknown>;
  readonly onRemoved: () => void;
  /** Further actions, and links. */
  readonly children?: ReactNode;
}

/** Blocks and removes a driver, vehicle or card at once, with the way back for ten seconds. */
export function HolderActions(props: HolderActionsProps) {
  const { state, blockedAt, name, setBlocked, remove, restore, onRemoved } = props;
  const { t } = useText();
  const tell = useTell();
  const isBlocked = blockedAt !== null;
  const LockIcon = isBlocked ? IconLockOpen2 : IconLock;

  const onBlock = (blocked: boolean) =>
    void setBlocked(blocked).then(
      () =>
        tell.done(t(blocked ? 'access.blocked' : 'access.unblocked', { name }), {
          undo: () => void setBlocked(!blocked).catch(tell.failed),
        }),
      tell.failed,
    );
  const onRemove = () =>
    void remove().then(() => {
      tell.done(t('access.removed', { name }), { undo: () => void restore().catch(tell.failed) });
      onRemoved();
    }, tell.failed);
  const onRestore = () => void restore().then(() => tell.done(t('access.restored', { name })), tell.failed);

  if (state === 'removed')
    return (
      <div className={classes.actions}>
        <Button leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={onRestore}>
          {t('access.restore')}
        </Button>
        {props.children}
      </div>
    );
  return (
    <div className={classes.actions}>
      <Button
        variant="default"
        leftSection={<LockIcon size={16} aria-hidden />}
        onClick={() => onBlock(!isBlocked)}
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
      {props.children}
    </div>
  );
}
