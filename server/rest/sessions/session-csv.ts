import { stringify } from 'csv-stringify/sync';
import type { Session } from '#api/sessions.ts';
import { COLUMN_TITLES, type Column } from './session-columns.ts';

/** Sessions as lines of a CSV file. */
export interface SessionCsv {
  head(): string;
  rows(sessions: readonly Session[]): string;
}

/** For programs: comma, decimal point, UTC, column names that never change. */
export function plainCsv(): SessionCsv {
  const columns = Object.keys(COLUMN_TITLES) as Column[];
  const write = writer(',');
  return {
    head: () => write([columns]),
    rows: (sessions) => write(sessions.map((session) => columns.map((column) => plainCell(session, column)))),
  };
}

/**
 * For spreadsheets: opened by a double click in the site's region, each value lands in its own column as a
 * number, a time or a text. The byte order mark tells Excel that this is UTF-8.
 */
export function excelCsv(locale: {
  readonly region: string;
  readonly timeZone: string;
  readonly language: 'de' | 'en';
}): SessionCsv {
  const decimalComma = (1.5).toLocaleString(locale.region).includes(',');
  const write = writer(decimalComma ? ';' : ',');
  const columns = Object.keys(COLUMN_TITLES) as Column[];
  const time = localTime(locale);
  const number = (value: number) => (decimalComma ? String(value).replace('.', ',') : String(value));
  return {
    head: () => `\uFEFF${write([columns.map((column) => COLUMN_TITLES[column][locale.language])])}`,
    rows: (sessions) =>
      write(
        sessions.map((session) => columns.map((column) => excelCell(plainCell(session, column), column))),
      ),
  };

  function excelCell(value: string | number | null, column: Column): string | number | null {
    if (value === null) return null;
    if (typeof value === 'number') return number(value);
    if (column === 'startedAt' || column === 'endedAt') return time(value);
    return column === 'cardUid' ? keptAsPairs(value) : keptAsText(value);
  }
}

function plainCell(session: Session, column: Column): string | number | null {
  switch (column) {
    case 'measuredKwh':
      return session.measuredWh === null ? null : session.measuredWh / 1_000;
    case 'energyKwh':
      return session.energyWh === null ? null : session.energyWh / 1_000;
    case 'doubts':
      return session.doubts.map((doubt) => doubt.kind).join(' ');
    default:
      return session[column];
  }
}

/**
 * The one place that writes CSV. Cells that a spreadsheet would run as a formula get an apostrophe in front
 * (OWASP ASVS 1.2.10).
 */
function writer(delimiter: string): (rows: readonly (readonly (string | number | null)[])[]) => string {
  return (rows) =>
    stringify(
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell))),
      // A line break of any kind inside a cell would begin a new row.
      { delimiter, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    );
}

function defused(text: string): string {
  return /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

/** Card numbers are written in pairs, as on many cards: so a spreadsheet leaves them alone. */
function keptAsPairs(uid: string): string {
  return /^\d{3,}(E\d+)?$/.test(uid) ? uid.replace(/..(?=.)/g, '$& ') : keptAsText(uid);
}

/** A spreadsheet makes other things of 007, 12E4, 1-2 and MAR5; an apostrophe keeps them as they are. */
function keptAsText(text: string): string {
  return LIKE_A_NUMBER.test(text) || LIKE_A_DATE.test(text) ? `'${text}` : text;
}

const LIKE_A_NUMBER = /^(\d+([.,]\d+)?|\d+E\d+|TRUE|FALSE|WAHR|FALSCH)$/i;
const LIKE_A_DATE =
  /^(\d{1,4}[-/.:]\d{1,4}([-/.:]\d{1,4})?|\d{0,4}[- .]?(JAN|FEB|M[AÄ]R|APR|MA[IY]|JUN|JUL|AUG|SEP|O[CK]T|NOV|DE[CZ])[- .]?\d{0,4})$/i;

/** Day and time as the region's spreadsheets understand them, by the site's clock. */
function localTime({
  region,
  timeZone,
}: {
  readonly region: string;
  readonly timeZone: string;
}): (text: string) => string {
  const format = new Intl.DateTimeFormat(region, {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (text) => format.format(new Date(text)).replace(',', '');
}
