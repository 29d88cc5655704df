import { useRef, useState } from 'react';
import type { TariffFault } from '#api/tariff-trials.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { useText } from '../../../text/use-text.ts';
import { stretchesOf } from './elements-of-paint.ts';
import { columnsOf, type Paint, QUARTER_MINUTES, QUARTERS, type Quarter } from './paint.ts';
import { type Area, type Cell, isInArea, paintArea } from './paint-area.ts';
import { bandWords } from './price-words.ts';
import { columnName, columnShort, stretchWords } from './stretch-words.ts';
import { useWeekKeys } from './use-week-keys.ts';
import { useWeekPointer } from './use-week-pointer.ts';
import { useWeekSelection } from './use-week-selection.ts';
import classes from './week-grid.module.css';
import { overlapsOf } from './week-marks.ts';
import { WeekRow } from './week-row.tsx';

interface WeekGridProps {
  readonly paint: Paint;
  readonly currency: string;
  readonly faults: readonly TariffFault[];
  /** What is painted with. */
  readonly band: number;
  readonly readOnly: boolean;
  readonly onPaint: (paint: Paint) => void;
}

const ROWS = Array.from({ length: QUARTERS }, (_, quarter) => quarter);

/** A week by quarters of an hour, painted by drag, by two clicks or by keyboard. */
export function WeekGrid({ paint, currency, faults, band, readOnly, onPaint }: WeekGridProps) {
  const { t } = useText();
  const format = useFormat();
  const grid = useRef<HTMLTableElement>(null);
  /** What was done last, and the week that came of it: of any other, as after Undo, it would not be true. */
  const [said, setSaid] = useState({ words: '', of: paint });
  const selection = useWeekSelection();
  const columns = columnsOf(paint);
  const overlaps = overlapsOf(faults);
  const bandNames = paint.bands.map((prices, place) =>
    [t('tariffs.band', { number: place + 1 }), bandWords(prices, { t, format, currency })].join(', '),
  );
  const shorts = paint.bands.map((prices) => {
    const energy = prices.find(({ dimension }) => dimension === 'energy');
    return energy === undefined ? '' : format.number(energy.priceMicros / 1_000_000, 2);
  });
  const paintWith = (area: Area, next: Quarter) => {
    if (next !== null && paint.bands[next] === undefined) return;
    const painted = paintArea(paint, area, next);
    onPaint(painted);
    const where = stretchWords(
      {
        columns: columns.filter((column) => area.columns[0] <= column && column <= area.columns[1]),
        window: {
          from: area.quarters[0] * QUARTER_MINUTES,
          to: (area.quarters[1] + 1) * QUARTER_MINUTES,
        },
      },
      t,
    );
    const words = `${where}: ${next === null ? t('tariffs.noPrice') : (bandNames[next] ?? '')}`;
    setSaid({ words, of: painted });
  };
  const pointer = useWeekPointer({ selection, readOnly, onPaint: (area) => paintWith(area, band) });
  const focusCell = ({ column, quarter }: Cell) =>
    grid.current?.querySelector<HTMLElement>(`[data-quarter="${quarter}"][data-column="${column}"]`)?.focus();
  const onKeyDown = useWeekKeys({
    paint,
    band,
    selection,
    readOnly,
    onMove: (cell) => {
      pointer.forget();
      focusCell(cell);
    },
    onPaintArea: (area, next) => {
      pointer.forget();
      paintWith(area, next);
    },
    onPaint,
    onSay: (words, of) => setSaid({ words, of }),
    onEscape: pointer.forget,
  });
  const shown = selection.anchor === null ? null : selection.area;
  return (
    <div className={classes.frame}>
      <table
        className={classes.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table with cells to walk through (WAI-ARIA)
        role="grid"
        aria-label={t('tariffs.weekGrid')}
        aria-describedby="week-hint"
        aria-multiselectable
        aria-readonly={readOnly}
        data-read-only={readOnly}
        ref={grid}
        onKeyDown={onKeyDown}
        {...pointer.props}
      >
        <thead>
          <tr>
            <th className={classes.clock} scope="col">
              <span className="visually-hidden">{t('words.time')}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                className={classes.day}
                scope="col"
                title={columnName(column, t)}
                onClick={() => {
                  selection.selectColumns(column, column);
                  focusCell({ column, quarter: QUARTERS - 1 });
                }}
              >
                {columnShort(column, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((quarter) => (
            <WeekRow
              key={quarter}
              quarter={quarter}
              bands={columns.map((column) => paint.days[column]?.[quarter] ?? null).join()}
              above={columns.map((column) => paint.days[column]?.[quarter - 1] ?? null).join()}
              selected={columns
                .map((column) => shown !== null && isInArea(shown, { column, quarter }))
                .join()}
              overlaps={columns.map((column) => overlaps.has(`${column}-${quarter}`)).join()}
              tabbable={selection.at.quarter === quarter ? selection.at.column : -1}
              first={pointer.first?.quarter === quarter ? pointer.first.column : -1}
              bandNames={bandNames.join('\n')}
              shorts={shorts.join('\n')}
            />
          ))}
        </tbody>
      </table>
      <p className={classes.said} role="status">
        {pointer.first !== null ? t('tariffs.clickEnd') : said.of === paint ? said.words : ''}
      </p>
      {stretchesOf(paint).length === 0 ? <p className={classes.said}>{t('tariffs.nothingPainted')}</p> : null}
    </div>
  );
}
