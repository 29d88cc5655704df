import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { useText } from '../../text/use-text.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import classes from './site-section.module.css';

interface PasswordStepProps {
  readonly wish: 'turn-on' | 'turn-off' | 'new-codes';
  readonly error: Error | null;
  readonly isBusy: boolean;
  readonly onPassword: (password: string) => void;
}

/** Says what follows, and asks once more for the password. */
export function PasswordStep({ wish, error, isBusy, onPassword }: PasswordStepProps) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const isWrong = error instanceof ApiError && error.code === 'wrong-credentials';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPassword(password);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {wish === 'turn-on' ? null : (
        <p>{t(wish === 'turn-off' ? 'account.turnOffText' : 'account.newCodesText')}</p>
      )}
      <PasswordField
        label={t('account.askPassword')}
        description={t('account.askPasswordText')}
        autoComplete="current-password"
        data-autofocus
        required
        withAsterisk={false}
        value={password}
        error={isWrong ? t('settings.passwordWrong') : null}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {error !== null && !isWrong ? <ProblemNote error={error} /> : null}
      <Button type="submit" loading={isBusy}>
        {t(wish === 'turn-off' ? 'account.turnOff' : 'account.goOn')}
      </Button>
    </form>
  );
}
