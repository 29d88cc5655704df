import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import classes from './sign-in-page.module.css';

export interface NameAndPassword {
  readonly name: string;
  readonly password: string;
}

interface NameStepProps {
  readonly isWrong: boolean;
  readonly isBusy: boolean;
  readonly isWaiting: boolean;
  readonly onDone: (typed: NameAndPassword) => void;
}

/** Who one is, and the password. */
export function NameStep({ isWrong, isBusy, isWaiting, onDone }: NameStepProps) {
  const { t } = useText();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone({ name, password });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('shell.name')}
        name="username"
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasswordField
        label={t('shell.password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={isWrong ? t('shell.signInWrong') : null}
      />
      <Button type="submit" size="md" loading={isBusy} disabled={isWaiting}>
        {t('shell.signIn')}
      </Button>
    </form>
  );
}
