import type { Change } from '#core/changes.ts';
import { rowsFor, supersededBy, WRITES, type WriteName } from './change-rows.ts';
import { insertFrames, type PackedFrame, packFrame, packFrames } from './journal/packed-frames.ts';
import { BatchTexts, LongText } from './sqlite/batch-texts.ts';
import type { Connection } from './sqlite/connection.ts';
import type { TravelingRow } from './sqlite/table-write.ts';

const WRITE_NAMES = Object.keys(WRITES) as WriteName[];

/** What nearly every message is made of, besides its frame. A batch of nothing else looks into no other table. */
const COMMON_NAMES: readonly WriteName[] = ['samples'];

/**
 * A batch is one INSERT into a view whose trigger spreads it over the tables. One statement is atomic by itself
 * and takes one trip to the database's thread; with BEGIN, a statement per table and COMMIT it takes one per step.
 * View and trigger belong to the connection, not to the file.
 */
export async function prepareBatches(connection: Connection): Promise<void> {
  await prepareBatch(connection, 'batch', WRITE_NAMES);
  await prepareBatch(connection, 'common_batch', COMMON_NAMES);
}

async function prepareBatch(
  connection: Connection,
  view: string,
  names: readonly WriteName[],
): Promise<void> {
  const columns = ['frames', 'texts', ...names].map((name) => `NULL AS ${name}`).join(', ');
  const steps = [
    insertFrames('jsonb_each(NEW.frames)', 'NEW.texts'),
    ...names.map((name) => WRITES[name].sql(`jsonb_each(CAST(NEW.${name} AS TEXT))`, 'NEW.texts')),
  ].join('\n');
  await connection.exec(`
    CREATE TEMP VIEW ${view} AS SELECT ${columns};
    CREATE TEMP TRIGGER write_${view} INSTEAD OF INSERT ON ${view} BEGIN ${steps} END;`);
}

/** A change on its way to the disk. */
export type Parcel = PackedRows | { readonly kind: 'frame'; readonly frame: PackedFrame };

interface PackedRows {
  readonly kind: 'rows';
  readonly table: WriteName;
  readonly rows: readonly PackedRow[];
  /** Names the record of which only the last save in a batch needs writing; null where every change counts. */
  readonly record: string | null;
}

/** A row in JSON; one with a long text beside it is not closed yet. */
type PackedRow = string | { readonly head: string; readonly text: string | null };

const PACKED_AHEAD = new WeakMap<Change, Parcel>();

/** Packs a change before it is decided: thousands in one decision would keep everybody else waiting. */
export function packAhead(change: Change): void {
  PACKED_AHEAD.set(change, packed(change));
}

/** Packs a change as it is now. It is done when a change is decided, while the disk is still busy with others. */
export function pack(change: Change): Parcel {
  return PACKED_AHEAD.get(change) ?? packed(change);
}

function packed(change: Change): Parcel {
  if (change.kind === 'journal') return { kind: 'frame', frame: packFrame(change.frame) };
  const [table, rows] = rowsFor(change);
  return { kind: 'rows', table, rows: rows.map(packedRow), record: supersededBy(change) };
}

function packedRow(row: TravelingRow): PackedRow {
  const last = row[row.length - 1];
  if (!(last instanceof LongText)) return JSON.stringify(row);
  return { head: JSON.stringify(row.slice(0, -1)).slice(0, -1), text: last.text };
}

/** How many characters travel to the disk. */
export function weightOf(parcel: Parcel): number {
  if (parcel.kind === 'frame') return parcel.frame.text.length;
  return parcel.rows.reduce((sum, row) => sum + weightOfRow(row), 0);
}

function weightOfRow(row: PackedRow): number {
  return typeof row === 'string' ? row.length : row.head.length + (row.text?.length ?? 0);
}

/** Writes all changes and commits them, or none. Later changes of a record stand over earlier ones. */
export async function writeParcels(connection: Connection, parcels: readonly Parcel[]): Promise<void> {
  const { frames, tables } = sorted(parcels);
  const isCommon = [...tables.keys()].every((name) => COMMON_NAMES.includes(name));
  const names = isCommon ? COMMON_NAMES : WRITE_NAMES;
  const texts = new BatchTexts();
  const rows = packFrames(frames, texts);
  const others = names.map((name) => jsonOf(tables.get(name), texts));
  await connection.run(isCommon ? INSERT_COMMON_BATCH : INSERT_BATCH, [rows, texts.toBuffer(), ...others]);
}

const NO_ROWS = '[]';

/** As bytes: to join so much text and hand it to the driver takes ten times as long as to write it down once. */
function jsonOf(packed: readonly PackedRow[] | undefined, texts: BatchTexts): Buffer | string {
  if (packed === undefined) return NO_ROWS;
  const rows = packed.map((row) => (typeof row === 'string' ? row : `${row.head},${texts.add(row.text)}]`));
  const bytes = Buffer.allocUnsafe(rows.reduce((sum, row) => sum + Buffer.byteLength(row) + 1, 1));
  let at = bytes.write('[');
  for (const row of rows) {
    at += bytes.write(row, at);
    at += bytes.write(',', at);
  }
  // The last comma is the end.
  bytes.write(']', at - 1);
  return bytes;
}

const INSERT_BATCH = insertInto('batch', WRITE_NAMES);
const INSERT_COMMON_BATCH = insertInto('common_batch', COMMON_NAMES);

function insertInto(view: string, names: readonly WriteName[]): string {
  return `INSERT INTO ${view} VALUES (?, ?, ${names.map(() => '?').join(', ')})`;
}

interface Sorted {
  readonly frames: readonly PackedFrame[];
  readonly tables: ReadonlyMap<WriteName, readonly PackedRow[]>;
}

function sorted(parcels: readonly Parcel[]): Sorted {
  const frames: PackedFrame[] = [];
  const packed: PackedRows[] = [];
  for (const parcel of parcels) {
    if (parcel.kind === 'frame') frames.push(parcel.frame);
    else packed.push(parcel);
  }
  const tables = new Map<WriteName, PackedRow[]>();
  for (const { table, rows } of settled(packed)) {
    if (rows.length === 0) continue;
    const known = tables.get(table);
    if (known === undefined) tables.set(table, [...rows]);
    else known.push(...rows);
  }
  return { frames, tables };
}

/**
 * Leaves out a save that a later one of the same record in the batch makes void. Only for records whose unique
 * columns never change; of cards, for one, each save counts, as a number may pass from one card to the next.
 */
function settled(parcels: readonly PackedRows[]): readonly PackedRows[] {
  const last = new Map<string, PackedRows>();
  for (const parcel of parcels) if (parcel.record !== null) last.set(parcel.record, parcel);
  if (last.size === 0) return parcels;
  return parcels.filter((parcel) => parcel.record === null || last.get(parcel.record) === parcel);
}
