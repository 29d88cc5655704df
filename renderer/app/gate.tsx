import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SetupPage } from '../features/setup/setup-page.tsx';
import { OwnPasswordPage } from '../features/sign-in/own-password-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { apiQuery } from '../lib/api-query.ts';
import { noteServerTime } from '../lib/use-now.ts';
import { useWindowState } from '../lib/window-state.ts';
import { showLanguage } from '../text/i18n.ts';
import { useText } from '../text/use-text.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import classes from './gate.module.css';
import { router } from './router.tsx';
import { useDesktop } from './use-desktop.ts';

/** Decides by the program's status what is shown: the wizard, the way in, or the house. */
export function Gate() {
  const { t } = useText();
  const status = useQuery({ ...apiQuery('status', {}), refetchOnWindowFocus: 'always' });
  const ownLanguage = useWindowState((state) => state.language);
  const { data } = status;
  useDesktop();
  useEffect(() => {
    if (data !== undefined) noteServerTime(data.serverTime);
  }, [data]);
  useEffect(() => {
    const language = ownLanguage ?? (data?.setUp ? data.language : null);
    if (language !== null) showLanguage(language);
  }, [ownLanguage, data]);

  if (data === undefined) {
    return status.isError ? (
      <main className={classes.unreachable}>
        <h1>{t('shell.unreachable')}</h1>
        <ProblemNote error={status.error} onRetry={() => void status.refetch()} />
      </main>
    ) : null;
  }
  if (!data.setUp) return <SetupPage />;
  if (data.signedInAs === null) return <SignInPage demo={data.demo} />;
  if (data.signedInAs.mustChangePassword) return <OwnPasswordPage />;
  return <RouterProvider router={router} />;
}
