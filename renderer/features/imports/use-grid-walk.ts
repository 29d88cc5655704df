import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ImportFieldKey } from '#api/import-fields.ts';
import type { ImportRow } from '#api/imports.ts';
import { type GridPlace, movedBy } from './grid-move.ts';
import type { TypedCell } from './row-edits.ts';
import type { DryRun } from './use-dry-run.ts';
import type { GridActions } from './use-grid-actions.ts';

interface GridWalkOptions {
  readonly grid: RefObject<HTMLTableElement | null>;
  readonly fields: readonly ImportFieldKey[];
  readonly dryRun: DryRun;
  readonly actions: GridActions;
  readonly scrollTo: (index: number) => void;
}

export interface GridWalk {
  readonly place: GridPlace;
  readonly isEditing: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** A click on a cell; one on the active cell begins to change it. Stays the same function. */
  readonly onPoint: (at: GridPlace) => void;
  /** A cell was left; null when nothing was changed. Stays the same function. */
  readonly onTyped: (row: ImportRow, cell: TypedCell | null) => void;
}

const GRID_ID = 'import-grid';
export const KEYS_ID = `${GRID_ID}-keys`;

export function cellId({ index, column }: GridPlace): string {
  return `${GRID_ID}-${index}-${column}`;
}

/** Walks the cells of the grid by keys and clicks, and hands on what is to be done with them. */
export function useGridWalk({ grid, fields, dryRun, actions, scrollTo }: GridWalkOptions): GridWalk {
  const [wished, setPlace] = useState<GridPlace>({ index: 0, column: 0 });
  const [isEditing, setEditing] = useState(false);
  const sought = useRef(false);
  const last: GridPlace = { index: Math.max(0, dryRun.total - 1), column: fields.length };
  const place: GridPlace = { index: Math.min(wished.index, last.index), column: wished.column };

  // After each drawing, until it is there: a cell far away is drawn only once its rows have been scrolled to.
  useEffect(() => {
    const cell = sought.current ? document.getElementById(cellId(place)) : null;
    if (cell === null) return;
    sought.current = false;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const goTo = (next: GridPlace) => {
    setEditing(false);
    setPlace(next);
    sought.current = true;
    scrollTo(next.index);
  };
  const edit = (row: ImportRow) => {
    const column = place.column > 0 ? place.column : firstTroubled(row, fields);
    if (fields[column - 1] === undefined) return;
    setPlace({ index: place.index, column });
    sought.current = true;
    setEditing(true);
  };
  const act = (event: KeyboardEvent, row: ImportRow): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const field = troubledField(row, fields[place.column - 1]);
    if (event.key === 'Enter' || event.key === 'F2') edit(row);
    else if (event.key === ' ') (event.shiftKey ? actions.keep : actions.take)(row, field);
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.skip(row);
    else return false;
    return true;
  };
  const point = (at: GridPlace) => {
    const isAgain = at.index === place.index && at.column === place.column && at.column > 0;
    goTo(at);
    if (isAgain) setEditing(true);
    else grid.current?.focus({ preventScroll: true });
  };
  const typed = (row: ImportRow, cell: TypedCell | null) => {
    setEditing(false);
    grid.current?.focus({ preventScroll: true });
    if (cell !== null) actions.type(row, cell);
  };
  const latest = useRef({ point, typed });
  latest.current = { point, typed };
  return {
    place,
    isEditing,
    onKeyDown(event) {
      // What is typed in a cell is none of the grid's business.
      if (event.target !== event.currentTarget) return;
      const next = movedBy(event, place, last);
      const row = dryRun.rowAt(place.index);
      if (next !== null) goTo(next);
      else if (row === undefined || !act(event, row)) return;
      event.preventDefault();
    },
    onPoint: useCallback((at) => latest.current.point(at), []),
    onTyped: useCallback((row, cell) => latest.current.typed(row, cell), []),
  };
}

/** Where Enter leads from the words about a row: to the first cell that they are about. */
function firstTroubled(row: ImportRow, fields: readonly ImportFieldKey[]): number {
  const troubled = new Set(row.problems.map((problem) => problem.field));
  return (
    1 +
    Math.max(
      0,
      fields.findIndex((field) => troubled.has(field)),
    )
  );
}

/** From a cell that nothing is wrong with, the keys are about the row. */
function troubledField(row: ImportRow, field: ImportFieldKey | undefined): string | null {
  return field !== undefined && row.problems.some((problem) => problem.field === field) ? field : null;
}
