import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../lib/api-query.ts';
import { useText } from '../../text/use-text.ts';
import classes from './account-section.module.css';
import { FactorPart } from './factor-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { SettingCard } from './setting-card.tsx';
import { SignInsPart } from './sign-ins-part.tsx';

/** The own account: its password, its second factor, and where one is signed in. */
export function AccountSection() {
  const { t } = useText();
  const { data } = useQuery(apiQuery('getAccount', {}));
  return (
    <SettingCard id="account" title={t('settings.account')}>
      <section className={classes.part} aria-labelledby="account-password">
        <h3 id="account-password">{t('account.password')}</h3>
        <PasswordPart />
      </section>
      <section className={classes.part} aria-labelledby="account-factor">
        <h3 id="account-factor">{t('account.factor')}</h3>
        {data === undefined ? null : <FactorPart account={data} />}
      </section>
      <section className={classes.part} aria-labelledby="account-sign-ins">
        <h3 id="account-sign-ins">{t('account.signIns')}</h3>
        <SignInsPart />
      </section>
    </SettingCard>
  );
}
