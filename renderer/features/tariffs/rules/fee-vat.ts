import type { Tariff } from '#api/tariff-model.ts';
import { vatOf } from '../editor/work.ts';

/** The rate of a monthly fee, in basis points: the highest that the tariff has; null where it knows no tax. */
export function feeVatOf(tariff: Tariff): number | null {
  const { elements, blocking, taxes } = tariff;
  if (taxes === 'none') return null;
  const priced = [
    ...elements.flatMap(({ components }) => components),
    ...(blocking === null ? [] : [blocking]),
  ];
  const rates = priced.flatMap(({ vatBasisPoints }) => vatBasisPoints ?? []);
  return rates.length === 0 ? vatOf(tariff) : Math.max(...rates);
}
