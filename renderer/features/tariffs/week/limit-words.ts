import type { Tariff } from '#api/tariff-model.ts';
import { HALVES, LIMITS } from '../editor/price-limits.ts';
import type { PriceWords } from './price-words.ts';

/** The least and the highest price of a session, each amount that a tariff has: `Least price with tax`, `50,00 €`. */
export function limitWords(
  tariff: Tariff,
  { t, format, currency }: PriceWords,
): readonly { readonly label: string; readonly price: string }[] {
  return LIMITS.flatMap((limit) =>
    HALVES.flatMap((half) => {
      const micros = tariff[limit]?.[half] ?? null;
      if (micros === null) return [];
      const label = tariff.taxes === 'none' ? t(`tariffs.${limit}`) : t(`tariffs.${limit}Half.${half}`);
      return [{ label, price: format.price(micros, currency) }];
    }),
  );
}
