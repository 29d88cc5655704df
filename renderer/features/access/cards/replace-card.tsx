import { Button, Modal } from '@mantine/core';
import { IconCards } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CardDetail } from '#api/access.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { cardName } from '../../../ui/thing-names.ts';
import classes from './replace-card.module.css';
import { UidForm } from './uid-form.tsx';

/** A lost card is blocked and its successor gets what was assigned to it; the sessions of both stay. */
export function ReplaceCard({ card }: { readonly card: CardDetail }) {
  const { t } = useText();
  const tell = useTell();
  const navigate = useNavigate();
  const replace = useCall('replaceCard');
  const [open, setOpen] = useState(false);
  const close = () => {
    replace.reset();
    setOpen(false);
  };
  if (card.state === 'removed') return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCards size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('access.replace')}
      </Button>
      <Modal opened={open} onClose={close} title={t('access.replaceTitle')} centered>
        <p className={classes.text}>{t('access.replaceText')}</p>
        <UidForm
          label={t('access.newUid')}
          action={t('access.replace')}
          error={replace.error}
          isPending={replace.isPending}
          onSubmit={(uid, anyway) =>
            replace.mutate(
              { params: { cardId: card.id }, body: { uid, ...(anyway && { anyway }) } },
              {
                onSuccess: (successor) => {
                  tell.done(t('access.replaced', { old: cardName(card), name: cardName(successor) }));
                  close();
                  void navigate({ to: '/cards', search: { card: successor.id } });
                },
              },
            )
          }
          onCancel={close}
        />
      </Modal>
    </>
  );
}
