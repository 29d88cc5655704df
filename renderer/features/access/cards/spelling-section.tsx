import { ActionIcon, Button } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { CardDetail } from '#api/access.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { UidText } from '../../../ui/figures.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './spelling-section.module.css';
import { UidForm } from './uid-form.tsx';
import { useLinkSpelling } from './use-link-spelling.ts';

/** The number of the card, and every other way in which readers write it, linked and unlinked by hand. */
export function SpellingSection({ card }: { readonly card: CardDetail }) {
  const { t } = useText();
  const tell = useTell();
  const [adding, setAdding] = useState(false);
  const { link, linkNow } = useLinkSpelling();
  const unlink = useCall('unlinkSpelling');
  const onUnlink = (spelling: string) =>
    unlink.mutate(
      { params: { cardId: card.id, spelling } },
      {
        onSuccess: () =>
          tell.done(t('access.unlinked', { uid: spelling }), {
            undo: () => link.mutate({ params: { cardId: card.id }, body: { uid: spelling } }),
          }),
        onError: tell.failed,
      },
    );
  return (
    <Section
      title={t('access.uid')}
      aside={
        adding ? null : (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('access.linkSpelling')}
          </Button>
        )
      }
    >
      <ul className={classes.numbers}>
        <li>
          <UidText uid={card.uid} />
        </li>
        {card.spellings.map((spelling) => (
          <li key={spelling} className={classes.spelling}>
            <UidText uid={spelling} />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('access.unlink', { uid: spelling })}
              onClick={() => onUnlink(spelling)}
            >
              <IconLinkOff size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {adding ? (
        <UidForm
          label={t('access.otherSpelling')}
          action={t('access.linkSpelling')}
          error={link.error}
          isPending={link.isPending}
          onSubmit={(uid, anyway) => linkNow({ card, uid, anyway }, () => setAdding(false))}
          onCancel={() => setAdding(false)}
        />
      ) : null}
    </Section>
  );
}
