import { dayAfterEpoch, daysInMonth, isoDay } from '../shared/calendar.ts';
import { finding, type Reading } from './import-problem.ts';
import { monthNumber } from './spreadsheet-damage.ts';

/** Whether 3/4 is in March or in April, where the site is. */
export type DayOrder = 'day-first' | 'month-first';

/** Reads a day as German, English and programs write it. The value is an ISO date, or empty for one without end. */
export function readDay(text: string, order: DayOrder): Reading {
  if (
    /^(?:unbefristet|unbegrenzt|offen|nie|never|unlimited|open|(?:31\.12\.|12\/31\/|31\/12\/)9999|9999-12-31.*)$/i.test(
      text,
    )
  )
    return { value: '', problems: [] };
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso !== null) return dayOf(text, [iso[1], iso[2], iso[3]]);
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:,? .*)?$/.exec(text);
  if (german !== null) return dayOf(text, [german[3], german[2], german[1]]);
  const named = /^(\d{1,2})\.?[ -](\p{L}{3,9})\.?,?[ -](\d{4}|\d{2})$/u.exec(text);
  if (named !== null) return dayOf(text, [named[3], String(monthNumber(named[2] ?? '')), named[1]]);
  const american = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u.exec(text);
  if (american !== null)
    return dayOf(text, [american[3], String(monthNumber(american[1] ?? '')), american[2]]);
  const slashes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:,? .*)?$/.exec(text);
  if (slashes !== null) return slashedDay(text, slashes, order);
  return numberedDay(text);
}

/** An ISO date that is one, in a year that somebody can have meant. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && readDay(text, 'day-first').value === text;
}

type Parts = readonly [year: string | undefined, month: string | undefined, day: string | undefined];

function dayOf(text: string, [yearText = '', monthText = '', dayText = '']: Parts): Reading {
  const month = Number(monthText);
  const day = Number(dayText);
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  if (month < 1 || month > 12) return { value: text, problems: [finding('no-such-day')] };
  const last = daysInMonth(year, month);
  if (day < 1 || day > last) {
    const nearest = day > last && day <= 31 ? isoDay(year, month, last) : null;
    return { value: text, problems: [finding('no-such-day', nearest)] };
  }
  const value = isoDay(year, month, day);
  if (yearText.length === 2) return { value, problems: [finding('short-year', value)] };
  return { value, problems: isZeroDay(value) ? [finding('spreadsheet-zero-day', '')] : [] };
}

/** Zero of Excel's two calendars, of Unix and of LibreOffice, and what no card is valid from. */
function isZeroDay(value: string): boolean {
  return value < '1990-01-01' || value === '1904-01-01';
}

function slashedDay(text: string, [, a = '', b = '', year]: RegExpExecArray, order: DayOrder): Reading {
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 || first === second) return dayOf(text, [year, b, a]);
  if (second > 12) return dayOf(text, [year, a, b]);
  const likely = order === 'day-first' ? dayOf(text, [year, b, a]) : dayOf(text, [year, a, b]);
  return { value: likely.value, problems: [finding('month-or-day-first', likely.value)] };
}

/** Days since 30 December 1899, as a spreadsheet counts them, from 1982 to 2091. */
function numberedDay(text: string): Reading {
  if (/^[01]([.,]0+)?$/.test(text)) return { value: text, problems: [finding('spreadsheet-zero-day', '')] };
  if (!/^[3-6]\d{4}(?:[.,]\d+)?$/.test(text)) return { value: text, problems: [finding('not-a-day')] };
  const day = dayAfterEpoch(Number.parseInt(text, 10) - SPREADSHEET_DAYS_AT_EPOCH);
  return { value: day, problems: [finding('day-as-number')] };
}

const SPREADSHEET_DAYS_AT_EPOCH = 25_569;
