import type { Tariff } from '#api/tariff-model.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { stretchesOf } from '../week/elements-of-paint.ts';
import { columnsOf, type Day, QUARTERS } from '../week/paint.ts';
import { drawingOf } from '../week/paint-of-tariff.ts';
import { bandWords } from '../week/price-words.ts';
import { stretchWords } from '../week/stretch-words.ts';
import classes from './week-picture.module.css';

interface WeekPictureProps {
  readonly tariff: Tariff;
  readonly size?: 'row' | 'panel';
}

const COLUMN = 8;
const GAP = 1;

/** A tariff's week at a glance: a column for each day, midnight on top; in words for whoever does not see it. */
export function WeekPicture({ tariff, size = 'row' }: WeekPictureProps) {
  const { t } = useText();
  const format = useFormat();
  const { paint } = drawingOf(tariff.elements);
  const words = stretchesOf(paint).map((stretch) =>
    [
      stretchWords(stretch, t),
      bandWords(paint.bands[stretch.band] ?? [], { t, format, currency: tariff.currency }),
    ].join(': '),
  );
  const columns = columnsOf(paint);
  const name = words.length === 0 ? t('tariffs.nothingPainted') : words.join('; ');
  return (
    <svg
      className={classes.picture}
      data-size={size}
      viewBox={`0 0 ${columns.length * (COLUMN + GAP) - GAP} ${QUARTERS / 2}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={name}
    >
      {size === 'row' ? <title>{words.length === 0 ? name : words.join('\n')}</title> : null}
      {columns.map((column) => (
        <g key={column} transform={`translate(${column * (COLUMN + GAP)} 0) scale(1 0.5)`}>
          <rect className={classes.ground} width={COLUMN} height={QUARTERS} />
          {runsOf(paint.days[column] ?? []).map(({ from, to, band }) => (
            <rect
              key={from}
              className={classes.band}
              data-band={(band % 6) + 1}
              y={from}
              width={COLUMN}
              height={to - from}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

function runsOf(day: Day): readonly { readonly from: number; readonly to: number; readonly band: number }[] {
  const runs: { from: number; to: number; band: number }[] = [];
  for (const [quarter, band] of day.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === quarter && last.band === band) last.to += 1;
    else if (band !== null) runs.push({ from: quarter, to: quarter + 1, band });
  }
  return runs;
}
