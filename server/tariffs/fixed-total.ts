import type { EnergyForMoney } from '#core/eichrecht/energy-for-money.ts';
import { ALL_BASIS_POINTS, type MinorUnits, milliwattHours, minorUnits } from '#core/tariffs/amounts.ts';
import { scaled } from '#core/tariffs/round-half-up.ts';
import type { RatedOutcome } from '#core/tariffs/session-price.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';

/** An amount that a person has said, with the tax of the session's tariff taken out of it. */
export function fixedTotal(
  tariff: Tariff | null,
  inclVat: MinorUnits,
  energy: EnergyForMoney,
): Extract<RatedOutcome, { readonly kind: 'fixed' }> {
  const vat = tariff?.elements[0]?.components[0]?.vat ?? 0;
  const exclVat = minorUnits(scaled(inclVat, ALL_BASIS_POINTS, ALL_BASIS_POINTS + vat));
  return {
    kind: 'fixed',
    currency: tariff?.currency ?? 'EUR',
    total: { exclVat, inclVat },
    energy: energy.kind === 'held' ? null : milliwattHours(Math.round(energy.energy * 1_000)),
  };
}
