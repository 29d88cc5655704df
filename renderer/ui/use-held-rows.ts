import { useRef, useState } from 'react';
import { holdRows } from './hold-rows.ts';

/** Rows never jump while the pointer or the focus is among them; the pill says how many wait above. */
export function useHeldRows<Row>(rows: readonly Row[], rowKey: (row: Row) => string) {
  const [busy, setBusy] = useState({ pointer: false, focus: false });
  const shownKeys = useRef<readonly string[]>([]);
  const holding = busy.pointer || busy.focus;
  const held = holding ? holdRows(rows, shownKeys.current, rowKey) : { rows, newCount: 0 };
  shownKeys.current = held.rows.map(rowKey);

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
