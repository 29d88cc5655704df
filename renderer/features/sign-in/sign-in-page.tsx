import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { useCall } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { WelcomeFrame } from '../../ui/welcome-frame.tsx';
import classes from './sign-in-page.module.css';
import { useCountdown } from './use-countdown.ts';

/** Name and password; after too many wrong ones, how long to wait. */
export function SignInPage({ demo }: { readonly demo: boolean }) {
  const { t } = useText();
  const signIn = useCall('signIn');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const problem = signIn.error instanceof ApiError ? signIn.error.problem : null;
  const waitSeconds = useCountdown(
    problem?.code === 'too-many-attempts' ? (problem.retryAfterSeconds ?? 30) : 0,
  );

  return (
    <WelcomeFrame title={t('shell.signInTitle')} {...(demo && { text: t('shell.demo') })}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ body: { name, password } });
        }}
      >
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
        <PasswordInput
          label={t('shell.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={problem?.code === 'wrong-credentials' ? t('shell.signInWrong') : null}
        />
        {waitSeconds > 0 ? (
          <p className={classes.wait} role="status">
            {t('shell.signInWait', { seconds: waitSeconds })}
          </p>
        ) : null}
        {signIn.error !== null && !isTold(problem?.code) ? <ProblemNote error={signIn.error} /> : null}
        <Button type="submit" size="md" loading={signIn.isPending} disabled={waitSeconds > 0}>
          {t('shell.signIn')}
        </Button>
      </form>
    </WelcomeFrame>
  );
}

function isTold(code: string | undefined): boolean {
  return code === 'wrong-credentials' || code === 'too-many-attempts';
}
