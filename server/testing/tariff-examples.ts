import type { Restrictions, Tariff } from '#api/tariff-model.ts';
import type { TestSite } from './start-site.ts';

/** Restricts nothing. */
export const ANY_TIME: Restrictions = {
  window: null,
  weekdays: null,
  holidays: 'ignored',
  dates: null,
  energyWh: null,
  durationSeconds: null,
  powerW: null,
  currentMa: null,
  reservation: null,
};

/** Gross, 19 %, one price for each kWh. */
export function flatTariff(kwhMicros: number, more: Partial<Tariff> = {}): Tariff {
  return {
    currency: 'EUR',
    taxes: 'included',
    elements: [
      {
        components: [{ dimension: 'energy', priceMicros: kwhMicros, vatBasisPoints: 1_900 }],
        when: ANY_TIME,
      },
    ],
    minPrice: null,
    maxPrice: null,
    blocking: null,
    land: null,
    ...more,
  };
}

/** As another program has it, with prices without tax, and parking billed in blocks of five minutes. */
const OCPI_TARIFF = {
  country_code: 'DE',
  party_id: 'HAB',
  id: 'T-12',
  currency: 'EUR',
  tax_included: 'NO',
  tariff_alt_text: [{ language: 'de', text: 'Laden am Betriebshof' }],
  elements: [
    {
      price_components: [
        { type: 'ENERGY', price: 0.41, vat: 19, step_size: 1 },
        { type: 'PARKING_TIME', price: 6, vat: 19, step_size: 300 },
      ],
    },
  ],
  last_updated: '2026-11-01T08:00:00Z',
};

/** Tariffs in each state, and where each of their routes is asked. */
export async function furnishTariffs(site: TestSite, sessionId: number) {
  const add = async (name: string, kwhMicros: number): Promise<number> =>
    (await site.api.post('/tariffs', { name, draft: flatTariff(kwhMicros) })).json.id;
  const day = await add('Tag', 490_000);
  await site.api.post(`/tariffs/${day}/versions`, { from: '2099-01-01T00:00:00Z' });
  const guests = await add('Gäste', 590_000);
  const spare = await add('Alt', 390_000);
  const gone = await add('Weg', 390_000);
  await site.api.delete(`/tariffs/${gone}`);
  const rule = async (kind: string, more: object = {}): Promise<number> =>
    (await site.api.post('/tariff-rules', { tariffId: guests, target: { kind, ...more } })).json.id;
  const usual = await rule('default');
  const strong = await rule('power-class', { powerClass: 'HPC' });
  const ended = await rule('power-class', { powerClass: 'DC' });
  await site.api.delete(`/tariff-rules/${ended}`);
  const period = 'from=2026-01-01T00%3A00%3A00Z&to=2099-01-01T00%3A00%3A00Z';
  return {
    listTariffs: ['/tariffs'],
    getTariff: [`/tariffs/${day}`],
    addTariff: ['/tariffs', { name: 'Nacht', text: '0,29 €/kWh', draft: flatTariff(290_000) }],
    changeTariff: [`/tariffs/${guests}`, { name: 'Besucher' }],
    removeTariff: [`/tariffs/${spare}`],
    restoreTariff: [`/tariffs/${gone}/restore`],
    publishTariff: [`/tariffs/${guests}/versions`, { from: '2099-06-01T00:00:00Z', note: 'dearer' }],
    withdrawVersion: [`/tariffs/${day}/versions/1/withdraw`],
    listTariffRules: ['/tariff-rules'],
    addTariffRule: ['/tariff-rules', { tariffId: guests, target: { kind: 'tenant', tenantId: 1 } }],
    removeTariffRule: [`/tariff-rules/${strong}`],
    restoreTariffRule: [`/tariff-rules/${ended}/restore`],
    getTariffMatrix: ['/tariff-matrix'],
    getMonthlyFees: ['/monthly-fees?month=2026-11'],
    checkTariff: ['/tariff-checks', { tariff: flatTariff(490_000), tariffId: usual }],
    priceExample: [
      '/tariff-examples',
      {
        tariff: flatTariff(490_000),
        session: { startsAt: '2026-11-24T17:40', chargingMinutes: 90, idleMinutes: 60, energyWh: 11_000 },
      },
    ],
    rehearseTariff: ['/tariff-rehearsals', { tariff: flatTariff(490_000), month: '2026-11' }],
    readOcpiTariffs: ['/ocpi-tariffs', { data: [OCPI_TARIFF, { id: 'GONE' }] }],
    listHeldPrices: ['/held-prices'],
    rateHeldPrices: ['/held-prices', { reason: 'time-not-allowed', note: 'flag put right' }],
    listClockTariffs: ['/stations/HOF%201/clock-tariffs'],
    getSessionPrice: [`/sessions/${sessionId}/price`],
    rateSession: [`/sessions/${sessionId}/price`, { how: { kind: 'waive' }, note: 'a favour' }],
    getRevenue: [`/revenue?by=group&${period}`],
  } as const;
}
