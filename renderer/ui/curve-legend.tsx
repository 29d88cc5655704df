import { type CurveBand, opacityOf } from './curve-bands.tsx';
import classes from './power-curve.module.css';

interface CurveLegendProps {
  readonly bands: readonly CurveBand[];
  /** What the stretches differ in. */
  readonly label: string;
  readonly time: (atMs: number) => string;
}

/** What each shade behind a curve means, and when: narrow stretches have no room for words, and shades alone tell nobody. */
export function CurveLegend({ bands, label, time }: CurveLegendProps) {
  return (
    <ul className={classes.legend} aria-label={label}>
      {kindsOf(bands).map(({ text, shade, stretches }) => (
        <li key={text}>
          <svg className={classes.swatch} width={14} height={14} aria-hidden>
            <rect x={0.5} y={0.5} width={13} height={13} rx={2} fillOpacity={opacityOf(shade)} />
          </svg>
          <span>
            {`${text}: `}
            {stretches.map(({ fromMs, toMs }) => `${time(fromMs)}–${time(toMs)}`).join('; ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface BandKind {
  readonly text: string;
  readonly shade: number;
  readonly stretches: readonly Pick<CurveBand, 'fromMs' | 'toMs'>[];
}

/** By what is said of them, the palest first; what goes on where the one before ends is one stretch. */
export function kindsOf(bands: readonly CurveBand[]): readonly BandKind[] {
  const kinds = new Map<string, BandKind>();
  for (const { text, shade, fromMs, toMs } of bands) {
    const stretches = kinds.get(text)?.stretches ?? [];
    const before = stretches.at(-1);
    const goesOn = before !== undefined && before.toMs === fromMs;
    kinds.set(text, {
      text,
      shade,
      stretches: goesOn
        ? [...stretches.slice(0, -1), { fromMs: before.fromMs, toMs }]
        : [...stretches, { fromMs, toMs }],
    });
  }
  return [...kinds.values()].toSorted((a, b) => a.shade - b.shade);
}
