import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BehaviourSwitch } from '#api/behaviour.ts';
import type { Station } from '#api/stations.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { choiceWords, switchWords } from '../../ui/switch-words.ts';
import classes from './behaviour-section.module.css';
import { listOf } from './behaviour-words.ts';

type Value = BehaviourSwitch['value'];

interface BehaviourDialogProps {
  readonly station: Station;
  readonly item: BehaviourSwitch | null;
  readonly onClose: () => void;
}

/** Sets one switch for this station, or forgets what was set and learnt. */
export function BehaviourDialog({ station, item, onClose }: BehaviourDialogProps) {
  const { t } = useText();
  return (
    <Modal
      opened={item !== null}
      onClose={onClose}
      title={item === null ? '' : switchWords(item.name, t)}
      centered
      lockScroll={false}
    >
      {item === null ? null : <BehaviourForm station={station} item={item} onClose={onClose} />}
    </Modal>
  );
}

interface BehaviourFormProps {
  readonly station: Station;
  readonly item: BehaviourSwitch;
  readonly onClose: () => void;
}

function BehaviourForm({ station, item, onClose }: BehaviourFormProps) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changeBehaviour');
  const [value, setValue] = useState<Value>(item.value);
  const save = (wanted: Value | null) =>
    change.mutate(
      { params: { stationId: station.id }, body: { name: item.name, value: wanted } },
      {
        onSuccess: () => {
          tell.done(t('behaviour.saved'));
          onClose();
        },
        onError: tell.failed,
      },
    );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save(value);
      }}
    >
      <SwitchInput item={item} value={value} onChange={setValue} />
      <div className={classes.buttons}>
        {item.from === 'site' || item.from === 'learnt' ? (
          <Button variant="subtle" title={t('behaviour.backHint')} onClick={() => save(null)}>
            {t('behaviour.back')}
          </Button>
        ) : null}
        <Button variant="default" onClick={onClose}>
          {t('words.cancel')}
        </Button>
        <Button type="submit" loading={change.isPending}>
          {t('words.save')}
        </Button>
      </div>
    </form>
  );
}

interface SwitchInputProps {
  readonly item: BehaviourSwitch;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function SwitchInput({ item, value, onChange }: SwitchInputProps) {
  const { t } = useText();
  const label = switchWords(item.name, t);
  switch (item.kind) {
    case 'yes-no':
      return (
        <Select
          label={label}
          data={[
            { value: 'true', label: t('behaviour.yes') },
            { value: 'false', label: t('behaviour.no') },
          ]}
          allowDeselect={false}
          data-autofocus
          value={String(value)}
          onChange={(chosen) => onChange(chosen === 'true')}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          data={item.choices.map((choice) => ({ value: choice, label: choiceWords(choice, t) }))}
          allowDeselect={false}
          data-autofocus
          value={String(value)}
          onChange={(chosen) => onChange(chosen ?? value)}
        />
      );
    case 'number':
      return (
        <NumberInput
          label={label}
          description={t('configuration.bounds', { least: item.least ?? 0, most: item.most ?? '' })}
          inputWrapperOrder={['label', 'input', 'description']}
          suffix={item.unit === '' ? '' : ` ${item.unit}`}
          {...(item.least === null ? {} : { min: item.least })}
          {...(item.most === null ? {} : { max: item.most })}
          allowDecimal={false}
          required
          withAsterisk={false}
          data-autofocus
          value={Number(value)}
          onChange={(typed) => onChange(Number(typed))}
        />
      );
    case 'texts':
    case 'numbers':
      return <ListInput item={item} value={value} onChange={onChange} />;
  }
}

function ListInput({ item, value, onChange }: SwitchInputProps) {
  const { t } = useText();
  const [text, setText] = useState(Array.isArray(value) ? value.join(', ') : '');
  return (
    <TextInput
      label={switchWords(item.name, t)}
      description={t('behaviour.listHint')}
      inputWrapperOrder={['label', 'input', 'description']}
      data-autofocus
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const words = listOf(event.currentTarget.value);
        onChange(item.kind === 'numbers' ? words.map((word) => Number(word.replace(',', '.'))) : [...words]);
      }}
    />
  );
}
