export interface HeldRows<Row> {
  readonly rows: readonly Row[];
  /** How many new rows wait above the first one shown. */
  readonly newCount: number;
}

/**
 * A list with the newest first, in the order in which it is on the screen, with its newest content. Rows that are
 * gone leave, rows that belong further down join after their neighbour, rows that came above wait.
 */
export function holdRows<Row>(
  rows: readonly Row[],
  shownKeys: readonly string[],
  rowKey: (row: Row) => string,
): HeldRows<Row> {
  const known = new Set(shownKeys);
  const firstShown = rows.findIndex((row) => known.has(rowKey(row)));
  // Another list altogether: nothing to hold.
  if (firstShown === -1) return { rows, newCount: 0 };
  const byKey = new Map(rows.map((row) => [rowKey(row), row]));
  const held: Row[] = [];
  for (const key of shownKeys) {
    const row = byKey.get(key);
    if (row !== undefined) held.push(row);
  }
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    if (index < firstShown || above === undefined || known.has(rowKey(row))) continue;
    const place = held.findIndex((one) => rowKey(one) === rowKey(above));
    held.splice(place + 1, 0, row);
  }
  return { rows: held, newCount: firstShown };
}
