import type { Station } from '#api/stations.ts';
import { useText } from '../text/use-text.ts';
import classes from './order-dialog.module.css';
import { SureDialog } from './sure-dialog.tsx';

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
    <SureDialog
      opened={opened}
      title={t('commands.confirmTitle')}
      action={t('commands.confirm', { command: what })}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <ul className={classes.affected}>
        {connectors.map(({ connectorId, session }) => (
          <li key={connectorId}>
            {session?.holder
              ? t('commands.affected', { who: session.holder, number: connectorId })
              : t('commands.affectedNobody', { number: connectorId })}
          </li>
        ))}
      </ul>
    </SureDialog>
  );
}
