import { type Instant, instant, milliseconds, SECOND } from '../shared/units.ts';
import {
  ALL_BASIS_POINTS,
  MILLIWATT_HOURS_PER_KWH,
  type MicroUnits,
  microUnits,
  milliwattHours,
} from './amounts.ts';
import { priceSession } from './price-session.ts';
import { scaled } from './round-half-up.ts';
import type { UsagePeriod } from './session-facts.ts';
import type { Dimension, Tariff } from './tariff.ts';
import type { WallDays } from './wall-days.ts';

/** What is paid of each dimension; one that is free, or not sold, is left out. */
export type PricesNow = ReadonlyMap<Dimension, MicroUnits>;

/**
 * What a session pays that begins at a moment: a kWh, an hour of charging, an hour of standing full, and as such. Gross or
 * net as the tariff is; see `withTax`.
 */
export function pricesAt(tariff: Tariff, at: Instant, days: WallDays): PricesNow {
  const full = instant(at + SECOND);
  const periods = [period(at, full, true), period(full, instant(full + SECOND), false)];
  const outcome = priceSession({ periods, expired: false, strongest: null, contract: null }, tariff, days);
  const prices = new Map<Dimension, MicroUnits>();
  if (outcome.kind !== 'priced') return prices;
  for (const step of outcome.steps)
    if (step.kind === 'component' && step.price > 0 && !prices.has(step.dimension))
      prices.set(step.dimension, step.price);
  return prices;
}

/** What a consumer is told: with tax (PAngV § 3). */
export function withTax({ taxes, elements }: Tariff, price: MicroUnits): MicroUnits {
  if (taxes !== 'on-top') return price;
  const rates = elements.flatMap(({ components }) => components).map(({ vat }) => vat ?? 0);
  return microUnits(scaled(price, ALL_BASIS_POINTS + Math.max(0, ...rates), ALL_BASIS_POINTS));
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
