import { Button, Modal } from '@mantine/core';
import { affectedConnectors, useOrderState } from '../lib/order-state.ts';
import { useSendOrder } from '../lib/use-order.ts';
import { useText } from '../text/use-text.ts';
import { orderWords } from './command-words.ts';
import classes from './order-dialog.module.css';

/** Asked only when somebody would be cut off; says who, and what would happen. */
export function OrderDialog() {
  const { t } = useText();
  const { pending, ask } = useOrderState();
  const send = useSendOrder();
  const close = () => ask(null);
  const confirm = () => {
    if (pending !== null) send(pending);
    close();
  };
  return (
    <Modal
      opened={pending !== null}
      onClose={close}
      title={t('commands.confirmTitle')}
      centered
      lockScroll={false}
    >
      {pending === null ? null : (
        <>
          <ul className={classes.affected}>
            {affectedConnectors(pending).map(({ connectorId, session }) => (
              <li key={connectorId}>
                {session?.holder
                  ? t('commands.affected', { who: session.holder, number: connectorId })
                  : t('commands.affectedNobody', { number: connectorId })}
              </li>
            ))}
          </ul>
          <div className={classes.buttons}>
            <Button variant="default" onClick={close}>
              {t('words.cancel')}
            </Button>
            <Button data-autofocus onClick={confirm}>
              {t('commands.confirm', { command: orderWords(pending.order, t) })}
            </Button>
          </div>
        </>
      )}
    </Modal>
  );
}
