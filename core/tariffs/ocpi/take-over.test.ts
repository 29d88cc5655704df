import { expect, test } from 'vitest';
import { tariffPlaces } from './find-tariffs.ts';
import { readDocument } from './json-place.ts';
import { takeOverTariff } from './take-over.ts';

const ENERGY = { type: 'ENERGY', price: 0.25, vat: 10, step_size: 1 };
const START = { type: 'FLAT', price: 0.5, vat: 20, step_size: 1 };
const GROSS = { id: '12', currency: 'EUR', tax_included: 'YES' };

test('a tariff with nothing strange is carried over without a note', () => {
  const { id, tariff, notes } = taken({
    ...{ country_code: 'DE', party_id: 'ALL', type: 'REGULAR', last_updated: '2026-01-01T00:00:00Z' },
    elements: of(START, ENERGY),
    min_price: { before_taxes: 0.5, after_taxes: 0.55 },
  });
  expect(notes).toEqual([]);
  expect(id).toBe('12');
  expect(tariff).toMatchObject({ taxes: 'included', rounding: 'each-line', minPrice: { inclVat: 550_000 } });
  expect(tariff.elements).toMatchObject([
    {
      components: [
        { dimension: 'flat', price: 500_000, vat: 2_000, stepSize: null },
        { dimension: 'energy', price: 250_000, vat: 1_000, stepSize: null },
      ],
    },
  ]);
});

test.each([
  [
    'step-size',
    { elements: of({ ...ENERGY, step_size: 500 }) },
    'elements[0].price_components[0].step_size',
    '500',
  ],
  ['net-rounding', { tax_included: 'NO', elements: of(ENERGY) }, 'tax_included', null],
  ['no-vat', { elements: of({ type: 'ENERGY', price: 0.5 }) }, 'elements[0].price_components[0]', null],
  ['reservation', when({ reservation: 'RESERVATION' }, START), 'elements[0].restrictions', null],
  ['power', when({ max_power: 16 }), 'elements[0].restrictions', null],
  ['current', when({ min_current: 32 }), 'elements[0].restrictions', null],
  ['last-minute', when({ start_time: '06:00', end_time: '23:59' }), 'elements[0].restrictions', null],
  ['unknown-restriction', when({ max_soc: 80 }), 'elements[0].restrictions.max_soc', 'max_soc'],
  [
    'starts',
    { start_date_time: '2026-01-01T00:00:00', elements: of(ENERGY) },
    'start_date_time',
    '1767225600000',
  ],
  [
    'ends',
    { end_date_time: '2026-01-01T01:00:00+01:00', elements: of(ENERGY) },
    'end_date_time',
    '1767225600000',
  ],
  ['other-currency', { currency: 'CHF', elements: of(ENERGY) }, 'currency', 'EUR'],
  ['dimension-twice', { elements: of(ENERGY, ENERGY) }, 'elements[0].price_components[1]', null],
  [
    'not-for-reservations',
    {
      elements: [{ price_components: [ENERGY], restrictions: { reservation: 'RESERVATION' } }, ...of(START)],
    },
    'elements[0].price_components[0]',
    null,
  ],
  ['profile', { type: 'PROFILE_CHEAP', elements: of(ENERGY) }, 'type', 'PROFILE_CHEAP'],
  [
    'text-too-long',
    { tariff_alt_text: [told('de', 'ä'.repeat(251))], elements: of(ENERGY) },
    'tariff_alt_text',
    'ä'.repeat(251),
  ],
  [
    'other-languages',
    { tariff_alt_text: [told('de', 'a'), told('nl', 'b')], elements: of(ENERGY) },
    'tariff_alt_text',
    'nl',
  ],
  [
    'alt-url',
    { tariff_alt_url: 'https://example.org/12', elements: of(ENERGY) },
    'tariff_alt_url',
    'https://example.org/12',
  ],
  ['energy-mix', { energy_mix: { is_green_energy: true }, elements: of(ENERGY) }, 'energy_mix', null],
  ['preauthorize', { preauthorize_amount: 50, elements: of(ENERGY) }, 'preauthorize_amount', '50'],
  ['rounded', { elements: of({ ...ENERGY, price: 1e-9 }) }, 'elements[0].price_components[0].price', '1e-9'],
  ['rounded', { elements: of({ ...ENERGY, vat: 19.005 }) }, 'elements[0].price_components[0].vat', '19.005'],
  ['rounded', when({ max_kwh: 0.0001 }), 'elements[0].restrictions.max_kwh', '0.0001'],
  [
    'rounded',
    { elements: of(ENERGY), max_price: { excl_vat: 9.0000001 } },
    'max_price.excl_vat',
    '9.0000001',
  ],
  ['unknown-field', { elements: [{ ...of(ENERGY)[0], priority: 1 }] }, 'elements[0]', 'priority'],
  ['unknown-field', { elements: of(ENERGY), loyalty: 'gold' }, '', 'loyalty'],
  [
    'unknown-field',
    { elements: of(ENERGY), ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`x${n}`, n])) },
    '',
    'x0, x1, x2, x3, x4, +4',
  ],
])('%s is told, and where: %j', (kind, tariff, path, value) => {
  expect(taken(tariff).notes).toMatchObject([{ kind, at: { path }, value }]);
});

test('what says nothing has no note', () => {
  const { tariff, notes } = taken({
    type: null,
    energy_mix: null,
    elements: [
      {
        price_components: [ENERGY, { type: 'TIME', price: 0, step_size: 1 }],
        restrictions: {
          start_time: '00:00',
          end_time: '00:00',
          min_kwh: 0,
          max_kwh: 20,
          min_duration: 0,
          max_soc: null,
        },
      },
    ],
  });
  expect(notes).toEqual([]);
  expect(tariff.elements[0]?.when).toMatchObject({
    window: null,
    energy: { atLeast: null, below: 20_000_000 },
    duration: null,
  });
});

test('a component that never counted is left out, and no element is left empty', () => {
  const reserving = { price_components: [ENERGY], restrictions: { reservation: 'RESERVATION' } };
  const { tariff, notes } = taken({ elements: [reserving, ...of(ENERGY, { ...ENERGY, price: 9 }, START)] });
  expect(tariff.elements.map(({ components }) => components.map(({ price }) => price))).toEqual([
    [250_000, 500_000],
  ]);
  // Both are counted as they stand in the file.
  expect(notes.map(({ kind, at }) => [kind, at.element, at.component, at.dimension])).toEqual([
    ['not-for-reservations', 0, 0, 'energy'],
    ['dimension-twice', 1, 1, 'energy'],
  ]);
});

test('an element with a restriction of which nobody knows is left out, not made to count always', () => {
  const { tariff, notes } = taken({
    elements: [
      { price_components: [{ ...ENERGY, price: 0.1 }], restrictions: { max_soc: 80 } },
      ...of({ ...ENERGY, step_size: 100 }),
    ],
  });
  expect(tariff.elements).toMatchObject([{ components: [{ price: 250_000 }] }]);
  expect(notes.map(({ kind, at }) => [kind, at.element])).toEqual([
    ['unknown-restriction', 0],
    ['step-size', 1],
  ]);
});

test('where a left-out element had the only price of something, it is said that this is free now', () => {
  const strange = { price_components: [ENERGY, START], restrictions: { max_soc: 80 } };
  expect(taken({ elements: [strange, ...of(START)] }).notes).toMatchObject([
    { kind: 'unknown-restriction' },
    { kind: 'dimension-lost', at: { path: 'elements[0]', element: 0, dimension: 'energy' } },
  ]);
});

test.each(['', '  '])('a tariff called %j is called nothing', (id) => {
  expect(taken({ id, elements: of(ENERGY) }).id).toBeNull();
});

test.each([
  ['de', 'Hallo'],
  ['nl', 'Hallo daar'],
  ['fr', 'Hello'],
])(
  'of several texts drivers read the one in the language of the site, else in English (%s)',
  (language, text) => {
    const tariff_alt_text = [
      told('den', 'Dene'),
      told('nl', 'Hallo daar'),
      told('en', 'Hello'),
      told('de-AT', ' Hallo '),
      { text: 7 },
    ];
    const outcome = takeOverTariff(
      { path: '', value: { ...GROSS, tariff_alt_text, elements: of(ENERGY) } },
      { language, currency: null },
    );
    expect(outcome).toMatchObject({ kind: 'read', content: { text } });
  },
);

test.each([
  [
    { elements: of({ ...ENERGY, price: 1_000_001 }) },
    'elements[0].price_components[0].price',
    'out-of-range',
  ],
  [{ elements: of(ENERGY), max_price: { excl_vat: 2_000_000 } }, 'max_price', 'out-of-range'],
  [{ elements: Array.from({ length: 201 }, () => of(ENERGY)[0]) }, 'elements', 'too-many'],
  [
    { elements: [{ price_components: [ENERGY], restrictions: { max_soc: 80 } }] },
    'elements[0].restrictions.max_soc',
    'unknown-restriction',
  ],
  [
    { elements: [{ price_components: [ENERGY], restrictions: { reservation: 'RESERVATION' } }] },
    'elements',
    'empty-list',
  ],
  [{ elements: of(ENERGY), end_date_time: 'never' }, 'end_date_time', 'not-a'],
])('what no draft can hold is a fault, and says where: %#', (tariff, path, kind) => {
  const outcome = takeOverTariff(
    { path: '', value: { ...GROSS, ...tariff } },
    { language: 'de', currency: null },
  );
  expect(outcome).toMatchObject({ kind: 'wrong', fault: { path, kind } });
});

test.each([
  [{ id: 'a' }, ['']],
  [
    [{ id: 'a' }, { id: 'b' }],
    ['[0]', '[1]'],
  ],
  [{ status_code: 1000, data: [{ id: 'a' }] }, ['data[0]']],
  [{ data: { id: 'a' } }, ['data']],
])('tariffs are found alone, in lists and in answers: %j', (document, paths) => {
  const outcome = readDocument(document, tariffPlaces);
  expect(outcome.kind === 'read' ? outcome.content.map(({ path }) => path) : outcome).toEqual(paths);
});

test.each([
  [[], '', 'empty-list'],
  [{ status_code: 2001, status_message: 'no' }, 'data', 'missing'],
  [{ data: [] }, 'data', 'empty-list'],
  [Array.from({ length: 101 }, () => ({})), '', 'too-many'],
  ['tariff', '', 'not-a'],
])('where there is no tariff that could be picked, that is said: %#', (document, path, kind) => {
  expect(readDocument(document, tariffPlaces)).toMatchObject({ kind: 'wrong', fault: { path, kind } });
});

function taken(tariff: object) {
  const outcome = takeOverTariff(
    { path: '', value: { ...GROSS, ...tariff } },
    { language: 'de', currency: 'EUR' },
  );
  if (outcome.kind === 'wrong') throw new Error(JSON.stringify(outcome.fault));
  return outcome.content;
}

/** Under this restriction, and always after. */
function when(restrictions: object, component: object = ENERGY): object {
  return { elements: [{ price_components: [component], restrictions }, ...of(ENERGY)] };
}

function of(...price_components: readonly object[]): readonly object[] {
  return [{ price_components }];
}

function told(language: string, text: string): object {
  return { language, text };
}
