import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '#api/people.ts';
import { useCall } from '../../lib/use-call.ts';
import { useTell } from '../../lib/use-tell.ts';
import { useText } from '../../text/use-text.ts';
import { SureDialog } from '../../ui/sure-dialog.tsx';
import classes from './people-page.module.css';
import { StartPassword } from './start-password.tsx';

/** Disables a person at once, with the way back; what cannot be taken back is asked once more. */
export function PersonActions({ person }: { readonly person: Person }) {
  const { t } = useText();
  const tell = useTell();
  const change = useCall('changePerson');
  const reset = useCall('resetPassword');
  const factorOff = useCall('resetSecondFactor');
  const signOut = useCall('endPersonSignIns');
  const [sure, setSure] = useState<'reset' | 'factor' | null>(null);
  const [startPassword, setStartPassword] = useState<string | null>(null);
  const params = { personId: person.id };
  const { name } = person;
  const isDisabled = person.disabledAt !== null;

  const setDisabled = (disabled: boolean, undo: boolean) =>
    change.mutate(
      { params, body: { disabled } },
      {
        onSuccess: () =>
          tell.done(
            t(disabled ? 'people.wasDisabled' : 'people.wasEnabled', { name }),
            undo ? { undo: () => setDisabled(!disabled, false) } : {},
          ),
        onError: tell.failed,
      },
    );
  const confirm = () => {
    setSure(null);
    if (sure === 'reset')
      reset.mutate(
        { params, body: {} },
        { onSuccess: (made) => setStartPassword(made.startPassword), onError: tell.failed },
      );
    else
      factorOff.mutate(
        { params },
        { onSuccess: () => tell.done(t('people.factorWasOff', { name })), onError: tell.failed },
      );
  };

  if (startPassword !== null)
    return <StartPassword name={name} password={startPassword} onDone={() => setStartPassword(null)} />;
  return (
    <div className={classes.buttons}>
      <Button variant="default" loading={change.isPending} onClick={() => setDisabled(!isDisabled, true)}>
        {t(isDisabled ? 'people.enable' : 'people.disable')}
      </Button>
      <Button variant="default" loading={reset.isPending} onClick={() => setSure('reset')}>
        {t('people.resetPassword')}
      </Button>
      {person.secondFactor ? (
        <Button variant="default" loading={factorOff.isPending} onClick={() => setSure('factor')}>
          {t('people.factorOff')}
        </Button>
      ) : null}
      <Button
        variant="default"
        loading={signOut.isPending}
        onClick={() =>
          signOut.mutate(
            { params },
            { onSuccess: () => tell.done(t('people.wasSignedOut', { name })), onError: tell.failed },
          )
        }
      >
        {t('people.signOut')}
      </Button>
      <SureDialog
        opened={sure !== null}
        title={t(sure === 'factor' ? 'people.factorOff' : 'people.resetPassword')}
        action={t(sure === 'factor' ? 'people.factorOff' : 'people.resetPassword')}
        onConfirm={confirm}
        onClose={() => setSure(null)}
      >
        <p>{t(sure === 'factor' ? 'people.factorText' : 'people.resetText', { name })}</p>
      </SureDialog>
    </div>
  );
}
