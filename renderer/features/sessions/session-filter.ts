import type { SessionFilter } from '#api/sessions.ts';
import type { Period, SessionsSearch } from '../../lib/page-search.ts';
import { type DayKeys, daysBefore, startOfDay } from '../../lib/site-day.ts';

interface PeriodContext extends DayKeys {
  /** Ms since 1970. */
  readonly now: number;
}

/** The page's address as the filter of the API. */
export function toFilter(search: SessionsSearch, context: PeriodContext): SessionFilter {
  return {
    ...(search.state !== undefined && { state: search.state }),
    ...(search.station !== undefined && { stationId: search.station }),
    ...(search.card !== undefined && { cardUid: search.card }),
    ...(search.search !== undefined && { search: search.search }),
    ...periodBounds(search.period ?? 'all', context),
  };
}

function periodBounds(period: Period, context: PeriodContext): Pick<SessionFilter, 'from' | 'to'> {
  const today = context.dayKey(context.now);
  switch (period) {
    case 'all':
      return {};
    case 'today':
      return { from: startOfDay(today, context) };
    case 'week':
      return { from: startOfDay(daysBefore(today, 6), context) };
    case 'month':
      return { from: startOfDay(`${today.slice(0, 7)}-01`, context) };
    case 'last-month':
      return {
        from: startOfDay(monthBefore(today), context),
        to: startOfDay(`${today.slice(0, 7)}-01`, context),
      };
  }
}

function monthBefore(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const before = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${before[0]}-${String(before[1]).padStart(2, '0')}-01`;
}
