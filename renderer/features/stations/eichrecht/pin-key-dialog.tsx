import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ConnectorKeys } from '#api/meter-keys.ts';
import type { Station } from '#api/stations.ts';
import { momentForField, typedMoment } from '../../../lib/moment-field.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import classes from './eichrecht.module.css';
import { PublicKey } from './public-key.tsx';

/** Type the first key, type that of a new meter, or take over what the station shows. */
export type PinWish = 'pin' | 'exchange' | 'take';

interface PinKeyDialogProps {
  readonly station: Station;
  readonly keys: ConnectorKeys;
  readonly wish: PinWish | null;
  readonly onClose: () => void;
}

/** Pins the key of a meter, with the moment from which it counts and, where there was another, the reason. */
export function PinKeyDialog({ station, keys, wish, onClose }: PinKeyDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={wish !== null}
      onClose={onClose}
      title={wish === null ? '' : t(`eichrecht.dialog.${wish}`, { id: keys.connectorId })}
      centered
      lockScroll={false}
    >
      {wish === null ? null : <PinKeyForm station={station} keys={keys} wish={wish} onClose={onClose} />}
    </Modal>
  );
}

function PinKeyForm({ station, keys, wish, onClose }: PinKeyDialogProps & { readonly wish: PinWish }) {
  const { t } = useText();
  const format = useFormat();
  const tell = useTell();
  const pin = useCall('pinMeterKey');
  const { connectorId, alarm, shown, history } = keys;
  // After an exchange the station mostly shows the new key already.
  const [key, setKey] = useState(wish === 'exchange' ? (alarm?.key ?? '') : '');
  const [since, setSince] = useState(() =>
    momentForField(alarm === null ? Date.now() : Date.parse(alarm.since), format),
  );
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = typedMoment(since, format);
    pin.mutate(
      {
        params: { stationId: station.id, connectorId },
        body: { key: wish === 'take' ? null : key, note, ...(at !== undefined && { since: at }) },
      },
      {
        onSuccess: ({ items }) => {
          const showsAnother = items.some(
            (one) => one.connectorId === connectorId && one.shown?.isPinned === false,
          );
          tell.done(t(showsAnother ? 'eichrecht.pinnedOther' : 'eichrecht.pinned'));
          onClose();
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {wish === 'take' ? (
        <>
          <p>{t('eichrecht.takeText')}</p>
          {shown === null ? null : <PublicKey of={shown} connectorId={connectorId} />}
        </>
      ) : (
        <Textarea
          label={t('eichrecht.key')}
          description={t('eichrecht.keyHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          classNames={{ input: classes.mono ?? '' }}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2_000}
          required
          withAsterisk={false}
          data-autofocus
          spellCheck={false}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('eichrecht.from')}
        description={t('eichrecht.fromHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        type="datetime-local"
        required
        withAsterisk={false}
        value={since}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      {history.length === 0 ? null : (
        <TextInput
          label={t('eichrecht.reason')}
          description={t('eichrecht.reasonHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          maxLength={1_000}
          required
          withAsterisk={false}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      {pin.error === null ? null : <ProblemNote error={pin.error} />}
      <div className={classes.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button type="submit" loading={pin.isPending}>
          {t('words.save')}
        </Button>
      </div>
    </form>
  );
}
