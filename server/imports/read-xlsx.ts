import readWorkbook from 'read-excel-file/node';
import type { Cell, FileRow } from '#core/imports/cell.ts';
import { type UnpackedEntry, unpackGuarded } from './unpack-guard.ts';

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
  const entries = unpackGuarded(file);
  if (entries === null || !entries.some(({ name }) => name === 'xl/workbook.xml'))
    return { kind: 'unreadable' };
  if (entries.some((entry) => isTooLong(entry, limits))) return { kind: 'too-long' };
  try {
    const sheets = await readWorkbook(file);
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

/** A single cell far out would make a table of billions of empty ones. */
function isTooLong({ bytes }: UnpackedEntry, limits: SheetLimits): boolean {
  const text = bytes.toString('latin1');
  // Whatever it is called, a sheet is what has the data of one.
  if (!text.includes('sheetData')) return false;
  for (const [, , place = ''] of text.matchAll(/\sr\s*=\s*(["'])(.*?)\1/gs)) {
    const { letters = '', digits } = /^(?<letters>[A-Z]{0,4})(?<digits>\d{1,10})$/.exec(place)?.groups ?? {};
    if (digits === undefined) return true;
    if (Number(digits) > limits.rows + HEADER_LINES || columnNumber(letters) > limits.columns) return true;
  }
  return false;
}

/** Lines above and including the header. */
const HEADER_LINES = 20;

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function asCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return { day: value.toISOString().slice(0, 10) };
  return String(value);
}
