import type { BlockingFee } from '#api/tariff-model.ts';
import { spanWords } from '../../../ui/price-step-words.ts';
import { clockOf } from '../../../ui/week-words.ts';
import type { PriceWords } from './price-words.ts';

const MINUTES = 60;

/** `Blocking fee: 0,10 € a minute from 60 min after the car is full, at most 12,00 €, none 22:00–07:00.` */
export function blockingWords(
  { perHourMicros, grace, capMicros, quiet }: BlockingFee,
  words: PriceWords,
): string {
  const { t, format, currency } = words;
  const parts = [
    t(`tariffs.blockingFrom.${grace.of}`, {
      price: format.price(perHourMicros / MINUTES, currency),
      grace: spanWords(grace.seconds * 1_000, format),
    }),
    capMicros === null ? '' : t('tariffs.blockingCap', { price: format.price(capMicros, currency) }),
    quiet === null ? '' : t('tariffs.blockingQuiet', { from: clockOf(quiet.from), to: clockOf(quiet.to) }),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
