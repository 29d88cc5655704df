import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SignIn } from '#api/account.ts';
import { apiQuery } from '../../lib/api-query.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { deviceWords, SignInFacts } from '../../ui/sign-in-facts.tsx';
import classes from './account-section.module.css';

/** Every browser and window where one is signed in, and the way to end each. */
export function SignInsPart() {
  const { t } = useText();
  const tell = useTell();
  const signIns = useQuery(apiQuery('listOwnSignIns', {}));
  const endOthers = useCall('endOtherSignIns');
  const { data, error } = signIns;
  if (data === undefined)
    return error === null ? null : <ProblemNote error={error} onRetry={() => void signIns.refetch()} />;
  return (
    <>
      <ul className={classes.signIns}>
        {data.items.map((signIn) => (
          <SignInItem key={signIn.id} signIn={signIn} />
        ))}
      </ul>
      {data.items.length < 2 ? null : (
        <div className={classes.buttons}>
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() =>
              endOthers.mutate(
                {},
                { onSuccess: () => tell.done(t('account.endedOthers')), onError: tell.failed },
              )
            }
          >
            {t('account.endOthers')}
          </Button>
        </div>
      )}
    </>
  );
}

function SignInItem({ signIn }: { readonly signIn: SignIn }) {
  const { t } = useText();
  const tell = useTell();
  const end = useCall('endOwnSignIn');
  const device = deviceWords(signIn, t);
  return (
    <li className={classes.signIn}>
      <SignInFacts signIn={signIn}>
        {signIn.isThis ? <span className={classes.this}>{t('account.thisOne')}</span> : null}
      </SignInFacts>
      {signIn.isThis ? null : (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('account.endLabel', { device })}
          loading={end.isPending}
          onClick={() =>
            end.mutate(
              { params: { signInId: signIn.id } },
              { onSuccess: () => tell.done(t('account.ended', { device })), onError: tell.failed },
            )
          }
        >
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}
