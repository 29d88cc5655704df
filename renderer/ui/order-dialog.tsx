import { affectedConnectors, useOrderState } from '../lib/order-state.ts';
import { useSendOrder } from '../lib/use-order.ts';
import { useText } from '../text/use-text.ts';
import { orderWords } from './command-words.ts';
import { CutOffDialog } from './cut-off-dialog.tsx';

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
    <CutOffDialog
      opened={pending !== null}
      connectors={pending === null ? [] : affectedConnectors(pending)}
      what={pending === null ? '' : orderWords(pending.order, t)}
      onConfirm={confirm}
      onClose={close}
    />
  );
}
