import type { Weekday } from '../../access/access-rule.ts';
import { ALWAYS, type DateRange, type DayWindow, type Range, type Restrictions } from '../tariff.ts';
import { amountOf, fieldOf, itemsOf, Misread, type Place, strangeFields, wordOf } from './json-place.ts';
import { dateOf, minuteOf } from './read-times.ts';

/** OCPI 2.2.1 §11.4.6, TariffRestrictions. One that is not known there is refused, for it would change prices. */
export function restrictionsOf(place: Place | null): Restrictions {
  if (place === null) return ALWAYS;
  const strange = strangeRestriction(place);
  if (strange !== null) throw new Misread({ kind: 'unknown-restriction', path: strange.path });
  const range = (name: string, scale: number): Range | null => rangeOf(place, name, scale);
  return {
    window: windowOf(fieldOf(place, 'start_time'), fieldOf(place, 'end_time')),
    weekdays: weekdaysOf(fieldOf(place, 'day_of_week')),
    holidays: 'ignored',
    dates: datesOf(fieldOf(place, 'start_date'), fieldOf(place, 'end_date')),
    energy: range('kwh', MILLIWATT_HOURS),
    duration: range('duration', MILLISECONDS),
    power: range('power', WATTS),
    current: range('current', MILLIAMPERES),
    reservation: reservationOf(fieldOf(place, 'reservation')),
  };
}

/** The first restriction that OCPI does not know; null where it knows all of them. */
export function strangeRestriction(place: Place): Place | null {
  return strangeFields(place, KNOWN)[0] ?? null;
}

const MILLIWATT_HOURS = 1_000_000;
const MILLISECONDS = 1_000;
const WATTS = 1_000;
const MILLIAMPERES = 1_000;

const RANGES = ['kwh', 'duration', 'power', 'current'];
const KNOWN: readonly string[] = [
  ...['start_time', 'end_time', 'start_date', 'end_date', 'day_of_week', 'reservation'],
  ...RANGES.flatMap((name) => [`min_${name}`, `max_${name}`]),
];

function rangeOf(place: Place, name: string, scale: number): Range | null {
  const min = fieldOf(place, `min_${name}`);
  const max = fieldOf(place, `max_${name}`);
  if (min === null && max === null) return null;
  return { atLeast: min && amountOf(min, scale), below: max && amountOf(max, scale) };
}

/** Without an end until midnight, without a start from midnight; the end 00:00 is the midnight after. */
function windowOf(start: Place | null, end: Place | null): DayWindow | null {
  if (start === null && end === null) return null;
  const to = end === null ? 0 : minuteOf(end);
  return { from: start === null ? 0 : minuteOf(start), to: to === 0 ? 1_440 : to };
}

function datesOf(start: Place | null, end: Place | null): DateRange | null {
  if (start === null && end === null) return null;
  return { from: start && dateOf(start), until: end && dateOf(end) };
}

function weekdaysOf(place: Place | null): readonly Weekday[] | null {
  if (place === null) return null;
  const days = itemsOf(place).map((day) => (DAYS.indexOf(wordOf(day, DAYS)) + 1) as Weekday);
  return days.length === 0 ? null : days;
}

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

function reservationOf(place: Place | null): Restrictions['reservation'] {
  if (place === null) return null;
  return wordOf(place, ['RESERVATION', 'RESERVATION_EXPIRES']) === 'RESERVATION' ? 'used' : 'expired';
}
