import type { WeekWindow } from '#api/access-rules.ts';
import type { Translate } from '../text/use-text.ts';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const DAY_MINUTES = 1440;

/** `Mon–Fri 06:00–20:00`; neighbouring days are drawn together. */
export function windowWords({ days, from, to }: WeekWindow, t: Translate): string {
  const wholeDay = from === 0 && to === DAY_MINUTES;
  const times = t('rules.times', { from: clockOf(from), to: clockOf(to) });
  return wholeDay ? dayWords(days, t) : `${dayWords(days, t)} ${times}`;
}

/** `Mon–Fri`; all of them are daily. */
export function dayWords(days: readonly number[], t: Translate): string {
  if (days.length === WEEKDAYS.length) return t('rules.daily');
  const name = (day: number) => t(`rules.day.${WEEKDAYS.find((one) => one === day) ?? 1}`);
  return runsOf(days)
    .map(([first, last]) => {
      if (first === last) return name(first);
      return last === first + 1 ? `${name(first)}, ${name(last)}` : `${name(first)}–${name(last)}`;
    })
    .join(', ');
}

/** Minutes since midnight as a clock shows them; the end of a day is 24:00. */
export function clockOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What a field for a time holds, as minutes since midnight; undefined while it is not whole. */
export function minutesOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** First and last of each run of days without a gap. */
function runsOf(days: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const day of days.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === day - 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
