import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import type { PriceStep } from '#api/price-steps.ts';
import { createFormat } from '../../../lib/format.ts';
import { textOptions } from '../../../text/i18n.ts';
import { priceBands } from './price-bands.ts';

beforeAll(async () => {
  await i18next.init(textOptions('de'));
});

it('draws a band for each stretch of another price, the cheapest the palest, in order of time', () => {
  expect(
    bandsOf([energy(490_000, ['21:00', '21:30'], ['22:30', '23:00']), energy(390_000, ['21:30', '22:30'])]),
  ).toEqual([
    ['0,49 €/kWh', 1],
    ['0,39 €/kWh', 0],
    ['0,49 €/kWh', 1],
  ]);
});

it('draws none where energy had one price all along', () => {
  expect(bandsOf([energy(490_000, ['21:00', '22:00'])])).toEqual([]);
});

function bandsOf(steps: PriceStep[]) {
  const format = createFormat({ region: 'de-DE', language: 'de', timeZone: 'Europe/Berlin' });
  const words = { t: (key: string, places = {}) => i18next.t(key, places), format };
  return priceBands({ steps, currency: 'EUR' }, words).map(({ text, shade }) => [
    text.replaceAll('\u00a0', ' '),
    shade,
  ]);
}

function energy(priceMicros: number, ...stretches: (readonly [string, string])[]): PriceStep {
  const at = (time: string) => `2026-11-28T${time}:00Z`;
  return {
    kind: 'component',
    dimension: 'energy',
    reservation: null,
    element: 0,
    component: 0,
    quantity: 1_000_000,
    priceMicros,
    vatBasisPoints: 1_900,
    exactMicros: priceMicros,
    roundedMinor: 49,
    parts: stretches.map(([from, to]) => ({
      from: at(from),
      to: at(to),
      quantity: 1_000_000,
      energyFromMwh: 0,
      energyToMwh: 1_000_000,
      guessedFrom: false,
      guessedTo: false,
    })),
  };
}
