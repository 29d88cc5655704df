export interface HeldRows<Row> {
  readonly rows: readonly Row[];
  /** How many new rows wait above the first one shown. */
  readonly newCount: number;
}

/**
 * The rows in the order in which they are on the screen, with their newest content. Rows that are gone leave,
 * rows that came at the end (the next page) join, rows that came above wait.
 */
export function holdRows<Row>(
  rows: readonly Row[],
  shownKeys: readonly string[],
  rowKey: (row: Row) => string,
): HeldRows<Row> {
  const firstShown = rows.findIndex((row) => shownKeys.includes(rowKey(row)));
  // Another list altogether (a filter was changed): nothing to hold.
  if (firstShown === -1) return { rows, newCount: 0 };
  const known = new Set(shownKeys);
  const byKey = new Map(rows.map((row) => [rowKey(row), row]));
  const kept = shownKeys.flatMap((key) => {
    const row = byKey.get(key);
    return row === undefined ? [] : [row];
  });
  const below = rows.slice(firstShown).filter((row) => !known.has(rowKey(row)));
  return { rows: [...kept, ...below], newCount: firstShown };
}
