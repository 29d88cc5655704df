import { DIMENSIONS, type Tariff } from '#api/tariff-model.ts';
import type { Format } from '../../../lib/format.ts';
import type { Translate } from '../../../text/use-text.ts';
import type { Band } from './paint.ts';

export interface PriceWords {
  readonly t: Translate;
  readonly format: Format;
  readonly currency: string;
}

/** `0,49 €/kWh · 2,00 €/h charging`; says so where nothing has a price. */
export function bandWords(band: Band, { t, format, currency }: PriceWords): string {
  const prices = DIMENSIONS.flatMap((dimension) => {
    const component = band.find((one) => one.dimension === dimension);
    if (component === undefined) return [];
    return t(`tariffs.per.${dimension}`, { price: format.price(component.priceMicros, currency) });
  });
  return prices.length === 0 ? t('tariffs.noPrice') : prices.join(' · ');
}

/** `0,39–0,49 €/kWh`: from the least to the most that a kWh can cost; null where energy has no price. */
export function rangeWords(
  { elements, currency }: Tariff,
  { t, format }: Omit<PriceWords, 'currency'>,
): string | null {
  const prices = elements.flatMap(({ components }) =>
    components.filter(({ dimension }) => dimension === 'energy').map(({ priceMicros }) => priceMicros),
  );
  if (prices.length === 0) return null;
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  const price = least === most ? format.price(most, currency) : format.priceRange(least, most, currency);
  return t('tariffs.per.energy', { price });
}
