import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AcceptanceRun } from '#api/acceptance.ts';
import { useCall } from '../../../lib/use-call.ts';
import { useTell } from '../../../lib/use-tell.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './acceptance-tab.module.css';

/** The technician's name and confirmation; what is signed does not change any more. */
export function SignForm({ run }: { readonly run: AcceptanceRun }) {
  const { t } = useText();
  const tell = useTell();
  const sign = useCall('signAcceptance');
  const [name, setName] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  return (
    <form
      className={classes.sign}
      onSubmit={(event) => {
        event.preventDefault();
        if (!confirmed) return;
        sign.mutate(
          { params: { runId: run.id }, body: { name, confirmed } },
          { onSuccess: () => tell.done(t('acceptance.signed')), onError: tell.failed },
        );
      }}
    >
      <p className={classes.quiet}>{t('acceptance.signText')}</p>
      <TextInput
        label={t('acceptance.signName')}
        required
        withAsterisk={false}
        maxLength={100}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={t('acceptance.signConfirm')}
        checked={confirmed}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
      />
      <div>
        <Button type="submit" loading={sign.isPending} disabled={!confirmed || name.trim() === ''}>
          {t('acceptance.sign')}
        </Button>
      </div>
    </form>
  );
}
