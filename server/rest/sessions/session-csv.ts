import type { Money } from '#api/price-steps.ts';
import type { Session } from '#api/sessions.ts';
import { decimalsOf } from '#core/tariffs/amounts.ts';
import { csvWriter, keptAsPairs, keptAsText } from '../../csv/write-csv.ts';
import { COLUMN_TITLES, type Column } from './session-columns.ts';

/** Sessions as lines of a CSV file. */
export interface SessionCsv {
  head(): string;
  rows(sessions: readonly Session[]): string;
}

/** For programs: comma, decimal point, UTC, column names that never change. */
export function plainCsv(): SessionCsv {
  const columns = Object.keys(COLUMN_TITLES) as Column[];
  const write = csvWriter(',');
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
  const write = csvWriter(decimalComma ? ';' : ',');
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
    case 'priceState':
      return session.cost?.state ?? null;
    case 'amountExclVat':
      return amountOf(session, (total) => total.exclVatMinor);
    case 'amountInclVat':
      return amountOf(session, (total) => total.inclVatMinor);
    case 'currency':
      return session.cost?.currency ?? null;
    case 'doubts':
      return session.doubts.map((doubt) => doubt.kind).join(' ');
    default:
      return session[column];
  }
}

/** In whole units of its currency, with decimals. */
function amountOf({ cost }: Session, minorOf: (total: Money) => number): number | null {
  if (cost === null || cost.total === null || cost.currency === null) return null;
  return minorOf(cost.total) / 10 ** decimalsOf(cost.currency);
}

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
