import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../text/use-text.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import classes from './erp-page.module.css';

interface SecretToldProps {
  readonly secret: string;
  /** Of a client; a webhook has none that its receiver needs. */
  readonly clientId?: string;
  /** What else there is to know of it. */
  readonly text?: string;
  readonly onDone: () => void;
}

/** A secret, the one time that it can be read. */
export function SecretTold({ secret, clientId, text, onDone }: SecretToldProps) {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  // What had the focus is gone: it was the button of the form.
  useEffect(() => place.current?.focus(), []);
  return (
    <div className={classes.told} role="status" tabIndex={-1} ref={place}>
      <p>{t('erp.secretOnce')}</p>
      {text === undefined ? null : <p className={classes.quiet}>{text}</p>}
      {clientId === undefined ? null : (
        <div>
          <p className={classes.label}>{t('clients.id')}</p>
          <CopyField text={clientId} label={t('clients.id')} />
        </div>
      )}
      <div>
        <p className={classes.label}>{t('erp.secret')}</p>
        <CopyField text={secret} label={t('erp.secret')} />
      </div>
      <div className={classes.buttons}>
        <Button onClick={onDone}>{t('erp.secretDone')}</Button>
      </div>
    </div>
  );
}
