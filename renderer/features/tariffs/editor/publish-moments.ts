import { type DayKeys, daysBefore, startOfDay } from '../../../lib/site-day.ts';

export const PUBLISH_MOMENTS = ['now', 'midnight', 'month', 'other'] as const;
export type PublishMoment = (typeof PUBLISH_MOMENTS)[number];

/** The next midnight at the site. */
export function nextMidnight(now: number, keys: DayKeys): string {
  return startOfDay(daysBefore(keys.dayKey(now), -1), keys);
}

/** The first moment of the next month at the site. */
export function nextMonth(now: number, keys: DayKeys): string {
  const [year = 0, month = 1] = keys.dayKey(now).split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return startOfDay(`${next}-01`, keys);
}
