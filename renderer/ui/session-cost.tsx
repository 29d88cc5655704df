import type { SessionCost as Cost } from '#api/session-prices.ts';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import { costWords } from './cost-words.ts';
import classes from './session-cost.module.css';

/** What a session costs; what does not count yet is never shown like what does. */
export function SessionCost({ cost }: { readonly cost: Cost | null }) {
  const { t } = useText();
  const format = useFormat();
  if (cost === null) return null;
  const amount = costWords(cost, format);
  switch (cost.state) {
    case 'priced':
    case 'fixed':
      return amount;
    case 'running':
    case 'waiting':
      return <span className={classes.open}>{amount}</span>;
    case 'held':
      return <span className={classes.held}>{t('prices.short.held')}</span>;
    case 'waived':
    case 'no-tariff':
      return <span className={classes.open}>{t(`prices.short.${cost.state}`)}</span>;
  }
}
