import type { Money } from '#api/price-steps.ts';
import type { Session } from '#api/sessions.ts';
import { decimalsOf } from '#core/tariffs/amounts.ts';
import type { FileLocale } from '../../csv/file-locale.ts';
import { csvWriter, keptAsPairs, keptAsText } from '../../csv/write-csv.ts';
import { doubtSentence } from './doubt-words.ts';
import { COLUMN_TITLES, type Column } from './session-columns.ts';
import { PRICE_STATE_WORDS, REFUSAL_WORDS, SESSION_STATE_WORDS, stopReasonWord } from './session-words.ts';

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
 * number, a time or a text, and states and reasons in the words of the interface. The byte order mark tells Excel that this is UTF-8.
 */
export function excelCsv(locale: FileLocale & { readonly timeZone: string }): SessionCsv {
  const decimalComma = (1.5).toLocaleString(locale.region).includes(',');
  const write = csvWriter(decimalComma ? ';' : ',');
  const columns = Object.keys(COLUMN_TITLES) as Column[];
  const time = localTime(locale);
  const number = (value: string) => (decimalComma ? value.replace('.', ',') : value);
  return {
    head: () => `\uFEFF${write([columns.map((column) => COLUMN_TITLES[column][locale.language])])}`,
    rows: (sessions) => write(sessions.map((session) => columns.map((column) => excelCell(session, column)))),
  };

  function excelCell(session: Session, column: Column): string | null {
    const value = plainCell(session, column);
    if (value === null) return null;
    if (typeof value === 'number') return number(isAmount(column) ? money(session, value) : String(value));
    switch (column) {
      case 'state':
        return SESSION_STATE_WORDS[session.state][locale.language];
      case 'priceState':
        return session.cost === null ? null : PRICE_STATE_WORDS[session.cost.state][locale.language];
      case 'reason':
        return keptAsText(stopReasonWord(value, locale.language));
      case 'refused':
        return session.refused === null ? null : REFUSAL_WORDS[session.refused][locale.language];
      case 'doubts':
        return session.doubts.map((doubt) => doubtSentence(doubt, locale)).join(' ');
      case 'startedAt':
      case 'endedAt':
        return time(value);
      case 'cardUid':
        return keptAsPairs(value);
      default:
        return keptAsText(value);
    }
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

function isAmount(column: Column): boolean {
  return column === 'amountExclVat' || column === 'amountInclVat';
}

/** A number that is seen to be money; its currency stands in a column of its own, or some spreadsheets took it for a text. */
function money({ cost }: Session, amount: number): string {
  return amount.toFixed(decimalsOf(cost?.currency ?? ''));
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
