import { basisPoints, type MicroUnits, microUnits } from '../amounts.ts';
import {
  ALWAYS,
  type Dimension,
  type PriceComponent,
  type Restrictions,
  type Tariff,
  type TariffElement,
} from '../tariff.ts';

/** 0.49 are 490,000 micro-units. */
export function price(major: number): MicroUnits {
  return microUnits(Math.round(major * 1_000_000));
}

/** Minutes since midnight of `18:30`. */
export function clock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

/** A tariff as a German site sells to people: gross, 19 %, without anything special. */
export function tariff(elements: readonly TariffElement[], more: Partial<Tariff> = {}): Tariff {
  return {
    currency: 'EUR',
    taxes: 'included',
    rounding: 'each-line',
    elements,
    minPrice: null,
    maxPrice: null,
    blocking: null,
    land: null,
    ...more,
  };
}

export function element(
  prices: Partial<Record<Dimension, number>>,
  when: Partial<Restrictions> = {},
): TariffElement {
  const components = Object.entries(prices).map(
    ([dimension, major]): PriceComponent => ({
      dimension: dimension as Dimension,
      price: price(major),
      vat: basisPoints(1_900),
      stepSize: null,
    }),
  );
  return { components, when: { ...ALWAYS, ...when } };
}
