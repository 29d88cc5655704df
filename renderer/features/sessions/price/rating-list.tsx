import type { PriceRating } from '#api/session-prices.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import classes from './session-price.module.css';

interface RatingListProps {
  readonly ratings: readonly PriceRating[];
  readonly currency: string;
}

/** Each time that the session was priced, and why. */
export function RatingList({ ratings, currency }: RatingListProps) {
  const { t } = useText();
  const format = useFormat();
  return (
    <div>
      <h3 className={classes.state}>{t('prices.history')}</h3>
      <ol className={classes.ratings}>
        {ratings.map(({ number, at, by, because, note, state, total }) => (
          <li key={number}>
            <span>
              {format.dateTime(at)}, {by ?? t('prices.program')}
            </span>
            <strong>
              {total === null ? t(`prices.short.${state}`) : format.money(total.inclVatMinor, currency)}
            </strong>
            <span className={classes.quiet}>
              {t(`prices.because.${because}`)} {note}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
