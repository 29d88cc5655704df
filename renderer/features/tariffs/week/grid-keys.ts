import { QUARTERS } from './paint.ts';
import type { Cell } from './paint-area.ts';

export interface GridKey {
  readonly key: string;
  readonly ctrl: boolean;
}

const HOUR = 4;

/** Where a key leads on a grid with so many columns: arrows by a quarter or a day, with Ctrl by an hour. */
export function cellAfter(at: Cell, { key, ctrl }: GridKey, columnCount: number): Cell | undefined {
  const { column, quarter } = at;
  const step = ctrl ? HOUR : 1;
  switch (key) {
    case 'ArrowUp':
      return { column, quarter: within(quarter - step, QUARTERS) };
    case 'ArrowDown':
      return { column, quarter: within(quarter + step, QUARTERS) };
    case 'ArrowLeft':
      return { column: within(column - 1, columnCount), quarter };
    case 'ArrowRight':
      return { column: within(column + 1, columnCount), quarter };
    case 'Home':
      return { column: ctrl ? 0 : column, quarter: 0 };
    case 'End':
      return { column: ctrl ? columnCount - 1 : column, quarter: QUARTERS - 1 };
    case 'PageUp':
      return { column, quarter: within(quarter - HOUR * 6, QUARTERS) };
    case 'PageDown':
      return { column, quarter: within(quarter + HOUR * 6, QUARTERS) };
    default:
      return undefined;
  }
}

function within(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
