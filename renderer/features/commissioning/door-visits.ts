import type { DoorVisit } from '#api/door.ts';

/** The same visitor failing in the same way again and again is one line. */
export interface DoorRow {
  readonly latest: DoorVisit;
  readonly count: number;
}

/** Newest first, as the visits are. */
export function doorRows(visits: readonly DoorVisit[]): readonly DoorRow[] {
  const rows: DoorRow[] = [];
  for (const visit of visits) {
    const last = rows.at(-1);
    if (last !== undefined && isSame(last.latest, visit))
      rows[rows.length - 1] = { ...last, count: last.count + 1 };
    else rows.push({ latest: visit, count: 1 });
  }
  return rows;
}

function isSame(a: DoorVisit, b: DoorVisit): boolean {
  return (
    a.address === b.address && a.outcome === b.outcome && a.path === b.path && a.transport === b.transport
  );
}
