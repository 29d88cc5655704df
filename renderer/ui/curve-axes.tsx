import type { ScaleLinear, ScaleTime } from 'd3-scale';
import { useFormat } from '../lib/use-format.ts';
import classes from './power-curve.module.css';

interface CurveAxesProps {
  readonly x: ScaleTime<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly width: number;
  readonly heightPx: number;
  readonly margin: { readonly left: number; readonly right: number; readonly bottom: number };
}

const PX_PER_TIME = 90;

/** Hairlines for the power, times below; where a new day has begun, the day. */
export function CurveAxes({ x, y, width, heightPx, margin }: CurveAxesProps) {
  const format = useFormat();
  const clock = (tick: Date): string => format.time(tick.getTime());
  // Within a minute several would be called the same.
  const ticks = x
    .ticks(Math.max(2, Math.floor(width / PX_PER_TIME)))
    .filter((tick, index, all) => index === 0 || clock(tick) !== clock(all[index - 1] ?? tick));
  const isNewDay = (tick: Date, before: Date | undefined): boolean =>
    before !== undefined && !format.sameDay(tick.getTime(), before.getTime());
  const digits = (y.domain()[1] ?? 0) < 5_000 ? 1 : 0;
  return (
    <g className={classes.axes} aria-hidden>
      {y.ticks(3).map((watts) => (
        <g key={watts}>
          <line x1={margin.left} x2={width - margin.right} y1={y(watts)} y2={y(watts)} />
          <text x={margin.left - 8} y={y(watts)} dy="0.32em" textAnchor="end">
            {watts === 0 ? 'kW' : format.number(watts / 1000, digits)}
          </text>
        </g>
      ))}
      {ticks.map((tick, index) => (
        <text key={tick.getTime()} x={x(tick)} y={heightPx - margin.bottom + 16} textAnchor="middle">
          {isNewDay(tick, ticks[index - 1]) ? format.day(tick.getTime()) : clock(tick)}
        </text>
      ))}
    </g>
  );
}
