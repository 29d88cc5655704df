import { type MicroUnits, type MinorUnits, type Money, microsPerMinor } from './amounts.ts';
import type { LimitStep, TaxStep } from './price-step.ts';
import { scaled } from './round-half-up.ts';
import { taxesInGross, taxesOfTotal, taxesOnNet } from './share-out.ts';
import type { Sum } from './sum-lines.ts';
import type { PriceLimit, Tariff } from './tariff.ts';

/**
 * Keeps a sum within its tariff's least and highest price, each total within its own. Where a limit is given for one total
 * only, the other follows at the rate of the session. Taxes are those of what is paid then: each rate has the share of it
 * that it had of the sum.
 */
export function withLimits(sum: Sum, tariff: Tariff): Sum {
  const { minPrice, maxPrice } = tariff;
  const raised = minPrice === null ? sum : limited(sum, minPrice, { tariff, limit: 'min' });
  return maxPrice === null ? raised : limited(raised, maxPrice, { tariff, limit: 'max' });
}

function limited(
  sum: Sum,
  price: PriceLimit,
  { tariff, limit }: { readonly tariff: Tariff; readonly limit: 'min' | 'max' },
): Sum {
  const pick = limit === 'min' ? Math.max : Math.min;
  const bounds = boundsOf(price, tariff);
  const before = sum.total;
  const exclVat = bounds.exclVat === null ? null : pick(before.exclVat, bounds.exclVat);
  const inclVat = bounds.inclVat === null ? null : pick(before.inclVat, bounds.inclVat);
  const isKept =
    (exclVat ?? before.exclVat) === before.exclVat && (inclVat ?? before.inclVat) === before.inclVat;
  if (isKept) return sum;
  const taxes = taxesAt({ exclVat, inclVat }, ratesOf(sum, tariff), tariff);
  const after = {
    exclVat: taxes.reduce((all, one) => all + one.exclVat, 0) as MinorUnits,
    inclVat: taxes.reduce((all, one) => all + one.inclVat, 0) as MinorUnits,
  };
  const step: LimitStep = { kind: 'limit', limit, before, after };
  return { total: after, steps: [...sum.steps, step], taxes };
}

type Bounds = { readonly [Key in keyof Money]: number | null };

function boundsOf({ exclVat, inclVat }: PriceLimit, { currency }: Tariff): Bounds {
  const inMinor = (micros: MicroUnits | null): number | null =>
    micros === null ? null : scaled(micros, 1, microsPerMinor(currency));
  return { exclVat: inMinor(exclVat), inclVat: inMinor(inclVat) };
}

function taxesAt(
  { exclVat, inclVat }: Bounds,
  rates: readonly TaxStep[],
  tariff: Tariff,
): readonly TaxStep[] {
  if (exclVat === null) return taxesInGross(inclVat ?? 0, rates, tariff);
  if (inclVat === null) return taxesOnNet(exclVat, rates, tariff);
  const total = { exclVat: exclVat as MinorUnits, inclVat: inclVat as MinorUnits };
  return taxesOfTotal(total, rates, tariff);
}

/** The rates of all that was paid for; the first of those that could have been where nothing was. */
function ratesOf({ taxes, total }: Sum, { elements }: Tariff): readonly TaxStep[] {
  if (total.exclVat > 0 && total.inclVat > 0) return taxes;
  const vat = elements[0]?.components[0]?.vat ?? null;
  return [{ kind: 'tax', vat, exclVat: total.exclVat, inclVat: total.inclVat }];
}
