import { Button, Modal, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { LONGEST_IDENTITY } from '#api/stations.ts';
import { ApiError } from '../../lib/api-error.ts';
import { useCall } from '../../lib/use-call.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './add-station-dialog.module.css';

interface AddStationDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** For a station that has not been switched on yet. */
export function AddStationDialog({ opened, onClose }: AddStationDialogProps) {
  const { t } = useText();
  return (
    <Modal opened={opened} onClose={onClose} title={t('stations.addTitle')} centered>
      <AddStationForm onDone={onClose} />
    </Modal>
  );
}

function AddStationForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useText();
  const adopt = useCall('adoptStation');
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [onHold, setOnHold] = useState(false);
  const exists = adopt.error instanceof ApiError && adopt.error.code === 'station-exists';
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const named = name.trim();
        adopt.mutate(
          {
            body: {
              id: id.trim(),
              ...(named !== '' && { name: named }),
              ...(onHold && { registration: 'pending' as const }),
            },
          },
          { onSuccess: onDone },
        );
      }}
    >
      <TextInput
        label={t('stations.id')}
        description={t('stations.addText')}
        classNames={{ input: classes.mono ?? '' }}
        data-autofocus
        required
        withAsterisk={false}
        maxLength={LONGEST_IDENTITY}
        value={id}
        error={exists ? t('stations.exists') : null}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <TextInput
        label={t('stations.name')}
        description={t('stations.nameHint')}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Switch
        label={t('stations.setUpFirst')}
        description={t('stations.setUpFirstHint')}
        checked={onHold}
        onChange={(event) => setOnHold(event.currentTarget.checked)}
      />
      {adopt.error !== null && !exists ? <ProblemNote error={adopt.error} /> : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('words.cancel')}
        </Button>
        <Button type="submit" loading={adopt.isPending}>
          {t('words.add')}
        </Button>
      </div>
    </form>
  );
}
