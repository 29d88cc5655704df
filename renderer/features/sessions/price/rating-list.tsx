import type { PriceRating } from '#api/session-prices.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { costWords } from '../../../ui/cost-words.ts';
import { PriceLines } from '../../../ui/price-lines.tsx';
import { FixedTax } from './fixed-tax.tsx';
import { PricedZone } from './priced-zone.tsx';
import classes from './session-price.module.css';

/** Each time that the session was priced, why, and line by line how. */
export function RatingList({ ratings }: { readonly ratings: readonly PriceRating[] }) {
  const { t } = useText();
  return (
    <div>
      <h3 className={classes.state}>{t('prices.history')}</h3>
      <ol className={classes.ratings}>
        {ratings.map((rating) => (
          <Rating key={rating.number} rating={rating} />
        ))}
      </ol>
    </div>
  );
}

function Rating({ rating }: { readonly rating: PriceRating }) {
  const { t } = useText();
  const format = useFormat();
  const { at, by, because, note, state, currency, taxes, steps, timeZone } = rating;
  const total = costWords(rating, format);
  return (
    <li>
      <span>
        {format.dateTime(at)}, {by ?? t('prices.program')}
      </span>
      <strong>{total === '' ? t(`prices.short.${state}`) : total}</strong>
      <span className={classes.quiet}>
        {t(`prices.because.${because}`)} {note === '' ? null : t('prices.noted', { note })}
      </span>
      <FixedTax price={rating} />
      {steps.length === 0 || currency === null ? null : (
        <details className={classes.lines}>
          <summary>{t('prices.lines')}</summary>
          <PriceLines steps={steps} currency={currency} taxes={taxes} timeZone={timeZone} />
          <PricedZone timeZone={timeZone} />
        </details>
      )}
    </li>
  );
}
