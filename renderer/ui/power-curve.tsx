import { scaleLinear, scaleTime } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { useFormat } from '../lib/use-format.ts';
import { useText } from '../text/use-text.ts';
import { CurveAxes } from './curve-axes.tsx';
import { bandAt, type CurveBand, CurveBands } from './curve-bands.tsx';
import { CurveLegend } from './curve-legend.tsx';
import { curveRanges, nearestIndex, type PowerPoint } from './curve-points.ts';
import { CurveTable } from './curve-table.tsx';
import classes from './power-curve.module.css';
import { useWidth } from './use-width.ts';

interface PowerCurveProps {
  readonly points: readonly PowerPoint[];
  /** What the curve is of; its spoken name and the caption of its table. */
  readonly title: string;
  readonly heightPx?: number;
  readonly bands?: readonly CurveBand[];
}

/** In which a stretch is named, above all lines. */
const NAMES_PX = 18;
const MARGIN = { top: 10, right: 8, bottom: 22, left: 42 };

/** Power over time. The axis starts at nothing; arrow keys move a cursor; a table says the same in words. */
export function PowerCurve({ points, title, heightPx = 180, bands = [] }: PowerCurveProps) {
  const { t } = useText();
  const format = useFormat();
  const frame = useWidth();
  const clip = useId();
  const [cursor, setCursor] = useState<number | null>(null);
  const [asTable, setAsTable] = useState(false);

  const ranges = curveRanges(points);
  const time = format.timeWithin(ranges.time[0].getTime(), ranges.time[1].getTime());
  const width = Math.max(frame.widthPx, 200);
  const x = scaleTime(ranges.time, [MARGIN.left, width - MARGIN.right]);
  const highest = bands.length === 0 ? MARGIN.top : MARGIN.top + NAMES_PX;
  const y = scaleLinear(ranges.power, [heightPx - MARGIN.bottom, highest]).nice(3);
  const toX = (point: PowerPoint) => x(point.atMs);
  const toY = (point: PowerPoint) => y(point.powerW);
  const at = cursor === null ? undefined : points[Math.min(cursor, points.length - 1)];
  const reading =
    at === undefined
      ? ''
      : [time(at.atMs), format.power(at.powerW), bandAt(bands, at.atMs)?.text].filter(Boolean).join(' · ');

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setCursor((was) => Math.max(0, Math.min(points.length - 1, (was ?? points.length - 1) + step)));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setCursor(nearestIndex(points, x.invert(left).getTime()));
  };
  return (
    <figure className={classes.figure} ref={frame.ref}>
      {asTable ? (
        <CurveTable points={points} title={title} bands={bands} />
      ) : (
        <div
          className={classes.curve}
          role="slider"
          tabIndex={0}
          aria-label={title}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, points.length - 1)}
          aria-valuenow={cursor ?? Math.max(0, points.length - 1)}
          aria-valuetext={reading}
          onKeyDown={onKeyDown}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setCursor(null)}
          onBlur={() => setCursor(null)}
        >
          <svg width={width} height={heightPx} aria-hidden>
            <clipPath id={clip}>
              <rect x={MARGIN.left} y={0} width={width - MARGIN.left - MARGIN.right} height={heightPx} />
            </clipPath>
            <CurveBands bands={bands} x={x} topPx={MARGIN.top} bottomPx={heightPx - MARGIN.bottom} />
            <CurveAxes x={x} y={y} width={width} heightPx={heightPx} margin={MARGIN} />
            <g clipPath={`url(#${clip})`}>
              <path
                className={classes.area}
                d={area<PowerPoint>(toX, y(0), toY).curve(curveStepAfter)(points) ?? ''}
              />
              <path
                className={classes.line}
                d={line<PowerPoint>(toX, toY).curve(curveStepAfter)(points) ?? ''}
              />
            </g>
            {at === undefined ? null : (
              <g className={classes.cursor}>
                <line x1={toX(at)} x2={toX(at)} y1={MARGIN.top} y2={heightPx - MARGIN.bottom} />
                <circle cx={toX(at)} cy={toY(at)} r={4} />
              </g>
            )}
          </svg>
        </div>
      )}
      {asTable || bands.length === 0 ? null : (
        <CurveLegend bands={bands} label={t('words.price')} time={time} />
      )}
      <figcaption className={classes.caption}>
        <output>{reading}</output>
        <button type="button" className={classes.twin} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'words.showCurve' : 'words.showTable')}
        </button>
      </figcaption>
    </figure>
  );
}
