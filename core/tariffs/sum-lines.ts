import {
  ALL_BASIS_POINTS,
  type BasisPoints,
  type MicroUnits,
  type MinorUnits,
  type Money,
  microsPerMinor,
} from './amounts.ts';
import type { Line } from './price-lines.ts';
import type { PriceStep, TaxStep } from './price-step.ts';
import { dividedHalfUp, scaled } from './round-half-up.ts';
import { taxesOfTotal } from './share-out.ts';
import { roundsLines, type Tariff } from './tariff.ts';

/** What the lines of a session come to, before its tariff's limits. */
export interface Sum {
  readonly total: Money;
  /** All but its taxes. */
  readonly steps: readonly PriceStep[];
  /** What each rate comes to; together they are the total. */
  readonly taxes: readonly TaxStep[];
}

interface SumRules {
  readonly tariff: Tariff;
  readonly discount: BasisPoints;
}

export function sumOf(lines: readonly Line[], rules: SumRules): Sum {
  return roundsLines(rules.tariff) ? sumByLine(lines, rules) : sumAtEnd(lines, rules);
}

/** Each line becomes cents; the tax comes out of, or upon, the sum of each rate. */
function sumByLine(lines: readonly Line[], { tariff, discount }: SumRules): Sum {
  const steps: PriceStep[] = [];
  const sums: RateSum[] = [];
  for (const { vat, rounded, step } of lines) {
    steps.push(step);
    rateSum(sums, vat).amount += rounded ?? 0;
  }
  if (discount > 0)
    for (const sum of sums) {
      const amount = (0 - scaled(sum.amount, discount, ALL_BASIS_POINTS)) as MinorUnits;
      steps.push({ kind: 'discount', share: discount, vat: sum.vat, amount });
      sum.amount += amount;
    }
  const taxes: TaxStep[] = [];
  let exclVat = 0;
  let inclVat = 0;
  for (const { vat, amount } of sums) {
    const taxed = withTax(amount, vat, tariff);
    taxes.push({ kind: 'tax', vat, exclVat: taxed.exclVat, inclVat: taxed.inclVat });
    exclVat += taxed.exclVat;
    inclVat += taxed.inclVat;
  }
  return { total: { exclVat: exclVat as MinorUnits, inclVat: inclVat as MinorUnits }, steps, taxes };
}

interface RateSum {
  readonly vat: BasisPoints | null;
  amount: number;
}

/** Rates are one or two: a list is quicker than a map. */
function rateSum(sums: RateSum[], vat: BasisPoints | null): RateSum {
  for (const sum of sums) if (sum.vat === vat) return sum;
  const made = { vat, amount: 0 };
  sums.push(made);
  return made;
}

/** Both amounts, where one of them is known: which one, the tariff says. */
export function withTax(amount: number, vat: BasisPoints | null, { taxes }: Tariff): Money {
  const rate = taxes === 'none' ? 0 : (vat ?? 0);
  const tax =
    taxes === 'included'
      ? scaled(amount, rate, ALL_BASIS_POINTS + rate)
      : scaled(amount, rate, ALL_BASIS_POINTS);
  return taxes === 'included'
    ? { exclVat: (amount - tax) as MinorUnits, inclVat: amount as MinorUnits }
    : { exclVat: amount as MinorUnits, inclVat: (amount + tax) as MinorUnits };
}

/** Nothing is rounded but the totals. Sums are 18-millionths of a micro-unit, of which kWh and hours are whole. */
function sumAtEnd(lines: readonly Line[], { tariff, discount }: SumRules): Sum {
  const perMinor = BigInt(microsPerMinor(tariff.currency));
  const sums = new Map<BasisPoints | null, bigint>();
  const steps: PriceStep[] = [];
  for (const { quantity, price, per, vat, step } of lines) {
    steps.push(step);
    const amount = BigInt(quantity) * BigInt(price) * (FRACTIONS / BigInt(per));
    sums.set(vat, (sums.get(vat) ?? 0n) + amount);
  }
  const rates: TaxStep[] = [];
  let excl = 0n;
  let inclParts = 0n;
  for (const [vat, full] of sums) {
    const off = dividedHalfUp(full * BigInt(discount), BigInt(ALL_BASIS_POINTS));
    if (off !== 0n) {
      const amount = (0 - Number(dividedHalfUp(off, FRACTIONS * perMinor))) as MinorUnits;
      steps.push({ kind: 'discount', share: discount, vat, amount });
    }
    const rate = tariff.taxes === 'none' ? 0 : (vat ?? 0);
    const paid = full - off;
    // To the millionth: the total of cents is shared out by them.
    const exact = Number(dividedHalfUp(paid, FRACTIONS)) as MinorUnits;
    rates.push({ kind: 'tax', vat, exclVat: exact, inclVat: exact });
    excl += paid;
    inclParts += paid * BigInt(ALL_BASIS_POINTS + rate);
  }
  const taxed = FRACTIONS * BigInt(ALL_BASIS_POINTS);
  steps.push({
    kind: 'rounding',
    exclVat: Number(dividedHalfUp(excl, FRACTIONS)) as MicroUnits,
    inclVat: Number(dividedHalfUp(inclParts, taxed)) as MicroUnits,
  });
  const total = {
    exclVat: Number(dividedHalfUp(excl, FRACTIONS * perMinor)) as MinorUnits,
    inclVat: Number(dividedHalfUp(inclParts, taxed * perMinor)) as MinorUnits,
  };
  return { total, steps, taxes: taxesOfTotal(total, rates, tariff) };
}

const FRACTIONS = 18_000_000n;
