import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Tariff } from '#api/tariff-model.ts';
import type { TariffFault } from '#api/tariff-trials.ts';
import { apiQuery } from '../../../lib/api-query.ts';

export interface TariffCheck {
  readonly faults: readonly TariffFault[];
  readonly stationsWithoutTime: readonly string[];
  /** Something stands in the way of publishing. Unknown yet, nothing does: the server looks again. */
  readonly forbids: boolean;
  readonly isKnown: boolean;
  readonly error: Error | null;
}

const TYPING_PAUSE_MS = 300;

/** What is wrong with a draft, looked at again whenever somebody pauses. */
export function useTariffCheck(tariff: Tariff, tariffId: number): TariffCheck {
  const [paused] = useDebouncedValue(tariff, TYPING_PAUSE_MS);
  const { data, error } = useQuery({
    ...apiQuery('checkTariff', { body: { tariff: paused, tariffId } }),
    placeholderData: keepPreviousData,
  });
  return {
    faults: data?.faults ?? [],
    stationsWithoutTime: data?.stationsWithoutTime ?? [],
    forbids: data?.publishable === false,
    isKnown: data !== undefined,
    error,
  };
}
