/** A cell of the grid: the row in the order of the filter, and the column; column 0 says what becomes of the row. */
export interface GridPlace {
  readonly index: number;
  readonly column: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const PAGE = 10;

/** Where a key leads to; null for a key that leads nowhere. */
export function movedBy(
  { key, ctrlKey, metaKey }: Key,
  { index, column }: GridPlace,
  last: GridPlace,
): GridPlace | null {
  const far = ctrlKey || metaKey;
  const to = (next: Partial<GridPlace>): GridPlace => ({
    index: between(next.index ?? index, last.index),
    column: between(next.column ?? column, last.column),
  });
  switch (key) {
    case 'ArrowDown':
      return to({ index: far ? last.index : index + 1 });
    case 'ArrowUp':
      return to({ index: far ? 0 : index - 1 });
    case 'ArrowRight':
      return to({ column: far ? last.column : column + 1 });
    case 'ArrowLeft':
      return to({ column: far ? 0 : column - 1 });
    case 'PageDown':
      return to({ index: index + PAGE });
    case 'PageUp':
      return to({ index: index - PAGE });
    case 'Home':
      return to(far ? { index: 0, column: 0 } : { column: 0 });
    case 'End':
      return to(far ? last : { column: last.column });
    default:
      return null;
  }
}

function between(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
