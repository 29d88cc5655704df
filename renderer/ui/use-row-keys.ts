import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';

interface RowKeysOptions<Row> {
  readonly rows: readonly Row[];
  readonly selected: (row: Row) => boolean;
  readonly onSelect: (row: Row) => void;
  readonly onOpen?: (row: Row) => void;
}

export interface RowKeys<Row> {
  /** The row that the tab key reaches; it may be out of sight in a virtual table. */
  readonly tabbable: number;
  rowProps(index: number): {
    readonly onClick: (event: MouseEvent<HTMLTableRowElement>) => void;
    readonly onFocus: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void;
  };
  /** Only carries the row's type. */
  readonly rows: readonly Row[];
}

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(last, index + 1),
  ArrowUp: (index) => Math.max(0, index - 1),
  Home: () => 0,
  End: (_, last) => last,
  PageDown: (index, last) => Math.min(last, index + 10),
  PageUp: (index) => Math.max(0, index - 10),
};

/** One row of the table is in the tab order; the arrow keys move it, Enter opens, a click selects. */
export function useRowKeys<Row>({ rows, selected, onSelect, onOpen }: RowKeysOptions<Row>): RowKeys<Row> {
  const [active, setActive] = useState<number | null>(null);
  const moving = useRef(false);
  const selectedIndex = rows.findIndex(selected);
  const tabbable = Math.min(active ?? Math.max(0, selectedIndex), Math.max(0, rows.length - 1));

  const move = (event: KeyboardEvent<HTMLTableRowElement>, target: number) => {
    event.preventDefault();
    setActive(target);
    focusRow(event.currentTarget, target, moving);
    const row = rows[target];
    // With the panel open, the panel follows the keys.
    if (row !== undefined && selectedIndex >= 0) onSelect(row);
  };
  return {
    rows,
    tabbable,
    rowProps: (index) => ({
      onFocus: () => setActive(index),
      onClick: (event) => {
        const row = rows[index];
        if (row === undefined || isControl(event.target)) return;
        setActive(index);
        onSelect(row);
      },
      onKeyDown: (event) => {
        if (event.target !== event.currentTarget) return;
        const row = rows[index];
        const step = STEPS[event.key];
        if (step !== undefined) move(event, step(index, rows.length - 1));
        else if ((event.key === 'Enter' || event.key === ' ') && row !== undefined) {
          event.preventDefault();
          (event.key === 'Enter' ? (onOpen ?? onSelect) : onSelect)(row);
        }
      },
    }),
  };
}

/** The row may be out of sight in a virtual table: scroll first, focus when it has been drawn. */
function focusRow(from: HTMLTableRowElement, target: number, moving: { current: boolean }): void {
  const body = from.closest('tbody');
  const find = () => body?.querySelector<HTMLTableRowElement>(`tr[data-index="${target}"]`);
  const now = find();
  if (now) {
    now.focus();
    now.scrollIntoView({ block: 'nearest' });
    return;
  }
  if (moving.current) return;
  moving.current = true;
  const index = Number(from.dataset.index);
  const scroller = from.closest('[data-scroller]') ?? from.closest('table')?.parentElement;
  scroller?.scrollBy({ top: (target - index) * from.offsetHeight });
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      moving.current = false;
      find()?.focus();
    }),
  );
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, select, textarea') !== null;
}
