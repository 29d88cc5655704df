import type { EnergyForMoney } from '#core/eichrecht/energy-for-money.ts';
import { ALL_BASIS_POINTS, type MinorUnits, minorUnits, soldEnergy } from '#core/tariffs/amounts.ts';
import { scaled } from '#core/tariffs/round-half-up.ts';
import type { RatedOutcome } from '#core/tariffs/session-price.ts';
import type { SessionTerms } from '#core/tariffs/session-terms.ts';
import type { Tariff } from '#core/tariffs/tariff.ts';
import type { Application } from '../application.ts';
import { tariffOf } from './rating-facts.ts';
import { siteCurrency } from './site-currencies.ts';

/** An amount that a person has said, with the tax of the session's tariff taken out of it. */
export function fixedTotal(
  app: Application,
  terms: SessionTerms | null,
  { inclVat, energy }: { readonly inclVat: MinorUnits; readonly energy: EnergyForMoney },
): Extract<RatedOutcome, { readonly kind: 'fixed' }> {
  const tariff = tariffOf(app, terms);
  const vat = tariff === null || tariff.taxes === 'none' ? 0 : highestVat(tariff);
  const exclVat = minorUnits(scaled(inclVat, ALL_BASIS_POINTS, ALL_BASIS_POINTS + vat));
  return {
    kind: 'fixed',
    currency: fixCurrency(app, terms),
    total: { exclVat, inclVat },
    energy: energy.kind === 'held' ? null : soldEnergy(energy.energy),
  };
}

/** In which an amount is said: as its tariff has it, else as the site sells. */
export function fixCurrency(app: Application, terms: SessionTerms | null): string {
  return tariffOf(app, terms)?.currency ?? siteCurrency(app.desk.live, app.clock.now());
}

/** Charging is one supply at one rate (ECJ C-282/22); where a tariff has several, nobody takes too little out. */
function highestVat({ elements }: Tariff): number {
  return elements
    .flatMap(({ components }) => components)
    .reduce((most, { vat }) => Math.max(most, vat ?? 0), 0);
}
