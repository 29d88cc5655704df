import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/**
 * The one place that writes CSV. Cells that a spreadsheet would run as a formula get an apostrophe in front
 * (OWASP ASVS 1.2.10).
 */
export function csvWriter(delimiter: string): (rows: readonly (readonly CsvCell[])[]) => string {
  return (rows) =>
    stringify(
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell))),
      // A line break of any kind inside a cell would begin a new row.
      { delimiter, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    );
}

/** Card numbers are written in pairs, as on many cards: so a spreadsheet leaves them alone. */
export function keptAsPairs(uid: string): string {
  return /^\d{3,}(E\d+)?$/.test(uid) ? uid.replace(/..(?=.)/g, '$& ') : keptAsText(uid);
}

/** A spreadsheet makes other things of 007, 12E4, 1-2 and MAR5; an apostrophe keeps them as they are. */
export function keptAsText(text: string): string {
  return LIKE_A_NUMBER.test(text) || LIKE_A_DATE.test(text) ? `'${text}` : text;
}

function defused(text: string): string {
  return /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

const LIKE_A_NUMBER = /^(\d+([.,]\d+)?|\d+E\d+|TRUE|FALSE|WAHR|FALSCH)$/i;
const LIKE_A_DATE =
  /^(\d{1,4}[-/.:]\d{1,4}([-/.:]\d{1,4})?|\d{0,4}[- .]?(JAN|FEB|M[AÄ]R|APR|MA[IY]|JUN|JUL|AUG|SEP|O[CK]T|NOV|DE[CZ])[- .]?\d{0,4})$/i;
