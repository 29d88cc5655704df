import { scaleLinear, scaleTime } from 'd3-scale';
import { useState } from 'react';
import type { CompositeSchedule } from '#api/station-services.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useText } from '../../../text/use-text.ts';
import { useWidth } from '../../../ui/use-width.ts';
import classes from './step-chart.module.css';

interface StepChartProps {
  readonly schedule: CompositeSchedule;
  readonly unit: 'A' | 'W';
  /** How far ahead was asked for, where the station does not say how long its plan is. */
  readonly hours: number;
}

const HEIGHT = 160;
const MARGIN = { top: 8, right: 8, bottom: 22, left: 44 };
const PX_PER_TIME = 90;

/** A limit over time, in steps; the same as a table for whoever reads it so. */
export function StepChart({ schedule, unit, hours }: StepChartProps) {
  const { t } = useText();
  const format = useFormat();
  const now = useNow();
  const [asTable, setAsTable] = useState(false);
  const { ref, widthPx: width } = useWidth();
  const begins = schedule.startsAt === null ? now : Date.parse(schedule.startsAt);
  const ends = begins + (schedule.durationSeconds ?? hours * 3_600) * 1_000;
  const steps = schedule.periods.map(({ startSeconds, limit }, index, all) => ({
    from: begins + startSeconds * 1_000,
    to: Math.max(begins, all[index + 1] ? begins + (all[index + 1]?.startSeconds ?? 0) * 1_000 : ends),
    limit,
  }));
  const amount = (limit: number) => `${format.number(limit, Number.isInteger(limit) ? 0 : 1)}\u00a0${unit}`;
  const x = scaleTime()
    .domain([begins, ends])
    .range([MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...steps.map(({ limit }) => limit)) * 1.1])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top]);
  const line = steps
    .map(({ from, to, limit }, index) => `${index === 0 ? 'M' : 'L'}${x(from)},${y(limit)}H${x(to)}`)
    .join('');
  const floor = `V${y(0)}H${x(begins)}Z`;
  const label = t('services.limits.chart', {
    first: amount(steps[0]?.limit ?? 0),
    last: amount(steps.at(-1)?.limit ?? 0),
  });
  return (
    <figure className={classes.figure}>
      <div ref={ref}>
        {asTable ? (
          <table className={classes.table} aria-label={label}>
            <tbody>
              {steps.map(({ from, limit }) => (
                <tr key={from}>
                  <th scope="row">{format.moment(from, now)}</th>
                  <td>{amount(limit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <svg width={width} height={HEIGHT} role="img" aria-label={label}>
            <g className={classes.axes} aria-hidden>
              {y.ticks(3).map((tick) => (
                <g key={tick}>
                  <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
                  <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                    {tick === 0 ? unit : format.number(tick)}
                  </text>
                </g>
              ))}
              {x.ticks(Math.max(2, Math.floor(width / PX_PER_TIME))).map((tick) => (
                <text key={tick.getTime()} x={x(tick)} y={HEIGHT - 6} textAnchor="middle">
                  {format.time(tick.getTime())}
                </text>
              ))}
            </g>
            <path className={classes.area} d={`${line}${floor}`} />
            <path className={classes.line} d={line} />
          </svg>
        )}
      </div>
      <figcaption>
        <button type="button" className={classes.twin} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'services.limits.asChart' : 'services.limits.asTable')}
        </button>
      </figcaption>
    </figure>
  );
}
