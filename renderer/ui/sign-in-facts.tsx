import type { ReactNode } from 'react';
import type { SignIn } from '#api/account.ts';
import { useFormat } from '../lib/use-format.ts';
import { useNow } from '../lib/use-now.ts';
import { type Translate, useText } from '../text/use-text.ts';
import classes from './sign-in-facts.module.css';

interface SignInFactsProps {
  readonly signIn: SignIn;
  /** Stands behind the name of the device. */
  readonly children?: ReactNode;
}

/** One browser or window where somebody is signed in: what it is, from where, since when. */
export function SignInFacts({ signIn, children }: SignInFactsProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  return (
    <div className={classes.facts}>
      <p>
        {deviceWords(signIn, t)}
        {children}
      </p>
      <p className={classes.quiet}>
        {t('account.signInFacts', {
          address: signIn.address,
          since: format.moment(signIn.since, now),
          seen: format.moment(signIn.lastSeenAt, now),
        })}
      </p>
    </div>
  );
}

/** What a person would call the device. */
export function deviceWords({ browser, system }: SignIn, t: Translate): string {
  const program = t(`account.browser.${browser}`);
  if (browser === 'window' || (browser === 'other' && system === 'other')) return program;
  return t('account.device', { browser: program, system: t(`account.system.${system}`) });
}
