import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import { bandAt, type CurveBand } from './curve-bands.tsx';
import { type PowerPoint, thinPoints } from './curve-points.ts';
import classes from './power-curve.module.css';

const MOST_ROWS = 96;

/** The curve in words: the version for screen readers and for those who want figures. */
export function CurveTable({
  points,
  title,
  bands,
}: {
  readonly points: readonly PowerPoint[];
  readonly title: string;
  readonly bands: readonly CurveBand[];
}) {
  const { t } = useText();
  const format = useFormat();
  const time = format.timeWithin(points[0]?.atMs ?? 0, points.at(-1)?.atMs ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.tableFrame} tabIndex={0} aria-label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('words.time')}</th>
            <th scope="col">{t('words.power')}</th>
            {bands.length === 0 ? null : <th scope="col">{t('words.price')}</th>}
          </tr>
        </thead>
        <tbody>
          {thinPoints(points, MOST_ROWS).map((point) => (
            <tr key={point.atMs}>
              <td>{time(point.atMs)}</td>
              <td>{format.power(point.powerW)}</td>
              {bands.length === 0 ? null : <td>{bandAt(bands, point.atMs)?.text ?? ''}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
