import { DAY, MINUTE } from '#core/shared/units.ts';
import { basisPoints, microUnits } from '#core/tariffs/amounts.ts';
import { ALWAYS, type Tariff } from '#core/tariffs/tariff.ts';

export const QUARTER = 15 * MINUTE;
export const QUARTERS_A_DAY = DAY / QUARTER;

/** Another price for each quarter of an hour: the hardest that somebody can paint. */
export function quarterHourTariff(): Tariff {
  return {
    currency: 'EUR',
    taxes: 'included',
    rounding: 'each-line',
    elements: Array.from({ length: QUARTERS_A_DAY }, (_, quarter) => ({
      components: [
        {
          dimension: 'energy',
          price: microUnits(300_000 + quarter * 1_000),
          vat: basisPoints(1_900),
          stepSize: null,
        },
      ],
      when: { ...ALWAYS, window: { from: quarter * 15, to: (quarter + 1) * 15 } },
    })),
    minPrice: null,
    maxPrice: null,
    blocking: null,
    land: null,
  };
}
