import { type Cell, cellText, type FileRow, type Sheet } from '#core/imports/cell.ts';
import { headerLikeness } from '#core/imports/guess-mapping.ts';
import type { ImportKind } from '#core/imports/import-kind.ts';
import { cutCsv } from './cut-csv.ts';
import { decodeText } from './decode-text.ts';
import { inTurns } from './in-turns.ts';
import { readXlsx, type SheetLimits } from './read-xlsx.ts';
import { sheetWeight } from './sheet-weight.ts';

export interface ReadFile {
  readonly sheet: Sheet;
  /** What the file is, for a person. */
  readonly encoding: string;
  readonly delimiter: string | null;
  /** About how much memory it takes. */
  readonly bytes: number;
}

export type SheetOutcome =
  | { readonly kind: 'read'; readonly file: ReadFile }
  | { readonly kind: 'unreadable' | 'empty' | 'too-long' };

const LIMITS: SheetLimits = { rows: 20_000, columns: 100 };
/** A workbook names a text once that stands in thousands of cells. */
const MOST_BYTES = 150_000_000;
/** A title and a few words may stand above the header. */
const HEADER_WITHIN = 10;

/** Reads a CSV or XLSX file, by what it is rather than by what it is called. */
export async function readSheet(bytes: Buffer, kind: ImportKind): Promise<SheetOutcome> {
  if (isZip(bytes)) {
    const workbook = await readXlsx(bytes, LIMITS);
    if (workbook.kind !== 'read') return { kind: workbook.kind };
    return asSheet(
      { rows: workbook.rows, brokenLines: [], typed: true },
      { kind, encoding: 'XLSX', delimiter: null },
    );
  }
  // The old binary format of Excel, PDF, pictures: nothing that is cut into lines.
  if (bytes.subarray(0, 4).equals(OLE_FILE) || bytes.subarray(0, 4).toString('latin1') === '%PDF')
    return { kind: 'unreadable' };
  const { text, encoding } = decodeText(bytes);
  if (text.includes('\0')) return { kind: 'unreadable' };
  const { rows, brokenLines, delimiter } = await inTurns(cutCsv(text));
  return asSheet({ rows, brokenLines, typed: false }, { kind, encoding, delimiter });
}

const OLE_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}

async function asSheet(
  read: Pick<Sheet, 'brokenLines' | 'typed'> & { readonly rows: readonly FileRow[] },
  about: { readonly kind: ImportKind; readonly encoding: string; readonly delimiter: string | null },
): Promise<SheetOutcome> {
  const { rows, brokenLines, typed } = read;
  if (rows.length === 0) return { kind: brokenLines.length > 0 ? 'unreadable' : 'empty' };
  const at = headerAt(rows, about.kind);
  const header = at === null ? null : rows[at];
  const below = at === null ? rows : rows.slice(at + 1);
  if (below.length > LIMITS.rows || rows.some(({ cells }) => cells.length > LIMITS.columns))
    return { kind: 'too-long' };
  if (below.length === 0) return { kind: 'empty' };
  const headers = header === undefined || header === null ? unnamed(below) : titles(header.cells);
  const sheet: Sheet = { headers, headerLine: header?.number ?? null, rows: below, brokenLines, typed };
  const bytes = await inTurns(sheetWeight(sheet));
  if (bytes > MOST_BYTES) return { kind: 'too-long' };
  return { kind: 'read', file: { sheet, encoding: about.encoding, delimiter: about.delimiter, bytes } };
}

/** The row of the first ten whose cells are most like names of fields; null where none is. */
function headerAt(rows: readonly FileRow[], kind: ImportKind): number | null {
  let best: { readonly at: number; readonly likeness: number } | null = null;
  for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const likeness = headerLikeness(kind, titles(cells));
    if (likeness > (best?.likeness ?? 0)) best = { at, likeness };
  }
  if (best !== null) return best.at;
  const [first] = rows;
  return first !== undefined && looksLikeTitles(first.cells) ? 0 : null;
}

/** Words, each of them once, and no number among them. */
function looksLikeTitles(cells: readonly Cell[]): boolean {
  const texts = titles(cells);
  return (
    texts.length > 1 &&
    texts.every((text) => /\p{L}{2}/u.test(text) && !/\d{3}/.test(text)) &&
    new Set(texts).size === texts.length
  );
}

function titles(cells: readonly Cell[]): readonly string[] {
  const texts = cells.map((cell) => cellText(cell).replace(/\s+/g, ' ').trim());
  // Excel leaves delimiters behind columns that were once used.
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

function unnamed(rows: readonly FileRow[]): readonly string[] {
  return Array.from({ length: Math.max(...rows.map(({ cells }) => cells.length)) }, () => '');
}
