import { ALL_BASIS_POINTS, type MinorUnits, type Money } from './amounts.ts';
import type { TaxStep } from './price-step.ts';
import { scaled } from './round-half-up.ts';
import type { Tariff } from './tariff.ts';

/** An amount shared out by weights; the parts add up to it, and none is a whole unit off. By equal ones where all are nothing. */
export function sharesOf(amount: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [sum, before] = [0, 0];
  return weights.map((weight, index) => {
    sum += weight;
    const until = whole === 0 ? scaled(amount, index + 1, weights.length) : scaled(amount, sum, whole);
    const share = until - before;
    before = until;
    return share;
  });
}

/** A total whose net and gross are settled, as the taxes of its rates: these add up to it on either side. */
export function taxesOfTotal(total: Money, rates: readonly TaxStep[], tariff: Tariff): readonly TaxStep[] {
  const net = sharesOf(
    total.exclVat,
    rates.map(({ exclVat }) => exclVat),
  );
  const tax = sharesOf(
    total.inclVat - total.exclVat,
    rates.map(({ vat }, index) => (net[index] ?? 0) * rateOf(vat, tariff)),
  );
  return rates.map(({ vat }, index) => {
    const exclVat = (net[index] ?? 0) as MinorUnits;
    return { kind: 'tax', vat, exclVat, inclVat: (exclVat + (tax[index] ?? 0)) as MinorUnits };
  });
}

/** Net amounts with the tax of each on top. */
export function taxesOnNet(net: number, rates: readonly TaxStep[], tariff: Tariff): readonly TaxStep[] {
  const shares = sharesOf(
    net,
    rates.map(({ exclVat }) => exclVat),
  );
  return rates.map(({ vat }, index) => {
    const exclVat = (shares[index] ?? 0) as MinorUnits;
    const tax = scaled(exclVat, rateOf(vat, tariff), ALL_BASIS_POINTS);
    return { kind: 'tax', vat, exclVat, inclVat: (exclVat + tax) as MinorUnits };
  });
}

/** Gross amounts with the tax of each taken out. */
export function taxesInGross(gross: number, rates: readonly TaxStep[], tariff: Tariff): readonly TaxStep[] {
  const shares = sharesOf(
    gross,
    rates.map(({ inclVat }) => inclVat),
  );
  return rates.map(({ vat }, index) => {
    const inclVat = (shares[index] ?? 0) as MinorUnits;
    const rate = rateOf(vat, tariff);
    const tax = scaled(inclVat, rate, ALL_BASIS_POINTS + rate);
    return { kind: 'tax', vat, exclVat: (inclVat - tax) as MinorUnits, inclVat };
  });
}

function rateOf(vat: TaxStep['vat'], { taxes }: Tariff): number {
  return taxes === 'none' ? 0 : (vat ?? 0);
}
