import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './matrix.module.css';

/** A table of groups does not show the rules about one driver or card, which go before it: how many there are, and the way to them. */
export function PersonalRulesNote() {
  const { t } = useText();
  const rules = useQuery(apiQuery('listTariffRules', {})).data?.items ?? [];
  const personal = rules.filter(({ target: { kind } }) => kind === 'card' || kind === 'driver');
  const [strongest] = personal;
  if (strongest === undefined) return null;
  return (
    <p className={classes.personal}>
      <Link to="/tariffs" search={{ tab: 'payers', rule: strongest.id }}>
        {t('payers.personalRules', { count: personal.length })}
      </Link>
    </p>
  );
}
