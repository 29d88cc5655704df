import { ALL_BASIS_POINTS, type MicroUnits, type MinorUnits, type Money, microsPerMinor } from './amounts.ts';
import type { LimitStep } from './price-step.ts';
import { scaled } from './round-half-up.ts';
import type { Sum } from './sum-lines.ts';
import type { PriceLimit, Tariff } from './tariff.ts';

/**
 * Holds a sum to its tariff's least and highest price, each total to its own. Where a limit is given for one total
 * only, the other follows at the rate of the session, or in proportion where it has several.
 */
export function withLimits(sum: Sum, tariff: Tariff): Sum {
  const { minPrice, maxPrice } = tariff;
  const raised = minPrice === null ? sum.total : held(sum, minPrice, { tariff, limit: 'min' });
  const lowered =
    maxPrice === null ? raised : held({ ...sum, total: raised }, maxPrice, { tariff, limit: 'max' });
  const steps: LimitStep[] = [];
  if (raised !== sum.total) steps.push({ kind: 'limit', limit: 'min', before: sum.total, after: raised });
  if (lowered !== raised) steps.push({ kind: 'limit', limit: 'max', before: raised, after: lowered });
  return steps.length === 0 ? sum : { total: lowered, steps: [...sum.steps, ...steps] };
}

function held(
  sum: Sum,
  price: PriceLimit,
  { tariff, limit }: { readonly tariff: Tariff; readonly limit: 'min' | 'max' },
): Money {
  const pick = limit === 'min' ? Math.max : Math.min;
  const bounds = boundsOf(price, tariff);
  const { total } = sum;
  const exclHeld = bounds.exclVat === null ? null : pick(total.exclVat, bounds.exclVat);
  const inclHeld = bounds.inclVat === null ? null : pick(total.inclVat, bounds.inclVat);
  const exclVat = exclHeld ?? exclOf(inclHeld ?? total.inclVat, sum, tariff);
  const inclVat = inclHeld ?? inclOf(exclVat, sum, tariff);
  if (exclVat === total.exclVat && inclVat === total.inclVat) return total;
  return { exclVat: exclVat as MinorUnits, inclVat: inclVat as MinorUnits };
}

function boundsOf(
  { exclVat, inclVat }: PriceLimit,
  { currency }: Tariff,
): { [Key in keyof Money]: number | null } {
  const inMinor = (micros: MicroUnits | null): number | null =>
    micros === null ? null : scaled(micros, 1, microsPerMinor(currency));
  return { exclVat: inMinor(exclVat), inclVat: inMinor(inclVat) };
}

function inclOf(exclVat: number, sum: Sum, tariff: Tariff): number {
  const { total } = sum;
  if (exclVat === total.exclVat) return total.inclVat;
  const rate = onlyRate(sum, tariff);
  if (rate !== null) return exclVat + scaled(exclVat, rate, ALL_BASIS_POINTS);
  return scaled(exclVat, total.inclVat, total.exclVat);
}

function exclOf(inclVat: number, sum: Sum, tariff: Tariff): number {
  const { total } = sum;
  if (inclVat === total.inclVat) return total.exclVat;
  const rate = onlyRate(sum, tariff);
  if (rate !== null) return inclVat - scaled(inclVat, rate, ALL_BASIS_POINTS + rate);
  return scaled(inclVat, total.exclVat, total.inclVat);
}

/** The rate of all that was paid for; of all that could have been where nothing was; null where they differ. */
function onlyRate({ steps, total }: Sum, { elements, taxes }: Tariff): number | null {
  if (taxes === 'none') return 0;
  const paid = steps.flatMap((step) => (step.kind === 'component' || step.kind === 'blocking' ? [step] : []));
  const offered = elements.flatMap(({ components }) => components);
  const rates = new Set((total.inclVat > 0 ? paid : offered).map(({ vat }) => vat ?? 0));
  const [first, ...others] = rates;
  if (others.length === 0) return first ?? 0;
  return total.inclVat > 0 && total.exclVat > 0 ? null : (first ?? 0);
}
