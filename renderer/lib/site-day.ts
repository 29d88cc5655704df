/** What knows the site's time zone: the day of a moment there, `2026-11-21`. */
export interface DayKeys {
  readonly dayKey: (at: number | string) => string;
}

const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;
const DAY_MS = 24 * HOUR_MS;

/** The first moment of a day at the site: found by walking the quarter-hours around midnight UTC. */
export function startOfDay(day: string, { dayKey }: DayKeys): string {
  let at = Date.parse(`${day}T00:00:00Z`) - 14 * HOUR_MS;
  while (dayKey(at) < day) at += QUARTER_MS;
  return new Date(at).toISOString();
}

/** The moment at which a day at the site is over. */
export function endOfDay(day: string, keys: DayKeys): string {
  return startOfDay(daysBefore(day, -1), keys);
}

/** A day some days earlier by the calendar: days of 23 or 25 hours count like any other. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

/** The last day on which something is valid that ends at a moment. */
export function lastValidDay(endsAt: string, { dayKey }: DayKeys): string {
  return dayKey(Date.parse(endsAt) - 1);
}
