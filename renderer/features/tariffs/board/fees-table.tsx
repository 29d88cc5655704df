import type { AnswerOf } from '../../../lib/call-api.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { targetWords } from '../rules/target-words.ts';
import classes from './board-section.module.css';

type Fees = AnswerOf<'getMonthlyFees'>['items'];

/** One line for each payer and rule, the payers in order, and the sum below; each currency is summed by itself. */
export function FeesTable({ fees }: { readonly fees: Fees }) {
  const { t } = useText();
  const format = useFormat();
  if (fees.length === 0) return <p className={classes.quiet}>{t('board.noFees')}</p>;
  const sumOf = (currency: string) =>
    fees.reduce((sum, fee) => (fee.currency === currency ? sum + fee.amountMinor : sum), 0);
  const sums = [...new Set(fees.map(({ currency }) => currency))].map((currency) =>
    format.money(sumOf(currency), currency),
  );
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
        {fees.map(({ payer, rule, currency, perMonthMicros, amountMinor, days, ofDays }) => (
          <tr key={`${payer.kind} ${payer.id} ${rule.id}`}>
            <th scope="row">
              {targetWords(payer, t)}
              <span className={classes.under}>{t('board.byRule', { rule: targetWords(rule, t) })}</span>
            </th>
            <td>{t('payers.fee', { price: format.price(perMonthMicros, currency) })}</td>
            <td>{t('board.daysOf', { days, ofDays })}</td>
            <td>{format.money(amountMinor, currency)}</td>
          </tr>
        ))}
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
