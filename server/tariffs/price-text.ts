import type { Language } from '#core/settings/site.ts';
import type { Instant } from '#core/shared/units.ts';
import { type BasisPoints, MICROS_PER_UNIT } from '#core/tariffs/amounts.ts';
import {
  discounted,
  hourOfBlocking,
  pricesAt,
  priceWithTax,
  type TaxedPrice,
} from '#core/tariffs/prices-at.ts';
import type { TariffVersion } from '#core/tariffs/tariff-version.ts';
import type { WallDays } from '#core/tariffs/wall-days.ts';

const WORDS = {
  de: {
    free: 'kostenlos',
    energy: '/kWh',
    time: ' je Stunde Laden',
    parking: ' je Stunde Stehen',
    flat: ' je Start',
    blocking: ' je Stunde, wenn das Auto voll ist',
  },
  en: {
    free: 'free',
    energy: '/kWh',
    time: ' an hour of charging',
    parking: ' an hour of standing',
    flat: ' to start',
    blocking: ' an hour when the car is full',
  },
} as const;

/** In the order in which they are to be told (AFIR, Art. 5): kWh, time, what else. */
const ORDER = ['energy', 'time', 'parking', 'flat'] as const;

export interface PriceReader {
  readonly days: WallDays;
  readonly language: Language;
  readonly region: string;
  /** Of whoever reads it. */
  readonly discount: BasisPoints;
}

/** A price in a line for a display: what the site wrote for drivers, else everything that costs now, with tax, less the discount. */
export function priceText(
  { text, tariff }: TariffVersion,
  at: Instant,
  { days, language, region, discount }: PriceReader,
): string {
  if (text !== '') return text;
  const words = WORDS[language];
  const amount = (price: TaxedPrice) => {
    const paid = discounted(priceWithTax(price, tariff), discount);
    return moneyText(paid / MICROS_PER_UNIT, tariff.currency, region);
  };
  const now = pricesAt(tariff, at, days);
  const parts = ORDER.flatMap((dimension) => {
    const price = now.get(dimension);
    return price === undefined ? [] : [`${amount(price)}${words[dimension]}`];
  });
  const { blocking } = tariff;
  if (blocking !== null && blocking.perHour > 0)
    parts.push(`${amount(hourOfBlocking(blocking))}${words.blocking}`);
  return parts.length === 0 ? words.free : parts.join(', ');
}

/** An amount for a display, which knows few signs and no blanks but the usual one. */
export function moneyText(amount: number, currency: string, region: string): string {
  const text = new Intl.NumberFormat(region, { style: 'currency', currency }).format(amount);
  return text.replaceAll(/[\u00A0\u202F]/g, ' ');
}
