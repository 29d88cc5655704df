import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import classes from './order-dialog.module.css';

interface SureDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What follows from it. */
  readonly children: ReactNode;
  /** What the button does. */
  readonly action: string;
  /** Red for what cannot be taken back, and not what Enter does. */
  readonly isFinal?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something, and says what follows from it. */
export function SureDialog({
  opened,
  title,
  children,
  action,
  isFinal,
  onConfirm,
  onClose,
}: SureDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('words.close') }}
    >
      {children}
      <div className={classes.buttons}>
        <Button variant="default" {...(isFinal ? { 'data-autofocus': true } : {})} onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button {...(isFinal ? { color: 'fault' } : { 'data-autofocus': true })} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Modal>
  );
}
