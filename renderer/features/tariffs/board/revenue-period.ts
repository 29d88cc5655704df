import { type DayKeys, daysBefore, endOfDay, startOfDay } from '../../../lib/site-day.ts';

export const REVENUE_PERIODS = ['month', 'last-month', 'days'] as const;
export type RevenuePeriod = (typeof REVENUE_PERIODS)[number];

export interface PeriodChoice {
  readonly period: RevenuePeriod;
  /** Local days, both counted in; only of `days`. */
  readonly first: string;
  readonly last: string;
}

/** The moments of a period at the site; undefined while its days are not said. */
export function periodOf(
  { period, first, last }: PeriodChoice,
  today: string,
  keys: DayKeys,
): { readonly from: string; readonly to: string } | undefined {
  const thisMonth = `${today.slice(0, 7)}-01`;
  switch (period) {
    case 'month':
      return { from: startOfDay(thisMonth, keys), to: endOfDay(today, keys) };
    case 'last-month':
      return {
        from: startOfDay(`${daysBefore(thisMonth, 1).slice(0, 7)}-01`, keys),
        to: startOfDay(thisMonth, keys),
      };
    case 'days':
      if (first === '' || last === '' || last < first) return undefined;
      return { from: startOfDay(first, keys), to: endOfDay(last, keys) };
  }
}
