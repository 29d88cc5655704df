import { useQueries } from '@tanstack/react-query';
import type { TariffDetail } from '#api/tariffs.ts';
import { apiQuery } from '../../../lib/api-query.ts';
import { daysBefore, endOfDay, startOfDay } from '../../../lib/site-day.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { usualRehearsal } from './usual-rehearsal.ts';

/** Further back nobody rehearses without having chosen the month. */
const LOOKED_AT = 3;

/** What a rehearsal of this tariff begins with, from what the latest months came to. */
export function useUsualRehearsal(
  { id, inForce, ruleCount }: Pick<TariffDetail, 'id' | 'inForce' | 'ruleCount'>,
  months: readonly string[],
): ReturnType<typeof usualRehearsal> {
  const format = useFormat();
  const looked = months.slice(0, LOOKED_AT);
  const revenues = useQueries({
    queries: looked.map((month) => ({
      ...apiQuery('getRevenue', { query: { by: 'tariff', ...boundsOf(month, format) } }),
      // Which month has sessions is no matter of minutes.
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  return usualRehearsal({
    tariffId: inForce !== null && ruleCount > 0 ? id : null,
    months: looked.map((month, index) => ({ month, lines: revenues[index]?.data?.items })),
  });
}

function boundsOf(month: string, keys: Parameters<typeof startOfDay>[1]) {
  const next = daysBefore(`${month}-28`, -4).slice(0, 7);
  return { from: startOfDay(`${month}-01`, keys), to: endOfDay(daysBefore(`${next}-01`, 1), keys) };
}
