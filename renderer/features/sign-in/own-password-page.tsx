import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { useCall } from '../../lib/use-call.ts';
import { useText } from '../../text/use-text.ts';
import { NewPasswordInput } from '../../ui/new-password-input.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { WelcomeFrame } from '../../ui/welcome-frame.tsx';
import classes from './sign-in-page.module.css';

/** Before anything else, a person chooses a password that nobody else has seen. */
export function OwnPasswordPage() {
  const { t } = useText();
  const change = useCall('changePassword');
  const signOut = useCall('signOut');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const isWrong = change.error instanceof ApiError && change.error.code === 'wrong-credentials';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { current, next } });
  };
  return (
    <WelcomeFrame title={t('account.ownPasswordTitle')} text={t('account.ownPasswordText')}>
      <form className={classes.form} onSubmit={submit}>
        <PasswordField
          label={t('account.startPassword')}
          autoComplete="current-password"
          autoFocus
          required
          withAsterisk={false}
          value={current}
          error={isWrong ? t('account.startPasswordWrong') : null}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordInput label={t('settings.passwordNext')} value={next} onChange={setNext} />
        {change.error !== null && !isWrong ? <ProblemNote error={change.error} /> : null}
        <Button type="submit" size="md" loading={change.isPending}>
          {t('account.ownPasswordSave')}
        </Button>
        <Button variant="subtle" onClick={() => signOut.mutate({})}>
          {t('shell.signOut')}
        </Button>
      </form>
    </WelcomeFrame>
  );
}
