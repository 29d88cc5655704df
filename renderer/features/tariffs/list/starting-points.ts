import type { PriceComponent, Tariff, TariffElement } from '#api/tariff-model.ts';
import { ALWAYS } from '../week/elements-of-paint.ts';

export const STARTING_POINTS = ['cost', 'day-night', 'visitors'] as const;
export type StartingPoint = (typeof STARTING_POINTS)[number];

const USUAL_VAT = 1_900;
const HOUR_SECONDS = 3_600;

/** What somebody begins with: figures that are plausible and meant to be changed. */
export function startingTariff(point: StartingPoint, currency: string): Tariff {
  const plain: Tariff = {
    currency,
    taxes: 'included',
    elements: [],
    minPrice: null,
    maxPrice: null,
    blocking: null,
    land: null,
  };
  switch (point) {
    case 'cost':
      return { ...plain, elements: [always(energy(300_000))] };
    case 'day-night':
      return {
        ...plain,
        elements: [
          { components: [energy(490_000)], when: { ...ALWAYS, window: { from: 360, to: 1_320 } } },
          { components: [energy(390_000)], when: { ...ALWAYS, window: { from: 1_320, to: 360 } } },
        ],
      };
    case 'visitors':
      return {
        ...plain,
        elements: [always(energy(590_000))],
        blocking: {
          perHourMicros: 6_000_000,
          vatBasisPoints: USUAL_VAT,
          grace: { of: 'idle', seconds: HOUR_SECONDS },
          capMicros: 12_000_000,
          quiet: { from: 1_320, to: 420 },
        },
      };
  }
}

function always(component: PriceComponent): TariffElement {
  return { components: [component], when: ALWAYS };
}

function energy(priceMicros: number): PriceComponent {
  return { dimension: 'energy', priceMicros, vatBasisPoints: USUAL_VAT };
}
