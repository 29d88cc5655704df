import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConfigurationChange, ConfigurationEntry } from '#api/configuration.ts';
import type { Station } from '#api/stations.ts';
import { ApiError } from '../../lib/api-error.ts';
import { problemText } from '../../lib/problem-text.ts';
import { useCall } from '../../lib/use-call.ts';
import { useText } from '../../text/use-text.ts';
import { keyMeaning, settingProblemWords, settingWords } from './configuration-words.ts';
import classes from './setting-form.module.css';
import { SettingInput } from './setting-input.tsx';

interface SettingFormProps {
  readonly station: Station;
  readonly entry: ConfigurationEntry | null;
  readonly onAnswer: (change: ConfigurationChange) => void;
  readonly onCancel: () => void;
}

/** The new value, and the difference before it is sent. */
export function SettingForm({ station, entry, onAnswer, onCancel }: SettingFormProps) {
  const { t } = useText();
  const change = useCall('changeConfiguration');
  const [key, setKey] = useState(entry?.key ?? '');
  const [value, setValue] = useState(entry?.value ?? '');
  const isSame = entry !== null && !entry.secret && value === (entry.value ?? '');
  const send = (anyway: boolean) =>
    change.mutate(
      {
        params: { stationId: station.id },
        body: { key: key.trim(), value, ...(anyway ? { anyway } : {}) },
      },
      { onSuccess: onAnswer },
    );
  const { error } = change;
  const looksWrong = error instanceof ApiError && error.code === 'setting-looks-wrong' ? error : null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      {entry === null ? (
        <TextInput
          label={t('configuration.key')}
          description={t('configuration.addHint')}
          required
          withAsterisk={false}
          maxLength={50}
          pattern="\s*\S+\s*"
          classNames={{ input: classes.mono ?? '' }}
          data-autofocus
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      ) : (
        <p className={classes.meaning}>{keyMeaning(entry.key, t) ?? t('configuration.own')}</p>
      )}
      <SettingInput entry={entry} value={value} onChange={setValue} />
      <Difference entry={entry} value={value} isSame={isSame} />
      {error === null ? null : (
        <p className={classes.problem} role="alert">
          {looksWrong === null ? problemText(error, t) : settingProblemWords(looksWrong.problem, t)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('words.cancel')}
        </Button>
        {looksWrong === null ? null : (
          <Button variant="default" loading={change.isPending} onClick={() => send(true)}>
            {t('configuration.sendAnyway')}
          </Button>
        )}
        <Button type="submit" loading={change.isPending} disabled={isSame || key.trim() === ''}>
          {t('configuration.send')}
        </Button>
      </div>
    </form>
  );
}

interface DifferenceProps {
  readonly entry: ConfigurationEntry | null;
  readonly value: string;
  readonly isSame: boolean;
}

function Difference({ entry, value, isSame }: DifferenceProps) {
  const { t } = useText();
  if (entry === null) return null;
  return (
    <dl className={classes.difference}>
      <dt>{t('configuration.present')}</dt>
      <dd>{settingWords(entry, t)}</dd>
      <dt>{t('configuration.difference')}</dt>
      <dd>
        {isSame ? (
          t('configuration.unchanged')
        ) : (
          <strong>{entry.secret ? '•••' : settingWords({ ...entry, value }, t)}</strong>
        )}
      </dd>
    </dl>
  );
}
