/** A time as a station wrote it. Bounds (1970, year 9999) are for the caller to judge. */
export type ParsedTimestamp =
  /** A point in time. `strict` tells whether it was written as RFC 3339 wants it. */
  | { readonly kind: 'instant'; readonly ms: number; readonly strict: boolean }
  /** Date and time without zone; `ms` is what it would be in UTC. */
  | { readonly kind: 'local'; readonly ms: number }
  | { readonly kind: 'unreadable' };

/**
 * Reads `2026-11-21T05:04:03.250+01:00` and its tolerated relatives: space instead of T, no seconds, comma
 * fraction, `+01`, `+0100`, no zone. Never `Date`'s own leniency: 30 February is unreadable.
 */
export function parseTimestamp(text: string): ParsedTimestamp {
  const length = text.length;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return unreadable;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return unreadable;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH || text.charCodeAt(13) !== COLON) {
    return unreadable;
  }

  const separator = text.charCodeAt(10);
  let strict = separator === UPPER_T || separator === LOWER_T || separator === SPACE;
  if (!strict) return unreadable;
  strict = separator !== SPACE;

  let position = 16;
  let second = 0;
  let fractionMs = 0;
  if (text.charCodeAt(position) === COLON) {
    second = digits(text, position + 1, 2);
    if (second < 0 || second > 60) return unreadable;
    position += 3;
    const mark = text.charCodeAt(position);
    if (mark === DOT || mark === COMMA) {
      if (mark === COMMA) strict = false;
      const end = endOfDigits(text, position + 1);
      if (end === position + 1) return unreadable;
      fractionMs = Math.floor(Number(`0.${text.slice(position + 1, Math.min(end, position + 10))}`) * 1000);
      position = end;
    }
  } else {
    strict = false;
  }

  // A leap second is read as the last second of its minute, so that it never runs into the next day.
  if (second === 60) second = 59;
  const ms = utcMs({ year, month, day }) + ((hour * 60 + minute) * 60 + second) * 1000 + fractionMs;

  if (position === length) return { kind: 'local', ms };
  const zone = text.charCodeAt(position);
  if (zone === UPPER_Z || zone === LOWER_Z) {
    return position + 1 === length ? { kind: 'instant', ms, strict } : unreadable;
  }
  if (zone !== PLUS && zone !== DASH) return unreadable;

  const offset = offsetMinutes(text, position + 1);
  if (offset === undefined) return unreadable;
  const sign = zone === PLUS ? 1 : -1;
  return { kind: 'instant', ms: ms - sign * offset.minutes * 60_000, strict: strict && offset.strict };
}

/** Whether the text is a date and time with zone exactly as RFC 3339 wants it. */
export function isStrictTimestamp(text: string): boolean {
  const parsed = parseTimestamp(text);
  return parsed.kind === 'instant' && parsed.strict;
}

/** UTC with Z and milliseconds; every reader of OCPP understands this form (errata 3.10). */
export function formatTimestamp(ms: number): string {
  return new Date(ms).toISOString();
}

const unreadable: ParsedTimestamp = { kind: 'unreadable' };

const PLUS = 0x2b;
const COMMA = 0x2c;
const DASH = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const SPACE = 0x20;
const UPPER_T = 0x54;
const LOWER_T = 0x74;
const UPPER_Z = 0x5a;
const LOWER_Z = 0x7a;

function offsetMinutes(
  text: string,
  start: number,
): { readonly minutes: number; readonly strict: boolean } | undefined {
  const hours = digits(text, start, 2);
  if (hours < 0 || hours > 23) return undefined;
  const rest = text.length - start - 2;
  if (rest === 0) return { minutes: hours * 60, strict: false };

  const colon = text.charCodeAt(start + 2) === COLON;
  if (rest !== (colon ? 3 : 2)) return undefined;
  const minutes = digits(text, start + (colon ? 3 : 2), 2);
  if (minutes < 0 || minutes > 59) return undefined;
  return { minutes: hours * 60 + minutes, strict: colon };
}

/** The number written in `count` digits from `start`, or -1. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end++;
  return end;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Midnight UTC of a day. `Date.UTC` alone would read the years 0 to 99 as 1900 to 1999. */
function utcMs({ year, month, day }: { year: number; month: number; day: number }): number {
  return year >= 100
    ? Date.UTC(year, month - 1, day)
    : Date.UTC(year + 400, month - 1, day) - 146_097 * 86_400_000;
}
