import { Button, Modal } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { CardDetail } from '#api/access.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { Pick, type Picked } from '../../../ui/pick.tsx';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { cardName } from '../../../ui/thing-names.ts';
import classes from '../access-form.module.css';

/** Two entries that are one card become one; which stays is said before, because nothing takes them apart again. */
export function MergeCards({ card }: { readonly card: CardDetail }) {
  const { t } = useText();
  const tell = useTell();
  const merge = useCall('mergeCards');
  const [open, setOpen] = useState(false);
  const [other, setOther] = useState<Picked | null>(null);
  const close = () => {
    merge.reset();
    setOther(null);
    setOpen(false);
  };
  if (card.state === 'removed') return null;
  const isSame = other?.id === card.id;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (other === null || isSame) return;
    merge.mutate(
      { params: { cardId: card.id }, body: { cardId: other.id } },
      {
        onSuccess: () => {
          tell.done(t('access.merged', { other: other.label, name: cardName(card) }));
          close();
        },
      },
    );
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowMerge size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('access.merge')}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={t('access.mergeTitle')}
        centered
        closeButtonProps={{ 'aria-label': t('words.close') }}
      >
        <form className={classes.form} onSubmit={submit}>
          <p>{t('access.mergeText', { name: cardName(card) })}</p>
          <Pick
            kind="card"
            label={t('access.mergeOther')}
            autoFocus
            value={other}
            error={isSame ? t('access.mergeSame') : null}
            onChange={setOther}
          />
          {merge.error === null ? null : <ProblemNote error={merge.error} />}
          <div className={classes.buttons}>
            <Button type="submit" disabled={other === null || isSame} loading={merge.isPending}>
              {t('access.mergeNow')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('words.cancel')}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
