import { daysInMonth } from '../../shared/calendar.ts';
import { DAY, HOUR, type Instant, instant, MINUTE, SECOND } from '../../shared/units.ts';
import { type CivilDay, civilDay } from '../civil-day.ts';
import { Misread, type Place, textOf } from './json-place.ts';

/** RFC 3339, in UTC where it names no zone (OCPI 2.2.1 §17.2, DateTime). */
export function momentOf(place: Place): Instant {
  const parts = DATE_TIME.exec(textOf(place));
  const groups = parts?.groups;
  const day = groups?.date === undefined ? null : dayOf(groups.date);
  if (groups === undefined || day === null) throw new Misread({ ...wrong(place), wanted: 'date and time' });
  const { hour, minute, second = '0', fraction = '', zone = 'Z' } = groups;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  const time = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND + ms;
  return instant(day * DAY + time - offsetOf(zone));
}

const DATE_TIME =
  /^(?<date>\d{4}-\d\d-\d\d)[Tt ](?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)(?:\.(?<fraction>\d+))?)?(?<zone>[Zz]|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/;

function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.replace(':', '');
  const ms = Number(digits.slice(1, 3)) * HOUR + Number(digits.slice(3)) * MINUTE;
  return zone.startsWith('-') ? -ms : ms;
}

/** Minutes since midnight. */
export function minuteOf(place: Place): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(textOf(place));
  if (parts === null) throw new Misread({ ...wrong(place), wanted: 'time of day' });
  return Number(parts[1]) * 60 + Number(parts[2]);
}

export function dateOf(place: Place): CivilDay {
  const day = dayOf(textOf(place));
  if (day === null) throw new Misread({ ...wrong(place), wanted: 'date' });
  return day;
}

function dayOf(text: string): CivilDay | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return civilDay({ year, month, day });
}

function wrong({ path }: Place): { readonly kind: 'not-a'; readonly path: string } {
  return { kind: 'not-a', path };
}
