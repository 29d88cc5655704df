import { MICROS_PER_UNIT } from './amounts.ts';
import type { Dimension, Tariff } from './tariff.ts';
import type { TariffFault } from './tariff-fault.ts';

/**
 * Prices that hardly anybody asks for, so that a comma may have slipped: above 5 € for a kWh, or 60 € for an hour. The dearest
 * in Europe take about a euro for a kWh; a euro for each minute is the dearest fee for blocking. A fee for the session may be
 * a parking ticket for a week: nothing is unusual. Of a currency that is not known here nothing is said.
 */
export function unusualPrices({ currency, elements, blocking }: Tariff): readonly TariffFault[] {
  const euro = UNITS_TO_A_EURO.get(currency);
  if (euro === undefined) return [];
  const isUnusual = (dimension: Dimension, price: number) =>
    price > (MOST_EUROS[dimension] ?? Number.POSITIVE_INFINITY) * euro * MICROS_PER_UNIT;
  const inElements = elements.flatMap(({ components }, element) =>
    components.flatMap(({ dimension, price }, component): readonly TariffFault[] =>
      isUnusual(dimension, price) ? [unusual(dimension, { kind: 'component', element, component })] : [],
    ),
  );
  const isBlockingUnusual = blocking !== null && isUnusual('parking', blocking.perHour);
  return isBlockingUnusual ? [...inElements, unusual('parking', { kind: 'blocking' })] : inElements;
}

const MOST_EUROS: Readonly<Partial<Record<Dimension, number>>> = { energy: 5, time: 60, parking: 60 };

/** Roughly: that a comma slipped is seen all the same. */
const UNITS_TO_A_EURO: ReadonlyMap<string, number> = new Map([
  ['EUR', 1],
  ['CHF', 1],
  ['GBP', 1],
  ['PLN', 4],
  ['DKK', 7],
  ['CZK', 25],
]);

function unusual(dimension: Dimension, at: TariffFault['at']): TariffFault {
  return { at, fault: { kind: 'unusual-price', dimension }, severity: 'warns' };
}
