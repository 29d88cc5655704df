import type { Tariff as Model } from '#api/tariff-model.ts';
import type { Tariff } from '#api/tariffs.ts';

/** What a list shows of a tariff: what counts now, else what will, else what somebody works on. */
export function shownTariff({ inForce, scheduled, draft }: Tariff): Model | null {
  return inForce?.tariff ?? scheduled?.tariff ?? draft;
}
