import type { AnswerOf } from '../../../lib/call-api.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { feeTaxWords } from '../rules/fee-words.ts';
import { targetWords } from '../rules/target-words.ts';
import classes from './board-section.module.css';

type Fees = AnswerOf<'getMonthlyFees'>['items'];

/** One line for each payer and rule, the payers in order, and the sum below; each currency, gross and net, is summed by itself. */
export function FeesTable({ fees }: { readonly fees: Fees }) {
  const { t } = useText();
  const format = useFormat();
  if (fees.length === 0) return <p className={classes.quiet}>{t('board.noFees')}</p>;
  const areAlike = new Set(fees.map(({ taxes }) => taxes)).size === 1;
  const sums = sumsOf(fees).map(({ taxes, currency, amountMinor }) => {
    const amount = format.money(amountMinor, currency);
    return areAlike ? amount : `${amount} ${t(`tariffs.tax.${taxes}`)}`;
  });
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('board.fees')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('board.payer')}</th>
          <th scope="col">{t('board.fee')}</th>
          <th scope="col">{t('board.days')}</th>
          <th scope="col">{t('board.owed')}</th>
        </tr>
      </thead>
      <tbody>
        {fees.map(
          ({ payer, rule, currency, taxes, perMonthMicros, vatBasisPoints, amountMinor, days, ofDays }) => (
            <tr key={`${payer.kind} ${payer.id} ${rule.id}`}>
              <th scope="row">
                {targetWords(payer, t)}
                <span className={classes.under}>{t('board.byRule', { rule: targetWords(rule, t) })}</span>
              </th>
              <td>
                {t('payers.fee', { price: format.price(perMonthMicros, currency) })}
                <span className={classes.under}>{feeTaxWords({ vatBasisPoints }, taxes, { t, format })}</span>
              </td>
              <td>{t('board.daysOf', { days, ofDays })}</td>
              <td>{format.money(amountMinor, currency)}</td>
            </tr>
          ),
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('board.sum')}</th>
          <td />
          <td />
          <td>{sums.join(' + ')}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function sumsOf(fees: Fees): readonly Pick<Fees[number], 'taxes' | 'currency' | 'amountMinor'>[] {
  const sums = new Map<string, Pick<Fees[number], 'taxes' | 'currency' | 'amountMinor'>>();
  for (const { taxes, currency, amountMinor } of fees) {
    const key = `${currency} ${taxes}`;
    const before = sums.get(key)?.amountMinor ?? 0;
    sums.set(key, { taxes, currency, amountMinor: before + amountMinor });
  }
  return [...sums.values()];
}
