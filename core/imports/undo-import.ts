import { assertNever } from '../shared/assert-never.ts';
import { DAY, type Instant, later } from '../shared/units.ts';
import type { Station } from '../stations/station.ts';
import { type ImportedRecord, type ImportRow, type ImportRun, recordKey } from './import-run.ts';
import { toldOfStation, toldStation } from './imported-station.ts';
import { isSameRecord } from './same-record.ts';

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
  /** The record as it is now; null where it is not there. */
  readonly current: (record: ImportedRecord) => ImportedRecord | null;
  /** Whether something that is not itself taken back hangs on a record, or has taken its place. */
  readonly isNeeded: (record: ImportedRecord, takenBack: ReadonlySet<string>) => boolean;
  readonly reaches: (record: ImportedRecord) => boolean;
  /** Whether a rule about a station keeps it from being moved so. */
  readonly isHeldByRule: (move: { readonly before: Station; readonly after: Station }) => boolean;
}

export type KeptWhy = 'changed' | 'needed' | 'out-of-reach' | 'held-by-rule';

export interface UndoPlan {
  readonly back: readonly ImportedRecord[];
  readonly kept: readonly { readonly row: ImportRow; readonly why: KeptWhy }[];
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
 * what others need by now, stays and is named. Pauses after each record; the facts must not change meanwhile.
 */
export function* planUndo(rows: readonly ImportRow[], facts: UndoFacts): Generator<undefined, UndoPlan> {
  const back: ImportedRecord[] = [];
  const kept: UndoPlan['kept'][number][] = [];
  const takenBack = new Set<string>();
  for (const of of ORDER)
    for (const row of rows) {
      if (row.record.of !== of) continue;
      const outcome = undone(row.record, facts, takenBack);
      if (typeof outcome === 'string') kept.push({ row, why: outcome });
      else {
        takenBack.add(recordKey(row.record));
        back.push(outcome);
      }
      yield;
    }
  return { back, kept };
}

function undone(
  record: ImportedRecord,
  facts: UndoFacts,
  takenBack: ReadonlySet<string>,
): ImportedRecord | KeptWhy {
  const current = facts.current(record);
  if (current === null || isTouched(record, current)) return 'changed';
  if (!facts.reaches(record)) return 'out-of-reach';
  if (facts.isNeeded(record, takenBack)) return 'needed';
  const back = asBefore(record, current, facts.now);
  return back.of === 'station' && isHeld(back, facts) ? 'held-by-rule' : back;
}

/** A rule that closes a station is shaken off by no list, neither when it comes nor when it goes. */
function isHeld(
  { before, after }: Extract<ImportedRecord, { readonly of: 'station' }>,
  { isHeldByRule }: UndoFacts,
): boolean {
  return before !== null && before.tenantId !== after.tenantId && isHeldByRule({ before, after });
}

/** Whether somebody has changed what the import has written. */
function isTouched(record: ImportedRecord, current: ImportedRecord): boolean {
  return record.of === 'station' && current.of === 'station'
    ? !isSameRecord(toldOfStation(current.after), toldOfStation(record.after))
    : !isSameRecord(current.after, record.after);
}

/** What it has told itself since stays. */
function stationAsBefore(
  { of, before, after }: Extract<ImportedRecord, { readonly of: 'station' }>,
  current: Station,
  now: Instant,
): ImportedRecord {
  return { of, before: current, after: toldStation(current, before ?? { ...after, retiredAt: now }) };
}

function asBefore(record: ImportedRecord, current: ImportedRecord, now: Instant): ImportedRecord {
  switch (record.of) {
    case 'station':
      return stationAsBefore(record, current.of === 'station' ? current.after : record.after, now);
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
