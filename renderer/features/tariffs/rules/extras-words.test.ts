import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFormat } from '../../../lib/format.ts';
import { textOptions } from '../../../text/i18n.ts';
import type { Translate } from '../../../text/use-text.ts';
import { extrasWords } from './extras-words.ts';

beforeAll(async () => {
  await i18next.init(textOptions('en'));
});

const t: Translate = (key, places = {}) => i18next.t(key, places);
const format = createFormat({ region: 'en-GB', language: 'en', timeZone: 'Europe/Berlin' });

describe('what is agreed besides a tariff', () => {
  const extras = {
    freeWhPerMonth: 20_000,
    discountBasisPoints: 1_000,
    monthlyFee: { perMonthMicros: 9_990_000, vatBasisPoints: 1_900, currency: 'EUR' },
  };
  const words = { t, format };

  it.each([
    ['included', 'with 19\u00a0% VAT'],
    ['on-top', 'plus 19\u00a0% VAT'],
    ['none', 'free of tax'],
  ] as const)('says of a monthly fee how it stands to tax where prices are %s', (taxes, tax) => {
    expect(extrasWords(extras, taxes, words)).toBe(
      `20.0\u00a0kWh free each month, 10\u00a0% off, €9.99 a month (${tax})`,
    );
  });

  it('writes a rate with the decimals that it has, as receipts do', () => {
    const fee = { perMonthMicros: 9_990_000, vatBasisPoints: 750, currency: 'EUR' };
    expect(extrasWords({ ...extras, monthlyFee: fee }, 'included', words)).toContain('(with 7.5\u00a0% VAT)');
  });
});
