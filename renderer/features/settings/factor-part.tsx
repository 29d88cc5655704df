import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '#api/account.ts';
import { useText } from '../../text/use-text.ts';
import classes from './account-section.module.css';
import { FactorDialog, type FactorWish } from './factor-dialog.tsx';

/** Whether a code is asked for besides the password, and how to change that. */
export function FactorPart({ account }: { readonly account: Account }) {
  const { t } = useText();
  const [wish, setWish] = useState<FactorWish | null>(null);
  const { state, recoveryCodesLeft } = account.secondFactor;
  const isOn = state === 'on';
  return (
    <>
      <p>{t(isOn ? 'account.factorOn' : 'account.factorOff')}</p>
      {isOn ? <p className={classes.quiet}>{t('account.codesLeft', { count: recoveryCodesLeft })}</p> : null}
      <div className={classes.buttons}>
        {isOn ? (
          <>
            <Button variant="default" onClick={() => setWish('new-codes')}>
              {t('account.newCodes')}
            </Button>
            <Button variant="default" onClick={() => setWish('turn-off')}>
              {t('account.turnOff')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setWish('turn-on')}>
            {t('account.turnOn')}
          </Button>
        )}
      </div>
      <FactorDialog wish={wish} name={account.name} onClose={() => setWish(null)} />
    </>
  );
}
