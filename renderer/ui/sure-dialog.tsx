import { Button, Modal } from '@mantine/core';
import { useText } from '../text/use-text.ts';
import classes from './order-dialog.module.css';

interface SureDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What follows from it, in a sentence or two. */
  readonly text: string;
  /** What the button does. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something that cannot be taken back, and says what follows from it. */
export function SureDialog({ opened, title, text, action, onConfirm, onClose }: SureDialogProps) {
  const { t } = useText();
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered lockScroll={false}>
      <p>{text}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button data-autofocus color="fault" onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Modal>
  );
}
