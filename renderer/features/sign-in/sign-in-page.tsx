import { useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { useCall } from '../../lib/use-call.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { WelcomeFrame } from '../../ui/welcome-frame.tsx';
import { CodeStep } from './code-step.tsx';
import { type NameAndPassword, NameStep } from './name-step.tsx';
import classes from './sign-in-page.module.css';
import { useCountdown } from './use-countdown.ts';

/** Name and password, and a code only where one is needed; after too many wrong ones, how long to wait. */
export function SignInPage({ demo }: { readonly demo: boolean }) {
  const { t } = useText();
  const signIn = useCall('signIn');
  const [known, setKnown] = useState<NameAndPassword | null>(null);
  const problem = signIn.error instanceof ApiError ? signIn.error.problem : null;
  const waitSeconds = useCountdown(
    problem?.code === 'too-many-attempts' ? (problem.retryAfterSeconds ?? 30) : 0,
  );
  const begin = (typed: NameAndPassword) =>
    signIn.mutate(
      { body: typed },
      {
        onError: (error) => {
          if (!(error instanceof ApiError) || error.code !== 'second-factor-needed') return;
          setKnown(typed);
          signIn.reset();
        },
      },
    );
  const step = { isBusy: signIn.isPending, isWaiting: waitSeconds > 0 };

  return (
    <WelcomeFrame
      title={t(known === null ? 'shell.signInTitle' : 'account.codeTitle')}
      {...(demo && { text: t('shell.demo') })}
    >
      <div className={classes.form}>
        {waitSeconds > 0 ? (
          <p className={classes.wait} role="status">
            {t('shell.signInWait', { seconds: waitSeconds })}
          </p>
        ) : null}
        {signIn.error !== null && !isTold(problem?.code) ? <ProblemNote error={signIn.error} /> : null}
        {known === null ? (
          <NameStep {...step} isWrong={problem?.code === 'wrong-credentials'} onDone={begin} />
        ) : (
          <CodeStep
            {...step}
            isWrong={problem?.code === 'wrong-code'}
            onCode={(code) => signIn.mutate({ body: { ...known, code } })}
            onBack={() => {
              setKnown(null);
              signIn.reset();
            }}
          />
        )}
      </div>
    </WelcomeFrame>
  );
}

function isTold(code: string | undefined): boolean {
  return (
    code === 'wrong-credentials' ||
    code === 'too-many-attempts' ||
    code === 'second-factor-needed' ||
    code === 'wrong-code'
  );
}
