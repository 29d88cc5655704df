import { useState } from 'react';
import { QUARTERS } from './paint.ts';
import { type Area, areaBetween, type Cell } from './paint-area.ts';

/** Where somebody is on the grid, and from where to where something is chosen. */
export function useWeekSelection() {
  const [at, setAt] = useState<Cell>({ column: 0, quarter: 0 });
  const [anchor, setAnchor] = useState<Cell | null>(null);
  const area: Area = areaBetween(anchor ?? at, at);
  return {
    at,
    anchor,
    /** The cell alone while nothing is chosen. */
    area,
    moveTo: (cell: Cell, extend: boolean) => {
      setAnchor(extend ? (anchor ?? at) : null);
      setAt(cell);
    },
    select: (from: Cell, to: Cell) => {
      setAnchor(from);
      setAt(to);
    },
    selectColumns: (first: number, last: number) => {
      setAnchor({ column: first, quarter: 0 });
      setAt({ column: last, quarter: QUARTERS - 1 });
    },
    drop: () => setAnchor(null),
  };
}

export type WeekSelection = ReturnType<typeof useWeekSelection>;
