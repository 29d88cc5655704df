import { type Instant, instant, milliseconds, SECOND } from '../shared/units.ts';
import {
  ALL_BASIS_POINTS,
  type BasisPoints,
  MILLIWATT_HOURS_PER_KWH,
  type MicroUnits,
  microUnits,
  milliwattHours,
} from './amounts.ts';
import { priceSession } from './price-session.ts';
import { scaled } from './round-half-up.ts';
import type { UsagePeriod } from './session-facts.ts';
import type { BlockingFee, Dimension, PriceComponent, Tariff } from './tariff.ts';
import type { WallDays } from './wall-days.ts';

/** A price, and the rate of its tax; null where none applies. */
export type TaxedPrice = Pick<PriceComponent, 'price' | 'vat'>;

/** What is paid of each dimension; one that is free, or not sold, is left out. */
export type PricesNow = ReadonlyMap<Dimension, TaxedPrice>;

/**
 * What a session pays that begins at a moment: a kWh, an hour of charging, an hour of standing full, and as such. Gross or
 * net as the tariff is; see `priceWithTax`.
 */
export function pricesAt(tariff: Tariff, at: Instant, days: WallDays): PricesNow {
  const full = instant(at + SECOND);
  const periods = [period(at, full, true), period(full, instant(full + SECOND), false)];
  const outcome = priceSession({ periods, expired: false, strongest: null, contract: null }, tariff, days);
  const prices = new Map<Dimension, TaxedPrice>();
  if (outcome.kind !== 'priced') return prices;
  for (const step of outcome.steps)
    if (step.kind === 'component' && step.price > 0 && !prices.has(step.dimension))
      prices.set(step.dimension, step);
  return prices;
}

/** What a consumer is told of a price: with its own tax (PAngV § 3). */
export function priceWithTax({ price, vat }: TaxedPrice, { taxes }: Pick<Tariff, 'taxes'>): MicroUnits {
  if (taxes !== 'on-top') return price;
  return microUnits(scaled(price, ALL_BASIS_POINTS + (vat ?? 0), ALL_BASIS_POINTS));
}

/** What is left of a price for whoever is granted a discount, which is taken off all that a session comes to. */
export function discounted(price: MicroUnits, discount: BasisPoints): MicroUnits {
  return microUnits(scaled(price, ALL_BASIS_POINTS - discount, ALL_BASIS_POINTS));
}

/** The fee for blocking as a price for each hour. */
export function hourOfBlocking({ perHour, vat }: BlockingFee): TaxedPrice {
  return { price: perHour, vat };
}

function period(from: Instant, to: Instant, charges: boolean): UsagePeriod {
  return {
    from,
    to,
    energy: milliwattHours(charges ? MILLIWATT_HOURS_PER_KWH : 0),
    charging: milliseconds(charges ? to - from : 0),
    idle: milliseconds(charges ? 0 : to - from),
    reserved: milliseconds(0),
    power: null,
    current: null,
    readings: null,
  };
}
