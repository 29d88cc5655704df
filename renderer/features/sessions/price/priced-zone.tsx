import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../lib/api-query.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './session-price.module.css';

/** Names the time zone in which hours were priced, where the site has another one by now. */
export function PricedZone({ timeZone }: { readonly timeZone: string }) {
  const { t } = useText();
  const site = useQuery(apiQuery('getSite', {})).data;
  if (site === undefined || site.timeZone === timeZone) return null;
  return <p className={classes.quiet}>{t('prices.zone', { zone: timeZone, site: site.timeZone })}</p>;
}
