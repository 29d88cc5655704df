import type { Translate } from '../../../text/use-text.ts';
import { clockOf, dayWords } from '../../../ui/week-words.ts';
import type { Stretch } from './elements-of-paint.ts';
import { HOLIDAYS, QUARTER_MINUTES, QUARTERS } from './paint.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const DAY_MINUTES = QUARTERS * QUARTER_MINUTES;

/** `Mon–Fri, public holidays 22:00–06:00`. */
export function stretchWords({ columns, window }: Pick<Stretch, 'columns' | 'window'>, t: Translate): string {
  const weekdays = columns.filter((column) => column < HOLIDAYS).map((column) => column + 1);
  const days = [
    weekdays.length === 0 ? '' : dayWords(weekdays, t),
    columns.includes(HOLIDAYS) ? t('tariffs.holidays') : '',
  ];
  const { from, to } = window;
  const times =
    from === 0 && to === DAY_MINUTES ? '' : t('rules.times', { from: clockOf(from), to: clockOf(to) });
  return [days.filter(Boolean).join(', '), times].filter(Boolean).join(' ');
}

/** `Monday`, or what the column of public holidays is called. */
export function columnName(column: number, t: Translate): string {
  const weekday = WEEKDAYS[column];
  return weekday === undefined ? t('tariffs.holidays') : t(`rules.dayName.${weekday}`);
}

/** `Mon`. */
export function columnShort(column: number, t: Translate): string {
  const weekday = WEEKDAYS[column];
  return weekday === undefined ? t('tariffs.holidaysShort') : t(`rules.day.${weekday}`);
}

/** The time at which a quarter begins. */
export function quarterClock(quarter: number): string {
  return clockOf(quarter * QUARTER_MINUTES);
}
