import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { SecondFactorKey } from '#api/account.ts';
import { ApiError } from '../../lib/api-error.ts';
import { useCall } from '../../lib/use-call.ts';
import { useText } from '../../text/use-text.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { QrDrawing } from '../../ui/qr-drawing.tsx';
import classes from './factor-steps.module.css';

interface ConfirmStepProps {
  readonly secretKey: SecondFactorKey;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** The key for the phone, and the first code that proves the phone has it. */
export function ConfirmStep({ secretKey, onCodes }: ConfirmStepProps) {
  const { t } = useText();
  const confirm = useCall('confirmSecondFactor');
  const [code, setCode] = useState('');
  const isWrong = confirm.error instanceof ApiError && confirm.error.code === 'wrong-code';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ body: { code } }, { onSuccess: (made) => onCodes(made.codes) });
  };
  return (
    <form className={classes.step} onSubmit={submit}>
      <p>{t('account.scan')}</p>
      <div className={classes.qr}>
        <QrDrawing {...secretKey.qr} label={t('account.scanLabel')} />
      </div>
      <p className={classes.quiet}>{t('account.secret')}</p>
      <CopyField text={secretKey.secret} label={t('account.secret')} />
      <TextInput
        label={t('account.firstCode')}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus
        required
        withAsterisk={false}
        minLength={6}
        maxLength={40}
        value={code}
        error={isWrong ? t('account.codeWrong') : null}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {confirm.error !== null && !isWrong ? <ProblemNote error={confirm.error} /> : null}
      <Button type="submit" loading={confirm.isPending}>
        {t('account.confirm')}
      </Button>
    </form>
  );
}
