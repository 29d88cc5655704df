import type { SessionCost } from '#api/session-prices.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './session-price.module.css';

/** The tax in an amount that a person has said; other prices have lines for it. */
export function FixedTax({ price: { state, total, currency } }: { readonly price: SessionCost }) {
  const { t } = useText();
  const format = useFormat();
  if (state !== 'fixed' || total === null || currency === null) return null;
  const tax = format.money(total.inclVatMinor - total.exclVatMinor, currency);
  return (
    <p className={classes.quiet}>
      {t('prices.fixedTax', { tax, net: format.money(total.exclVatMinor, currency) })}
    </p>
  );
}
