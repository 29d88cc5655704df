import { Button, Modal } from '@mantine/core';
import { useOrderState } from '../lib/order-state.ts';
import { useFormat } from '../lib/use-format.ts';
import { useSendOrder } from '../lib/use-order.ts';
import { useText } from '../text/use-text.ts';
import { checkSentence } from './check-sentence.ts';
import { orderWords } from './command-words.ts';
import classes from './order-dialog.module.css';

/** A card was refused: says why, and orders it all the same for whoever may. */
export function RefusedDialog() {
  const { t } = useText();
  const format = useFormat();
  const { refused, refuse } = useOrderState();
  const send = useSendOrder();
  const close = () => refuse(null);
  if (refused === null) return null;
  const { pending, check } = refused;
  const { order } = pending;
  const insist = () => {
    if (order.kind === 'remote-start') send({ ...pending, order: { ...order, anyway: true } });
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('commands.refusedTitle')}
      closeButtonProps={{ 'aria-label': t('words.close') }}
      centered
      lockScroll={false}
    >
      <p className={classes.reason}>{checkSentence(check, { t, format })}</p>
      <div className={classes.buttons}>
        <Button {...(check.anywayAllowed ? { variant: 'default' } : {})} data-autofocus onClick={close}>
          {t(check.anywayAllowed ? 'words.cancel' : 'words.close')}
        </Button>
        {check.anywayAllowed ? (
          <Button onClick={insist}>{t('commands.confirm', { command: orderWords(order, t) })}</Button>
        ) : null}
      </div>
    </Modal>
  );
}
