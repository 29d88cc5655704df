import type { Cell, FileRow } from '#core/imports/cell.ts';
import { inTurns } from './in-turns.ts';
import { packedAgain, unpackGuarded } from './unpack-guard.ts';

export type XlsxOutcome =
  | { readonly kind: 'read'; readonly rows: readonly FileRow[] }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-long' };

export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
}

/** Reads the first sheet of a workbook that has anything in it. Cells keep their types. */
export async function readXlsx(file: Buffer, limits: SheetLimits): Promise<XlsxOutcome> {
  const entries = (await unpackGuarded(file))?.filter(({ name }) => IS_READ.test(name));
  if (entries === undefined || !entries.some(({ name }) => name === 'xl/workbook.xml'))
    return { kind: 'unreadable' };
  let cells = 0;
  for (const { bytes } of entries) {
    cells += await inTurns(area(bytes, limits));
    if (cells > MOST_FULL_SHEETS * limits.rows * limits.columns) return { kind: 'too-long' };
  }
  // Few ever read one: the start of the program need not wait for it.
  const { default: readWorkbook } = await import('read-excel-file/node');
  try {
    const sheets = await readWorkbook(await packedAgain(entries));
    const sheet = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    const rows = (sheet?.data ?? []).map((cells, index) => ({
      number: index + 1,
      cells: cells.map((cell) => asCell(cell)),
    }));
    return {
      kind: 'read',
      rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')),
    };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Pictures and drawings are of no use to a list. */
const IS_READ = /\.(?:xml|rels)$/i;

/** A workbook may have several sheets; the parser makes a table of each. */
const MOST_FULL_SHEETS = 4;

/**
 * How many cells the table of a sheet would have, empty ones included: a single cell far out would make one of
 * billions. Infinite beyond the limits. Pauses after each cell.
 */
function* area(bytes: Buffer, limits: SheetLimits): Generator<undefined, number> {
  const text = bytes.toString('latin1');
  // Whatever it is called, a sheet is what has the data of one.
  if (!text.includes('sheetData')) return 0;
  let [lastRow, lastColumn] = [0, 0];
  for (const [, , place = ''] of text.matchAll(/[\s"']r\s*=\s*(["'])(.*?)\1/gs)) {
    const { letters = '', digits } = /^(?<letters>[A-Z]{0,4})(?<digits>\d{1,10})$/.exec(place)?.groups ?? {};
    if (digits === undefined) return Number.POSITIVE_INFINITY;
    lastRow = Math.max(lastRow, Number(digits));
    lastColumn = Math.max(lastColumn, columnNumber(letters));
    yield;
  }
  const isWithin = lastRow <= limits.rows + HEADER_LINES && lastColumn <= limits.columns;
  return isWithin ? lastRow * lastColumn : Number.POSITIVE_INFINITY;
}

/** Lines above and including the header. */
const HEADER_LINES = 20;

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** What Excel takes into one cell. */
const LONGEST_CELL = 32_767;

function asCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value.slice(0, LONGEST_CELL);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return { day: value.toISOString().slice(0, 10) };
  return String(value);
}
