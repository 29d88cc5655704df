import { useRef, useState } from 'react';
import { holdRows } from './hold-rows.ts';

interface HoldOptions<Row> {
  readonly rowKey: (row: Row) => string;
  /** What the list is a list of; undefined where rows have places of their own and nothing is to be held. */
  readonly hold: string | undefined;
}

/** Newest-first rows never jump while the pointer or the focus is among them; the pill says how many wait above. */
export function useHeldRows<Row>(rows: readonly Row[], { rowKey, hold }: HoldOptions<Row>) {
  const [busy, setBusy] = useState({ pointer: false, focus: false });
  const shown = useRef<{ readonly of: string | undefined; readonly keys: readonly string[] }>({
    of: undefined,
    keys: [],
  });
  const holding = hold !== undefined && hold === shown.current.of && (busy.pointer || busy.focus);
  const held = holding ? holdRows(rows, shown.current.keys, rowKey) : { rows, newCount: 0 };
  shown.current = { of: hold, keys: held.rows.map(rowKey) };

  return {
    rows: held.rows,
    newCount: held.newCount,
    release: () => setBusy({ pointer: false, focus: false }),
    pointerProps: {
      onPointerEnter: () => setBusy((was) => ({ ...was, pointer: true })),
      onPointerLeave: () => setBusy((was) => ({ ...was, pointer: false })),
      onFocus: () => setBusy((was) => (was.focus ? was : { ...was, focus: true })),
      onBlur: () => setBusy((was) => ({ ...was, focus: false })),
    },
  };
}
