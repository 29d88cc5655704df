import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PriceStep } from '#api/price-steps.ts';
import { createFormat } from '../lib/format.ts';
import { textOptions } from '../text/i18n.ts';
import type { Translate } from '../text/use-text.ts';
import { stepLine } from './price-step-words.ts';

beforeAll(async () => {
  await i18next.init(textOptions('de'));
});

const t: Translate = (key, places = {}) => i18next.t(key, places);
const format = createFormat({ region: 'de-DE', language: 'de', timeZone: 'Europe/Berlin' });
const product = { vatBasisPoints: 1_900, exactMicros: 5_390_000, roundedMinor: 539, parts: [] };

function said(step: PriceStep, isNet = false): string {
  const { label, how, amount } = stepLine(step, { t, format, currency: 'EUR', isNet });
  return [label, how, amount].filter(Boolean).join(' | ').replaceAll('\u00a0', ' ');
}

describe('a line of a price says how its amount came about', () => {
  it('energy by the kWh, with the three decimals of a meter', () => {
    expect(
      said({
        kind: 'component',
        dimension: 'energy',
        reservation: null,
        element: 0,
        component: 0,
        quantity: 11_000_000,
        priceMicros: 490_000,
        ...product,
      }),
    ).toBe('Energie | 11,000 kWh × 0,49 €/kWh | 5,39 €');
  });

  it('a blocking fee by the minute, with what is free and that it was capped', () => {
    expect(
      said({
        kind: 'blocking',
        idleMs: 5_400_000,
        quantity: 1_830_000,
        priceMicros: 6_000_000,
        capped: true,
        ...product,
        standing: null,
      }),
    ).toBe('Blockiergebühr | 1 h 30 min voll gestanden; 30 min 30 s × 0,10 €/min; gedeckelt | 5,39 €');
  });

  it('and how long the car stood, what the quiet hours and the grace left out, and at what it was capped', () => {
    const stood: PriceStep = {
      kind: 'blocking',
      idleMs: 6_000_000,
      quantity: 4_200_000,
      priceMicros: 6_000_000,
      capped: true,
      ...product,
      standing: {
        wholeMs: 36_000_000,
        quietMs: 30_000_000,
        quietHours: { from: 1_320, to: 380 },
        graceMs: 1_800_000,
        graceOf: 'idle',
        capMicros: 5_000_000,
      },
    };
    expect(said(stood)).toBe(
      'Blockiergebühr | 10 h voll gestanden; davon 8 h 20 min in der Ruhezeit 22:00–06:20 Uhr: frei; ' +
        '30 min Kulanzzeit: frei (sie läuft nur außerhalb der Ruhezeit); 1 h 10 min × 0,10 €/min; ' +
        'gedeckelt auf 5,00 € | 5,39 €',
    );
  });

  it('no minutes as none, not as no seconds', () => {
    const step = {
      kind: 'blocking',
      idleMs: 300_000,
      quantity: 0,
      priceMicros: 6_000_000,
      capped: false,
    } as const;
    expect(said({ ...step, ...product, roundedMinor: 0, standing: null })).toBe(
      'Blockiergebühr | 5 min voll gestanden; 0 min × 0,10 €/min | 0,00 €',
    );
  });

  it('the exact amount where a tariff rounds its totals only', () => {
    expect(
      said({
        kind: 'component',
        dimension: 'time',
        reservation: null,
        element: 0,
        component: 0,
        quantity: 3_600_000,
        priceMicros: 1_234_567,
        ...product,
        exactMicros: 1_234_567,
        roundedMinor: null,
      }),
    ).toBe('Ladezeit | 1 h × 1,234567 €/h | 1,234567 €');
  });

  it('tax, and limits of a session', () => {
    expect(said({ kind: 'tax', vatBasisPoints: 1_900, exclVatMinor: 453, inclVatMinor: 539 })).toBe(
      'Umsatzsteuer 19 % auf 4,53 € | 0,86 €',
    );
    const money = (exclVatMinor: number, inclVatMinor: number) => ({ exclVatMinor, inclVatMinor });
    const highest = {
      kind: 'limit',
      limit: 'max',
      before: money(2_017, 2_400),
      after: money(1_681, 2_000),
    } as const;
    expect(said(highest)).toBe('Höchstpreis | aus 24,00 € werden 20,00 € | -4,00 €');
    expect(said(highest, true)).toBe('Höchstpreis | aus 20,17 € werden 16,81 € | -3,36 €');
  });
});
