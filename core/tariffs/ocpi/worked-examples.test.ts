import { expect, test } from 'vitest';
import { wallDays } from '../../../server/site/wall-days.ts';
import { priceSession } from '../price-session.ts';
import { readOcpiSession } from './read-session.ts';
import { readOcpiTariff } from './read-tariff.ts';

// What the texts of OCPI 2.2.1 §10.3.1 and §11.3.1 work out, with our own words for their tariffs.

const ENERGY = { type: 'ENERGY', price: 0.25, vat: 10, step_size: 1 };
const START = { type: 'FLAT', price: 0.5, vat: 20, step_size: 1 };

test('a start fee and energy have taxes of their own', () => {
  expect(total({ elements: of(START, ENERGY) }, [[60, { ENERGY: 20 }]])).toEqual([5.5, 6.1]);
});

test('a session costs the least price, and the highest at most, each total by itself', () => {
  const least = { elements: of(ENERGY), min_price: { excl_vat: 0.5, incl_vat: 0.55 } };
  expect(total(least, [[60, { ENERGY: 1.2 }]])).toEqual([0.5, 0.55]);
  const most = { elements: of(START, ENERGY), max_price: { before_taxes: 10, after_taxes: 11 } };
  expect(total(most, [[60, { ENERGY: 50 }]])).toEqual([10, 11]);
  expect(total(most, [[60, { ENERGY: 30 }]])).toEqual([8, 8.85]);
});

test('parking is billed in blocks, and charging before it is not', () => {
  const tariff = {
    elements: of(
      { type: 'TIME', price: 1, step_size: 600 },
      { type: 'PARKING_TIME', price: 2, step_size: 600 },
    ),
  };
  const periods = [
    [21, { TIME: 21 / 60 }],
    [16, { PARKING_TIME: 16 / 60 }],
  ] as const;
  // 21 minutes at 1.00 and 20 at 2.00 an hour.
  expect(total(tariff, periods)).toEqual([1.02, 1.02]);
});

test('a block is counted over the whole session by what counted last', () => {
  const early = {
    price_components: [{ type: 'TIME', price: 1.2, step_size: 1_800 }],
    restrictions: { end_time: '17:00' },
  };
  const late = {
    price_components: [{ type: 'TIME', price: 2.4, step_size: 900 }],
    restrictions: { start_time: '17:00' },
  };
  // From 16:35, 35 minutes in one period: 25 at 1.20, and 10 that become 20 at 2.40.
  expect(total({ elements: [early, late] }, [[35, { TIME: 35 / 60 }]], '2026-01-13T16:35:00Z')).toEqual([
    1.3, 1.3,
  ]);
});

test('where parking becomes free, its last block is that of the time before', () => {
  const parking = {
    price_components: [{ type: 'PARKING_TIME', price: 1, step_size: 900 }],
    restrictions: { end_time: '20:00' },
  };
  const charging = { price_components: [{ type: 'TIME', price: 2.4, step_size: 900 }] };
  const periods = [
    [12, { TIME: 0.2 }],
    [20, { PARKING_TIME: 1 / 3 }],
  ] as const;
  expect(total({ elements: [parking, charging] }, periods, '2026-01-13T19:40:00Z')).toEqual([0.73, 0.73]);
});

test('the complex tariff costs what its arithmetic says, also where the text has miscalculated', () => {
  const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
  const charging = (price: number, restrictions: object, step_size = 600) => ({
    price_components: [{ type: 'TIME', price, vat: 20, step_size }],
    restrictions,
  });
  const parking = (price: number, restrictions: object) => ({
    price_components: [{ type: 'PARKING_TIME', price, vat: 10, step_size: 300 }],
    restrictions,
  });
  const tariff = {
    elements: [
      { price_components: [{ type: 'FLAT', price: 2.5, vat: 15, step_size: 1 }] },
      charging(1, { max_current: 32 }, 900),
      charging(2, { min_current: 32, day_of_week: weekdays }),
      charging(1.25, { min_current: 32, day_of_week: ['SATURDAY', 'SUNDAY'] }),
      parking(5, { start_time: '09:00', end_time: '18:00', day_of_week: weekdays }),
      parking(6, { start_time: '10:00', end_time: '17:00', day_of_week: ['SATURDAY'] }),
    ],
  };
  const monday = [
    [165, { TIME: 2.75, MAX_CURRENT: 16 }],
    [42, { PARKING_TIME: 0.7 }],
  ] as const;
  expect(total(tariff, monday, '2026-01-12T09:30:00Z')).toEqual([9, 10.3]);
  const saturday = [
    [114, { TIME: 1.9, MIN_CURRENT: 43 }],
    [71, { PARKING_TIME: 71 / 60 }],
  ] as const;
  // 12.375 and 13.975; the text has 114 minutes at 1.25 an hour be 2.28.
  expect(total(tariff, saturday, '2026-01-10T13:30:00Z')).toEqual([12.38, 13.98]);
});

test('ten minutes stated with four decimals of an hour are one block of ten, not two', () => {
  const tariff = { elements: of({ type: 'TIME', price: 6, step_size: 600 }) };
  expect(total(tariff, [[10, { TIME: 0.1667 }]])).toEqual([1, 1]);
  expect(total(tariff, [[10, { TIME: 0.17 }]])).toEqual([2, 2]);
});

test('a reservation costs by itself, and more where nobody comes', () => {
  const tariff = {
    elements: [
      {
        price_components: [{ type: 'FLAT', price: 4, vat: 20 }],
        restrictions: { reservation: 'RESERVATION_EXPIRES' },
      },
      {
        price_components: [{ type: 'TIME', price: 2, vat: 20, step_size: 600 }],
        restrictions: { reservation: 'RESERVATION' },
      },
      ...of(START, ENERGY),
    ],
  };
  const used = [
    [22, { RESERVATION_TIME: 22 / 60 }],
    [60, { ENERGY: 20, TIME: 1 }],
  ] as const;
  expect(total(tariff, used)).toEqual([6.5, 7.3]);
  expect(total(tariff, [[60, { RESERVATION_TIME: 1 }]])).toEqual([6, 7.2]);
});

test('what a session does not state is taken to fit, and the step says so', () => {
  const tariff = read({
    elements: [{ price_components: [ENERGY], restrictions: { max_current: 32 } }],
  });
  const outcome = priceSession(sessionOf([[60, { ENERGY: 10 }]]), tariff, wallDays('UTC'));
  expect(outcome).toMatchObject({
    total: { exclVat: 250 },
    steps: [{ kind: 'component', parts: [{ isAssumed: true }] }, { kind: 'rounding' }, { kind: 'tax' }],
  });
});

test.each([
  [{}, 'elements', 'missing'],
  [{ elements: of(ENERGY) }, 'currency', 'missing'],
  [{ currency: 'EUR', elements: [] }, 'elements', 'empty-list'],
  [{ currency: 'EUR', elements: of({ type: 'ENERGY' }) }, 'elements[0].price_components[0].price', 'missing'],
  [
    { currency: 'EUR', elements: of({ type: 'POWER', price: 1 }) },
    'elements[0].price_components[0].type',
    'unknown-word',
  ],
  [
    { currency: 'EUR', elements: of({ type: 'FLAT', price: -1 }) },
    'elements[0].price_components[0].price',
    'out-of-range',
  ],
  [
    { currency: 'EUR', elements: of({ type: 'FLAT', price: '1' }) },
    'elements[0].price_components[0].price',
    'not-a',
  ],
  [
    { currency: 'EUR', elements: [{ price_components: [ENERGY], restrictions: { max_soc: 80 } }] },
    'elements[0].restrictions.max_soc',
    'unknown-restriction',
  ],
  [
    { currency: 'EUR', elements: [{ price_components: [ENERGY], restrictions: { start_time: '25:00' } }] },
    'elements[0].restrictions.start_time',
    'not-a',
  ],
])('a tariff that cannot be read says where and why: %j', (tariff, path, kind) => {
  expect(readOcpiTariff(tariff)).toMatchObject({ kind: 'wrong', fault: { path, kind } });
});

test.each([
  [null, '', 'not-a'],
  [{}, 'end_date_time', 'missing'],
  [{ end_date_time: 'soon' }, 'end_date_time', 'not-a'],
  [{ end_date_time: '2026-02-30T00:00:00Z' }, 'end_date_time', 'not-a'],
  [{ end_date_time: '2026-01-13T00:00:00Z', charging_periods: [] }, 'charging_periods', 'empty-list'],
])('a session that cannot be read says where and why: %j', (session, path, kind) => {
  expect(readOcpiSession(session)).toMatchObject({ kind: 'wrong', fault: { path, kind } });
});

type Period = readonly [minutes: number, volumes: Readonly<Record<string, number>>];

function of(...price_components: readonly object[]): readonly object[] {
  return [{ price_components }];
}

function total(tariff: object, periods: readonly Period[], start?: string): readonly number[] {
  const outcome = priceSession(sessionOf(periods, start), read(tariff), wallDays('UTC'));
  if (outcome.kind !== 'priced') throw new Error(JSON.stringify(outcome));
  return [outcome.total.exclVat / 100, outcome.total.inclVat / 100];
}

function read(tariff: object) {
  const outcome = readOcpiTariff({ currency: 'EUR', ...tariff });
  if (outcome.kind === 'wrong') throw new Error(JSON.stringify(outcome.fault));
  return outcome.content.tariff;
}

function sessionOf(periods: readonly Period[], start = '2026-01-13T14:30:00Z') {
  let at = Date.parse(start);
  const charging_periods = periods.map(([minutes, volumes]) => {
    const dimensions = Object.entries(volumes).map(([type, volume]) => ({ type, volume }));
    const period = { start_date_time: new Date(at).toISOString(), dimensions };
    at += minutes * 60_000;
    return period;
  });
  const outcome = readOcpiSession({ end_date_time: new Date(at).toISOString(), charging_periods });
  if (outcome.kind === 'wrong') throw new Error(JSON.stringify(outcome.fault));
  return outcome.content;
}
