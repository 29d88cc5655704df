import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { createFormat } from '../../../lib/format.ts';
import { textOptions } from '../../../text/i18n.ts';
import type { Translate } from '../../../text/use-text.ts';
import { startingTariff } from '../list/starting-points.ts';
import { limitWords } from './limit-words.ts';

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

const t: Translate = (key, places = {}) => i18next.t(key, places);
const format = createFormat({ region: 'en-GB', language: 'en', timeZone: 'Europe/Berlin' });

it('whoever reads what a tariff costs reads of each amount below and above which no session goes', () => {
  const tariff = {
    ...startingTariff('cost', 'EUR'),
    minPrice: { exclVatMicros: null, inclVatMicros: 59_500_000 },
    maxPrice: { exclVatMicros: 90_000_000, inclVatMicros: 107_100_000 },
  };
  const words = { t, format, currency: 'EUR' };
  expect(limitWords(tariff, words).map(({ label, price }) => `${label}: ${price}`)).toEqual([
    'Minimum price with tax: €59.50',
    'Maximum price without tax: €90.00',
    'Maximum price with tax: €107.10',
  ]);
  expect(limitWords(startingTariff('cost', 'EUR'), words)).toEqual([]);
});
