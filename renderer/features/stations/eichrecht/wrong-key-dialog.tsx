import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import classes from './eichrecht.module.css';

interface WrongKeyDialogProps {
  readonly station: Station;
  readonly connectorId: number;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says that a meter is the same and the key it shows is wrong, with the reason. */
export function WrongKeyDialog({ opened, ...rest }: WrongKeyDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title={t('eichrecht.dialog.wrong', { id: rest.connectorId })}
      centered
      lockScroll={false}
    >
      {opened ? <WrongKeyForm {...rest} /> : null}
    </Modal>
  );
}

function WrongKeyForm({ station, connectorId, onClose }: Omit<WrongKeyDialogProps, 'opened'>) {
  const { t } = useText();
  const tell = useTell();
  const judge = useCall('judgeMeterKey');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    judge.mutate(
      { params: { stationId: station.id, connectorId }, body: { note } },
      {
        onSuccess: () => {
          tell.done(t('eichrecht.judged'));
          onClose();
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p>{t('eichrecht.alarmJudgedText')}</p>
      <TextInput
        label={t('eichrecht.reason')}
        maxLength={1_000}
        required
        withAsterisk={false}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {judge.error === null ? null : <ProblemNote error={judge.error} />}
      <div className={classes.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button type="submit" loading={judge.isPending}>
          {t('eichrecht.callWrong')}
        </Button>
      </div>
    </form>
  );
}
