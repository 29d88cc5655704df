import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Stray } from '#api/sessions.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { UidText, When } from '../../ui/figures.tsx';
import classes from './stray-item.module.css';

type Open = 'nothing' | 'frame' | 'dismissing';

/** One message without a session: where from, what it says, and a way to put it aside. */
export function StrayItem({ stray }: { readonly stray: Stray }) {
  const { t } = useText();
  const tell = useTell();
  const dismiss = useCall('dismissStray');
  const [open, setOpen] = useState<Open>('nothing');
  const [note, setNote] = useState('');
  return (
    <li className={classes.stray}>
      <div className={classes.head}>
        <div className={classes.text}>
          <p>
            <strong>{stray.stationName}</strong>{' '}
            {t(`sessions.strayKind.${stray.kind}`, { number: stray.transactionId ?? t('words.none') })}
          </p>
          <p className={classes.facts}>
            <When at={stray.receivedAt} />
            {stray.idTag === null ? null : (
              <>
                {' · '}
                {t('words.card')} <UidText uid={stray.idTag} />
              </>
            )}
          </p>
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={open === 'frame'}
          onClick={() => setOpen(open === 'frame' ? 'nothing' : 'frame')}
        >
          {t('sessions.showFrame')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setOpen('dismissing')}>
          {t('sessions.dismiss')}
        </Button>
      </div>
      {open === 'frame' ? <pre className={classes.frame}>{stray.frame}</pre> : null}
      {open === 'dismissing' ? (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            dismiss.mutate(
              { params: { strayId: stray.id }, body: { note: note.trim() } },
              { onError: tell.failed },
            );
          }}
        >
          <TextInput
            className={classes.note ?? ''}
            aria-label={t('sessions.dismissNote')}
            placeholder={t('sessions.dismissNote')}
            autoFocus
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" loading={dismiss.isPending}>
            {t('sessions.dismiss')}
          </Button>
          <Button variant="subtle" onClick={() => setOpen('nothing')}>
            {t('words.cancel')}
          </Button>
        </form>
      ) : null}
    </li>
  );
}
