import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';

interface OnOffRemoveProps {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly setDisabled: (disabled: boolean) => Promise<unknown>;
  readonly remove: () => Promise<unknown>;
  readonly restore: () => Promise<unknown>;
  readonly onRemoved: () => void;
}

/** Disables or removes a client, a webhook or an issuer at once, with the way back. */
export function OnOffRemove(props: OnOffRemoveProps) {
  const { name, isDisabled, setDisabled, remove, restore, onRemoved } = props;
  const { t } = useText();
  const tell = useTell();
  const [isBusy, setIsBusy] = useState(false);
  const run = (work: () => Promise<unknown>, onDone: () => void) => {
    setIsBusy(true);
    work()
      .then(onDone, tell.failed)
      .finally(() => setIsBusy(false));
  };
  const toggle = (disabled: boolean, withUndo: boolean) =>
    run(
      () => setDisabled(disabled),
      () =>
        tell.done(
          t(disabled ? 'erp.wasDisabled' : 'erp.wasEnabled', { name }),
          withUndo ? { undo: () => toggle(!disabled, false) } : {},
        ),
    );
  const onRemove = () =>
    run(remove, () => {
      tell.done(t('erp.wasRemoved', { name }), { undo: () => void restore().catch(tell.failed) });
      onRemoved();
    });
  return (
    <>
      <Button variant="default" loading={isBusy} onClick={() => toggle(!isDisabled, true)}>
        {t(isDisabled ? 'erp.enable' : 'erp.disable')}
      </Button>
      <Button
        variant="default"
        color="fault"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={isBusy}
        onClick={onRemove}
      >
        {t('words.remove')}
      </Button>
    </>
  );
}
