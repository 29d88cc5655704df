import { type PointerEvent, useRef, useState } from 'react';
import type { Area, Cell } from './paint-area.ts';
import { areaBetween } from './paint-area.ts';
import type { WeekSelection } from './use-week-selection.ts';

interface PointerOptions {
  readonly selection: WeekSelection;
  readonly readOnly: boolean;
  readonly onPaint: (area: Area) => void;
}

/**
 * Painting by drag, or by a click on the first and one on the last quarter for whoever cannot drag (WCAG 2.5.7). A
 * finger that moves scrolls the page; it paints by two taps.
 */
export function useWeekPointer({ selection, readOnly, onPaint }: PointerOptions) {
  const [first, setFirst] = useState<Cell | null>(null);
  const dragFrom = useRef<Cell | null>(null);
  const hasMoved = useRef(false);
  const stop = () => {
    dragFrom.current = null;
    hasMoved.current = false;
  };
  const paint = (from: Cell, to: Cell) => {
    setFirst(null);
    selection.moveTo(to, false);
    onPaint(areaBetween(from, to));
  };
  return {
    /** The first of two clicks has been made here. */
    first,
    forget: () => setFirst(null),
    props: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const cell = cellUnder(event);
        if (cell === undefined || event.button !== 0) return;
        dragFrom.current = cell;
        hasMoved.current = false;
        selection.moveTo(cell, event.shiftKey);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = dragFrom.current;
        const cell = cellUnder(event);
        if (from === null || cell === undefined || event.pointerType === 'touch') return;
        if (cell.column === from.column && cell.quarter === from.quarter && !hasMoved.current) return;
        hasMoved.current = true;
        selection.select(from, cell);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const from = dragFrom.current;
        const cell = cellUnder(event);
        const moved = hasMoved.current;
        stop();
        if (from === null || cell === undefined || readOnly || event.shiftKey) return;
        if (moved) paint(from, cell);
        else if (first === null) setFirst(cell);
        else paint(first, cell);
      },
      onPointerCancel: stop,
      onPointerLeave: stop,
    },
  };
}

/** A captured or dragged pointer still tells where it is by its place. */
function cellUnder({ clientX, clientY }: PointerEvent): Cell | undefined {
  const element = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-quarter]');
  if (!element) return undefined;
  return { column: Number(element.dataset.column), quarter: Number(element.dataset.quarter) };
}
