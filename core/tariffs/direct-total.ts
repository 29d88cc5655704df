import {
  ALL_BASIS_POINTS,
  type BasisPoints,
  type MinorUnits,
  type Money,
  microsPerMinor,
} from './amounts.ts';
import type { CompiledTariff } from './compile-tariff.ts';
import type { UsageCount } from './count-usage.ts';
import { PER } from './price-lines.ts';
import { scaled } from './round-half-up.ts';
import { withTax } from './sum-lines.ts';
import { roundsLines, type Tariff } from './tariff.ts';

/** Whether each line becomes cents by itself and nothing holds their sum: then only sums by rate are needed. */
export function isSummedDirectly(tariff: Tariff): boolean {
  return roundsLines(tariff) && tariff.minPrice === null && tariff.maxPrice === null;
}

/** Adds up what was counted as `sumOf` does, without its lines. Blocking fees are none of its business. */
export function directTotal({
  components,
  tariff,
}: CompiledTariff): (count: UsageCount, discount: BasisPoints) => Money {
  const perMinor = microsPerMinor(tariff.currency);
  const prices = Float64Array.from(components, ({ component }) => component.price);
  const divisors = Float64Array.from(components, ({ component }) => PER[component.dimension] * perMinor);
  const rates = [...new Set(components.map(({ component }) => component.vat))];
  const rateOf = Uint16Array.from(components, ({ component }) => rates.indexOf(component.vat));
  const sums = new Float64Array(rates.length);
  return ({ quantities, counted, many }, discount) => {
    for (let rate = 0; rate < sums.length; rate += 1) sums[rate] = 0;
    for (let place = 0; place < many; place += 1) {
      const id = counted[place] ?? 0;
      const rate = rateOf[id] ?? 0;
      sums[rate] =
        (sums[rate] ?? 0) + scaled(quantities[id] ?? 0, prices[id] ?? 0, divisors[id] ?? Number.NaN);
    }
    let exclVat = 0;
    let inclVat = 0;
    for (let rate = 0; rate < sums.length; rate += 1) {
      const sum = sums[rate] ?? 0;
      const reduced = discount === 0 ? sum : sum - scaled(sum, discount, ALL_BASIS_POINTS);
      const taxed = withTax(reduced, rates[rate] ?? null, tariff);
      exclVat += taxed.exclVat;
      inclVat += taxed.inclVat;
    }
    return { exclVat: exclVat as MinorUnits, inclVat: inclVat as MinorUnits };
  };
}
