import { assertNever } from '../shared/assert-never.ts';
import { DAY, type Instant, later } from '../shared/units.ts';
import type { ImportedRecord, ImportRow, ImportRun } from './import-run.ts';

/** How long an import can be taken back. */
const UNDO_DAYS = 30;

export type UndoState = 'possible' | 'undone' | 'too-old';

export function undoState(run: ImportRun, now: Instant): UndoState {
  if (run.undone !== null) return 'undone';
  return now > undoUntil(run) ? 'too-old' : 'possible';
}

/** The last moment at which an import can be taken back. */
export function undoUntil({ at }: ImportRun): Instant {
  return later(at, UNDO_DAYS * DAY);
}

/** Records as they are now, and what still needs one of them. */
export interface UndoFacts {
  readonly now: Instant;
  readonly current: (record: ImportedRecord) => ImportedRecord['after'] | null;
  /** Whether something that is not itself taken back hangs on a record. */
  readonly isNeeded: (record: ImportedRecord, takenBack: ReadonlySet<string>) => boolean;
  readonly reaches: (record: ImportedRecord) => boolean;
}

export interface UndoPlan {
  readonly back: readonly ImportedRecord[];
  readonly kept: readonly { readonly row: ImportRow; readonly why: 'changed' | 'needed' | 'out-of-reach' }[];
}

/** What hangs on others goes first, so that those are free. */
const ORDER: readonly ImportedRecord['of'][] = [
  'assignment',
  'card',
  'vehicle',
  'driver',
  'station',
  'group',
  'tenant',
];

/**
 * Takes an import back: what it added is removed, what it changed is as before. What somebody has changed since, or
 * what others need by now, stays and is named.
 */
export function planUndo(rows: readonly ImportRow[], facts: UndoFacts): UndoPlan {
  const back: ImportedRecord[] = [];
  const kept: UndoPlan['kept'][number][] = [];
  const takenBack = new Set<string>();
  const inOrder = rows.toSorted((a, b) => ORDER.indexOf(a.record.of) - ORDER.indexOf(b.record.of));
  for (const row of inOrder) {
    const { record } = row;
    const current = facts.current(record);
    if (current === null || !isSameRecord(current, record.after)) {
      kept.push({ row, why: 'changed' });
      continue;
    }
    if (!facts.reaches(record)) {
      kept.push({ row, why: 'out-of-reach' });
      continue;
    }
    if (record.before === null && facts.isNeeded(record, takenBack)) {
      kept.push({ row, why: 'needed' });
      continue;
    }
    takenBack.add(recordKey(record));
    back.push(asBefore(record, facts.now));
  }
  return { back, kept };
}

export function recordKey({ of, after }: ImportedRecord): string {
  return `${of} ${after.id}`;
}

function asBefore(record: ImportedRecord, now: Instant): ImportedRecord {
  switch (record.of) {
    case 'station':
      return { ...record, before: record.after, after: record.before ?? { ...record.after, retiredAt: now } };
    case 'tenant':
      return { ...record, before: record.after, after: record.before ?? { ...record.after, removedAt: now } };
    case 'group':
      return { ...record, before: record.after, after: record.before ?? { ...record.after, removedAt: now } };
    case 'driver':
      return { ...record, before: record.after, after: record.before ?? { ...record.after, removedAt: now } };
    case 'vehicle':
      return { ...record, before: record.after, after: record.before ?? { ...record.after, removedAt: now } };
    case 'card':
      return { ...record, before: record.after, after: record.before ?? { ...record.after, removedAt: now } };
    case 'assignment':
      return { ...record, before: record.after, after: record.before ?? { ...record.after, removedAt: now } };
    default:
      return assertNever(record);
  }
}

/** Records are compared by what they say; a store gives their fields back in an order of its own. */
export function isSameRecord(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  if (left.length !== right.length) return false;
  const other = b as Readonly<Record<string, unknown>>;
  return left.every(([key, value]) => key in other && isSameRecord(value, other[key]));
}
