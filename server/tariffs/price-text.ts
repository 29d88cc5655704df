import type { Language } from '#core/settings/site.ts';
import type { Instant } from '#core/shared/units.ts';
import { MICROS_PER_UNIT } from '#core/tariffs/amounts.ts';
import { energyPriceAt } from '#core/tariffs/energy-price-at.ts';
import type { TariffVersion } from '#core/tariffs/tariff-version.ts';
import type { WallDays } from '#core/tariffs/wall-days.ts';

const WORDS = {
  de: { free: 'kostenlos', idle: 'je Stunde, wenn das Auto voll ist', from: 'ab' },
  en: { free: 'free', idle: 'an hour when the car is full', from: 'from' },
} as const;

/** A price in a line for a display: what the site wrote for drivers, else the price of a kWh and the blocking fee. */
export function priceText(
  { text, tariff }: TariffVersion,
  at: Instant,
  {
    days,
    language,
    region,
  }: { readonly days: WallDays; readonly language: Language; readonly region: string },
): string {
  if (text !== '') return text;
  const amount = (micros: number) => moneyText(micros / MICROS_PER_UNIT, tariff.currency, region);
  const kwh = energyPriceAt(tariff, at, days);
  const { blocking } = tariff;
  const parts = [kwh === null ? WORDS[language].free : `${amount(kwh)}/kWh`];
  if (blocking !== null) parts.push(`${amount(blocking.perHour)} ${WORDS[language].idle}`);
  return parts.join(', ');
}

/** An amount for a display, which knows few signs and no blanks but the usual one. */
export function moneyText(amount: number, currency: string, region: string): string {
  const text = new Intl.NumberFormat(region, { style: 'currency', currency }).format(amount);
  return text.replaceAll(/[\u00A0\u202F]/g, ' ');
}
