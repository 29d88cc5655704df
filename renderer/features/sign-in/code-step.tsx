import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import classes from './sign-in-page.module.css';

interface CodeStepProps {
  readonly isWrong: boolean;
  readonly isBusy: boolean;
  readonly isWaiting: boolean;
  readonly onCode: (code: string) => void;
  readonly onBack: () => void;
}

/** The password was right; now the code. It is sent as soon as six digits are there, typed or pasted. */
export function CodeStep({ isWrong, isBusy, isWaiting, onCode, onBack }: CodeStepProps) {
  const { t } = useText();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCode(code);
  };
  const change = (typed: string) => {
    setCode(typed);
    if (/^\d{6}$/.test(typed.replaceAll(/\s/g, '')) && !isBusy && !isWaiting) onCode(typed);
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={t('account.code')}
        description={t('account.codeHint')}
        name="code"
        autoComplete="one-time-code"
        inputMode="text"
        autoFocus
        required
        withAsterisk={false}
        minLength={6}
        maxLength={40}
        value={code}
        error={isWrong ? t('account.codeWrong') : null}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={isBusy} disabled={isWaiting}>
        {t('shell.signIn')}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {t('account.otherPerson')}
      </Button>
    </form>
  );
}
