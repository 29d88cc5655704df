import { type KeyboardEvent, useRef } from 'react';
import { useText } from '../../../text/use-text.ts';
import { cellAfter } from './grid-keys.ts';
import { columnsOf, type Day, type Paint, type Quarter } from './paint.ts';
import { type Area, type Cell, putDay } from './paint-area.ts';
import { columnName } from './stretch-words.ts';
import type { WeekSelection } from './use-week-selection.ts';

interface KeyOptions {
  readonly paint: Paint;
  readonly band: number;
  readonly selection: WeekSelection;
  readonly readOnly: boolean;
  readonly onMove: (cell: Cell) => void;
  readonly onPaintArea: (area: Area, band: Quarter) => void;
  readonly onPaint: (paint: Paint) => void;
  /** Says what was done, and which week came of it. */
  readonly onSay: (words: string, of: Paint) => void;
  readonly onEscape: () => void;
}

/** The grid by keyboard: arrows move and, with Shift, choose; digits paint, Delete clears, Ctrl C and V copy a day. */
export function useWeekKeys(options: KeyOptions): (event: KeyboardEvent) => void {
  const { t } = useText();
  const copied = useRef<Day | null>(null);
  const { paint, selection, readOnly } = options;
  const { at, area } = selection;
  const columns = columnsOf(paint);

  const handle = (event: KeyboardEvent): boolean => {
    const ctrl = event.ctrlKey || event.metaKey;
    const next = cellAfter(at, { key: event.key, ctrl }, columns.length);
    if (next !== undefined) {
      selection.moveTo(next, event.shiftKey);
      options.onMove(next);
      return true;
    }
    if (ctrl) return withCtrl(event.key.toLowerCase());
    if (event.key === 'Escape') {
      const hadAny = selection.anchor !== null;
      selection.drop();
      options.onEscape();
      return hadAny;
    }
    if (event.altKey || readOnly) return false;
    return painted(event.key);
  };

  function painted(key: string): boolean {
    if (key === 'Delete' || key === 'Backspace') {
      options.onPaintArea(area, null);
      return true;
    }
    if (key === ' ' || key === 'Enter') {
      options.onPaintArea(area, options.band);
      return true;
    }
    const band = Number(key) - 1;
    if (!/^[1-9]$/.test(key) || paint.bands[band] === undefined) return false;
    options.onPaintArea(area, band);
    return true;
  }

  function withCtrl(key: string): boolean {
    if (key === 'a') {
      selection.selectColumns(0, columns.length - 1);
      return true;
    }
    if (key === 'c') {
      copied.current = paint.days[at.column] ?? null;
      options.onSay(t('tariffs.dayCopied', { day: columnName(at.column, t) }), paint);
      return true;
    }
    if (key !== 'v' || copied.current === null || readOnly) return false;
    const put = putDay(paint, area.columns, copied.current);
    options.onPaint(put);
    options.onSay(t('tariffs.dayPut', { day: columnName(at.column, t) }), put);
    return true;
  }

  return (event) => {
    if (!handle(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
