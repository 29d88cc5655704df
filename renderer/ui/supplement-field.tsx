import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../lib/use-call.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';
import classes from './supplement-field.module.css';

/** A word to be added to an entry; what the entry says stays as it is. */
export function SupplementField({ entryId }: { readonly entryId: number }) {
  const { t } = useText();
  const tell = useTell();
  const add = useCall('supplementEntry');
  const [text, setText] = useState('');
  return (
    <form
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        add.mutate(
          { params: { entryId }, body: { text: text.trim() } },
          { onSuccess: () => setText(''), onError: tell.failed },
        );
      }}
    >
      <TextInput
        aria-label={t('logbook.supplement')}
        placeholder={t('logbook.supplement')}
        size="xs"
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" loading={add.isPending} disabled={text.trim() === ''}>
        {t('logbook.writeNote')}
      </Button>
    </form>
  );
}
