import type { Tariff } from '#api/tariff-model.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { BandMark } from '../week/band-mark.tsx';
import { blockingWords } from '../week/blocking-words.ts';
import { stretchesOf } from '../week/elements-of-paint.ts';
import { limitWords } from '../week/limit-words.ts';
import { columnsOf } from '../week/paint.ts';
import { drawingOf } from '../week/paint-of-tariff.ts';
import { bandWords } from '../week/price-words.ts';
import { specialWords } from '../week/special-words.ts';
import { columnShort, stretchWords } from '../week/stretch-words.ts';
import { WeekPicture } from './week-picture.tsx';
import classes from './week-prices.module.css';

/** A tariff in words beside its picture; nothing in it can be changed. */
export function WeekPrices({ tariff }: { readonly tariff: Tariff }) {
  const { t } = useText();
  const format = useFormat();
  const words = { t, format, currency: tariff.currency };
  const { paint, specials, startFee } = drawingOf(tariff.elements);
  return (
    <div className={classes.prices}>
      <div>
        <div className={classes.days} aria-hidden>
          {columnsOf(paint).map((column) => (
            <span key={column}>{columnShort(column, t)}</span>
          ))}
        </div>
        <WeekPicture tariff={tariff} size="panel" />
      </div>
      <ul className={classes.list}>
        {stretchesOf(paint).map((stretch) => (
          <li key={`${stretch.band}-${stretch.columns.join()}-${stretch.window.from}`}>
            <BandMark band={stretch.band} />
            <span>{stretchWords(stretch, t)}</span>
            <span className={classes.price}>{bandWords(paint.bands[stretch.band] ?? [], words)}</span>
          </li>
        ))}
        {specials.map((element, index) => (
          // Special prices have no name but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: position is identity here
          <li key={index}>
            <span>{specialWords(element.when, words)}</span>
            <span className={classes.price}>{bandWords(element.components, words)}</span>
          </li>
        ))}
        {startFee === null ? null : (
          <li>
            <span>{t('tariffs.eachSession')}</span>
            <span className={classes.price}>{bandWords([startFee], words)}</span>
          </li>
        )}
        {limitWords(tariff, words).map(({ label, price }) => (
          <li key={label}>
            <span>{label}</span>
            <span className={classes.price}>{price}</span>
          </li>
        ))}
        {tariff.blocking === null ? null : <li>{blockingWords(tariff.blocking, words)}</li>}
      </ul>
      <p className={classes.tax}>{t(`tariffs.taxesText.${tariff.taxes}`)}</p>
    </div>
  );
}
