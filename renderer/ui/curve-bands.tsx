import type { ScaleTime } from 'd3-scale';
import classes from './power-curve.module.css';

/** A stretch behind a curve in which something else holds than beside it, such as another price. */
export interface CurveBand {
  readonly fromMs: number;
  readonly toMs: number;
  readonly text: string;
  /** From 0, the palest, to 1. */
  readonly shade: number;
}

interface CurveBandsProps {
  readonly bands: readonly CurveBand[];
  readonly x: ScaleTime<number, number>;
  readonly topPx: number;
  readonly bottomPx: number;
}

const PX_PER_LETTER = 7;
const PALEST = 0.04;
const DARKEST = 0.16;

/** What is said of a stretch stands at its top where there is room; the legend, the cursor and the table say it in any case. */
export function CurveBands({ bands, x, topPx, bottomPx }: CurveBandsProps) {
  const [left, right] = x.range() as [number, number];
  return bands.map(({ fromMs, toMs, text, shade }) => {
    const from = Math.max(left, x(fromMs));
    const width = Math.min(right, x(toMs)) - from;
    if (width <= 0) return null;
    return (
      <g key={fromMs} className={classes.band}>
        <rect x={from} y={topPx} width={width} height={bottomPx - topPx} opacity={opacityOf(shade)} />
        {width < text.length * PX_PER_LETTER ? null : (
          <text x={from + 6} y={topPx + 14}>
            {text}
          </text>
        )}
      </g>
    );
  });
}

export function opacityOf(shade: number): number {
  return PALEST + shade * (DARKEST - PALEST);
}

/** The stretch that holds at a moment. */
export function bandAt(bands: readonly CurveBand[], atMs: number): CurveBand | undefined {
  return bands.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
}
