import { expect, test } from 'vitest';
import { instant, milliseconds } from '#core/shared/units.ts';
import { basisPoints, microUnits, milliwattHours, minorUnits } from '#core/tariffs/amounts.ts';
import type { PriceStep } from '#core/tariffs/price-step.ts';
import type { RatedOutcome } from '#core/tariffs/session-price.ts';
import { packOutcome, unpackOutcome } from './packed-outcome.ts';

/**
 * Prices as they lie in databases since they were first kept. A text here is never changed: what turns it red would read the
 * prices of people who have paid as something else. What is new about a step is appended, and gets a text of its own.
 */
const STEPS: readonly (readonly [what: string, text: string, step: PriceStep])[] = [
  [
    'a component, with what lay between its parts',
    '[0,"energy",null,2,1,1754911,89,520000,1900,912554,91,[1000,600,1500000,10,1500000,0,300,100,254911,20,254911,5]]',
    {
      kind: 'component',
      dimension: 'energy',
      reservation: null,
      element: 2,
      component: 1,
      quantity: 1_754_911,
      added: 89,
      price: microUnits(520_000),
      vat: basisPoints(1_900),
      exact: microUnits(912_554),
      rounded: minorUnits(91),
      parts: [
        {
          from: instant(1_000),
          to: instant(1_600),
          quantity: 1_500_000,
          energyFrom: 10,
          energyTo: 1_500_010,
          isGuessedFrom: false,
          isGuessedTo: false,
          isAssumed: false,
        },
        {
          from: instant(1_900),
          to: instant(2_000),
          quantity: 254_911,
          energyFrom: 1_500_030,
          energyTo: 1_754_941,
          isGuessedFrom: true,
          isGuessedTo: false,
          isAssumed: true,
        },
      ],
    },
  ],
  ['free energy', '[1,5000000]', { kind: 'free-energy', quantity: milliwattHours(5_000_000) }],
  [
    'a blocking fee',
    '[2,2700000,900000,6000000,null,true,1500000,null,[],' +
      '{"whole":2700000,"quiet":600000,"quietHours":{"from":1320,"to":420},"grace":1200000,"graceOf":"idle","cap":1000000}]',
    {
      kind: 'blocking',
      idle: milliseconds(2_700_000),
      quantity: 900_000,
      price: microUnits(6_000_000),
      vat: null,
      isCapped: true,
      exact: microUnits(1_500_000),
      rounded: null,
      parts: [],
      standing: {
        whole: milliseconds(2_700_000),
        quiet: milliseconds(600_000),
        quietHours: { from: 1_320, to: 420 },
        grace: milliseconds(1_200_000),
        graceOf: 'idle',
        cap: microUnits(1_000_000),
      },
    },
  ],
  [
    'a discount',
    '[3,1000,1900,-46]',
    { kind: 'discount', share: basisPoints(1_000), vat: basisPoints(1_900), amount: minorUnits(-46) },
  ],
  [
    'a tax',
    '[4,1900,386,459]',
    { kind: 'tax', vat: basisPoints(1_900), exclVat: minorUnits(386), inclVat: minorUnits(459) },
  ],
  [
    'what was rounded',
    '[5,3857142,4590000]',
    { kind: 'rounding', exclVat: microUnits(3_857_142), inclVat: microUnits(4_590_000) },
  ],
  [
    'a limit',
    '[6,"min",{"exclVat":100,"inclVat":119},{"exclVat":420,"inclVat":500}]',
    {
      kind: 'limit',
      limit: 'min',
      before: { exclVat: minorUnits(100), inclVat: minorUnits(119) },
      after: { exclVat: minorUnits(420), inclVat: minorUnits(500) },
    },
  ],
];

const OUTCOMES: readonly (readonly [text: string, outcome: RatedOutcome])[] = [
  [
    '{"kind":"held","reason":"too-much-energy","facts":{"energy":5000000,"most":4033522}}',
    { kind: 'held', reason: 'too-much-energy', facts: { energy: 5_000_000, most: 4_033_522 } },
  ],
  ['{"kind":"waived"}', { kind: 'waived' }],
  [
    '{"kind":"fixed","currency":"EUR","total":{"exclVat":420,"inclVat":500},"energy":null}',
    {
      kind: 'fixed',
      currency: 'EUR',
      total: { exclVat: minorUnits(420), inclVat: minorUnits(500) },
      energy: null,
    },
  ],
  ['{"kind":"no-tariff"}', { kind: 'no-tariff' }],
];

test.each(STEPS)('%s reads as what it was kept as, and is written so today', (_, text, step) => {
  expect(unpackOutcome(pricedText(text))).toEqual(priced([step]));
  expect(packOutcome(priced([step]))).toBe(pricedText(text));
});

test.each(OUTCOMES)('%s reads as what it was kept as, and is written so today', (text, outcome) => {
  expect(unpackOutcome(text)).toEqual(outcome);
  expect(packOutcome(outcome)).toBe(text);
});

test('all steps together go on from where the step before has ended', () => {
  const [first, ...others] = STEPS;
  const again = '[0,"parking",null,2,1,100,0,520000,1900,52,0,[0,100,100,0,0,2]]';
  const texts = [first?.[1], again, ...others.map(([, text]) => text)];
  const outcome = unpackOutcome(pricedText(texts.join(',')));
  const steps = outcome.kind === 'priced' ? outcome.steps : [];
  expect(steps.map(({ kind }) => kind)).toEqual([
    ...['component', 'component', 'free-energy', 'blocking'],
    ...['discount', 'tax', 'rounding', 'limit'],
  ]);
  expect(steps[1]).toMatchObject({
    parts: [{ from: 2_000, to: 2_100, energyFrom: 1_754_941, energyTo: 1_754_941, isGuessedTo: true }],
  });
  expect(packOutcome(outcome)).toBe(pricedText(texts.join(',')));
});

test('a blocking fee that was kept before its standing was told reads as one that says nothing of it', () => {
  const { steps } = unpackOutcome(
    pricedText('[2,2700000,900000,6000000,1900,false,1500000,150,[]]'),
  ) as Extract<RatedOutcome, { readonly kind: 'priced' }>;
  expect(steps).toMatchObject([{ kind: 'blocking', idle: 2_700_000, rounded: 150, standing: null }]);
});

test('a step of a kind that nobody knows is no other step', () => {
  expect(() => unpackOutcome(pricedText('[7,1]'))).toThrow('There is no step of kind 7');
});

function pricedText(steps: string): string {
  return (
    '{"kind":"priced","currency":"EUR","total":{"exclVat":386,"inclVat":459},"energy":7339000,' +
    `"source":"measured","freeEnergy":0,"steps":[${steps}]}`
  );
}

function priced(steps: readonly PriceStep[]): RatedOutcome {
  return {
    kind: 'priced',
    currency: 'EUR',
    total: { exclVat: minorUnits(386), inclVat: minorUnits(459) },
    energy: milliwattHours(7_339_000),
    source: 'measured',
    freeEnergy: milliwattHours(0),
    steps,
  };
}
