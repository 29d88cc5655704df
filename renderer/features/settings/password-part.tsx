import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { NewPasswordInput } from '../../ui/new-password-input.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './site-section.module.css';

/** Changes the own password. */
export function PasswordPart() {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changePassword');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const isWrong = change.error instanceof ApiError && change.error.code === 'wrong-credentials';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { body: { current, next } },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          tell.done(t('settings.passwordChanged'));
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <PasswordField
        label={t('settings.passwordCurrent')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={current}
        error={isWrong ? t('settings.passwordWrong') : null}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPasswordInput label={t('settings.passwordNext')} value={next} onChange={setNext} />
      {change.error !== null && !isWrong ? <ProblemNote error={change.error} /> : null}
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('settings.passwordChange')}
        </Button>
      </div>
    </form>
  );
}
