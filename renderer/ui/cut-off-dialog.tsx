import { Button, Modal } from '@mantine/core';
import type { Station } from '#api/stations.ts';
import { useText } from '../text/use-text.ts';
import classes from './order-dialog.module.css';

interface CutOffDialogProps {
  readonly opened: boolean;
  /** The connectors with a running session. */
  readonly connectors: Station['connectors'];
  /** What is done in spite of it, in words. */
  readonly what: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Names whoever would be cut off, and does it only after that. */
export function CutOffDialog({ opened, connectors, what, onConfirm, onClose }: CutOffDialogProps) {
  const { t } = useText();
  return (
    <Modal opened={opened} onClose={onClose} title={t('commands.confirmTitle')} centered lockScroll={false}>
      <ul className={classes.affected}>
        {connectors.map(({ connectorId, session }) => (
          <li key={connectorId}>
            {session?.holder
              ? t('commands.affected', { who: session.holder, number: connectorId })
              : t('commands.affectedNobody', { number: connectorId })}
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button data-autofocus onClick={onConfirm}>
          {t('commands.confirm', { command: what })}
        </Button>
      </div>
    </Modal>
  );
}
