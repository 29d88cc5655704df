import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Station } from '#api/stations.ts';
import { useCall } from '../lib/use-call.ts';
import { useTell } from '../lib/use-tell.ts';
import { useText } from '../text/use-text.ts';
import classes from './note-field.module.css';

interface NoteFieldProps {
  /** Left out: a note about the whole site. */
  readonly station?: Pick<Station, 'id' | 'name'>;
  readonly autoFocus?: boolean;
}

/** A word for the logbook. Ctrl/⌘ Enter writes it down. */
export function NoteField({ station, autoFocus = false }: NoteFieldProps) {
  const { t } = useText();
  const tell = useTell();
  const write = useCall('writeNote');
  const [text, setText] = useState('');
  const label = station === undefined ? t('logbook.note') : t('logbook.noteAbout', { station: station.name });
  const submit = () => {
    if (text.trim() === '') return;
    write.mutate(
      { body: { text: text.trim(), ...(station !== undefined && { stationId: station.id }) } },
      { onSuccess: () => setText(''), onError: tell.failed },
    );
  };
  return (
    <form
      className={classes.note}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        className={classes.text ?? ''}
        aria-label={label}
        placeholder={label}
        autoFocus={autoFocus}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Button type="submit" variant="default" loading={write.isPending} disabled={text.trim() === ''}>
        {t('logbook.writeNote')}
      </Button>
    </form>
  );
}
