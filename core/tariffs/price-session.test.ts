import { expect, test } from 'vitest';
import { wallDays } from '../../server/site/wall-days.ts';
import { HOUR, MINUTE, milliseconds, watts } from '../shared/units.ts';
import { basisPoints, milliwattHours } from './amounts.ts';
import { civilDay } from './civil-day.ts';
import { type ConnectorUse, factsFromReadings } from './facts-from-readings.ts';
import { priceSession } from './price-session.ts';
import type { SessionFacts } from './session-facts.ts';
import type { Tariff } from './tariff.ts';
import { minutesOf } from './testing/minutes.ts';
import { at, session } from './testing/sessions.ts';
import { clock, element, price, tariff } from './testing/tariffs.ts';

const BERLIN = wallDays('Europe/Berlin');
const NIGHT = { window: { from: clock('22:00'), to: clock('06:00') } };
const DAY_AND_NIGHT = tariff([element({ energy: 0.3 }, NIGHT), element({ energy: 0.5 })]);

const CHARGING_TIME = tariff([element({ time: 2 })]);
type Said = readonly [string, ConnectorUse];
/** Off the line for an hour at noon. */
const AWAY: readonly Said[] = [
  ['08:00', 'charging'],
  ['12:00', 'unknown'],
  ['13:00', 'held-back'],
  ['14:00', 'charging'],
];

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

test('half a cent is a cent, where binary fractions would lose it', () => {
  // 8.5 × 0.59 are 5.015; (8.5 * 0.59).toFixed(2) gives 5.01.
  expect(
    gross(session('2026-06-01T10:00:00Z', [{ minutes: 60, kwh: 8.5 }]), tariff([element({ energy: 0.59 })])),
  ).toBe(502);
});

test('gross prices have their tax taken out of the sum of their lines', () => {
  const both = tariff([element({ flat: 0.35, energy: 0.49 })]);
  const outcome = priceSession(session('2026-06-01T10:00:00Z', [{ minutes: 60, kwh: 10.003 }]), both, BERLIN);
  expect(outcome).toMatchObject({
    total: { exclVat: 441, inclVat: 525 },
    steps: [
      { kind: 'component', dimension: 'flat', rounded: 35 },
      { kind: 'component', dimension: 'energy', quantity: 10_003_000, exact: 4_901_470, rounded: 490 },
      { kind: 'tax', vat: 1_900, exclVat: 441, inclVat: 525 },
    ],
  });
});

test('net prices get their tax once per rate, on the sum of their rounded lines', () => {
  const net = tariff([element({ energy: 0.333, time: 0.333 })], { taxes: 'on-top' });
  const outcome = priceSession(session('2026-06-01T10:00:00Z', [{ minutes: 60, kwh: 1 }]), net, BERLIN);
  expect(outcome).toMatchObject({ total: { exclVat: 66, inclVat: 79 } });
});

test('a least price takes the place of the sum before its tax, which is that of what is paid', () => {
  const limits = { minPrice: { exclVat: price(50), inclVat: null }, taxes: 'on-top' } as const;
  const net = tariff([element({ energy: 0.269 })], limits);
  const outcome = priceSession(session('2026-06-01T10:00:00Z', [{ minutes: 60, kwh: 100 }]), net, BERLIN);
  expect(outcome).toMatchObject({
    total: { exclVat: 5_000, inclVat: 5_950 },
    steps: [
      { kind: 'component', rounded: 2_690 },
      { kind: 'limit', before: { exclVat: 2_690 }, after: { exclVat: 5_000, inclVat: 5_950 } },
      { kind: 'tax', vat: 1_900, exclVat: 5_000, inclVat: 5_950 },
    ],
  });
});

test('a highest price is shared out among the rates of what was used', () => {
  const flat = { dimension: 'flat', price: price(10), vat: basisPoints(700), stepSize: null } as const;
  const energy = element({ energy: 0.5 });
  const both = { ...energy, components: [...energy.components, flat] };
  const capped = tariff([both], { maxPrice: { exclVat: null, inclVat: price(10) } });
  const outcome = priceSession(session('2026-06-01T10:00:00Z', [{ minutes: 60, kwh: 60 }]), capped, BERLIN);
  // 30 of 40 at 19 %, 10 at 7 %.
  expect(outcome).toMatchObject({
    total: { exclVat: 864, inclVat: 1_000 },
    steps: [
      { kind: 'component' },
      { kind: 'component' },
      { kind: 'limit', before: { inclVat: 4_000 }, after: { inclVat: 1_000 } },
      { kind: 'tax', vat: 1_900, exclVat: 630, inclVat: 750 },
      { kind: 'tax', vat: 700, exclVat: 234, inclVat: 250 },
    ],
  });
});

test('a session across a price boundary is cut by the clock on the wall, and says where no reading lay', () => {
  // 22:00 in Berlin is 20:00 UTC.
  const charge = session('2026-06-01T19:45:00Z', [{ minutes: 30, kwh: 6 }]);
  const outcome = priceSession(charge, DAY_AND_NIGHT, BERLIN);
  expect(outcome).toMatchObject({
    total: { inclVat: 240 },
    steps: [
      {
        element: 0,
        quantity: 3_000_000,
        parts: [{ from: at('2026-06-01T20:00:00Z'), isGuessedFrom: true, isGuessedTo: false }],
      },
      {
        element: 1,
        quantity: 3_000_000,
        parts: [{ to: at('2026-06-01T20:00:00Z'), isGuessedFrom: false, isGuessedTo: true }],
      },
      { kind: 'tax' },
    ],
  });
});

test('readings on the boundary leave nothing to guess', () => {
  const charge = session('2026-06-01T19:45:00Z', [
    { minutes: 15, kwh: 5 },
    { minutes: 15, kwh: 1 },
  ]);
  const outcome = priceSession(charge, DAY_AND_NIGHT, BERLIN);
  expect(outcome).toMatchObject({ total: { inclVat: 280 } });
  expect(JSON.stringify(outcome)).not.toContain('"isGuessedFrom":true');
});

test('in the night in which the clock leaps, the hour that is missing costs nothing', () => {
  const twoToThree = tariff([element({ time: 6 }, { window: { from: clock('02:00'), to: clock('03:00') } })]);
  // 29 March 2026: from 1:59 CET to 3:00 CEST.
  expect(gross(session('2026-03-28T23:00:00Z', [{ minutes: 360 }]), twoToThree)).toBe(0);
});

test('in the night in which the clock is put back, the hour that comes twice is paid twice', () => {
  const twoToThree = tariff([element({ time: 6 }, { window: { from: clock('02:00'), to: clock('03:00') } })]);
  // 25 October 2026: 3:00 CEST becomes 2:00 CET.
  expect(gross(session('2026-10-24T22:00:00Z', [{ minutes: 360 }]), twoToThree)).toBe(1_200);
});

test('both nights by the minute are what the engine says', () => {
  const night = tariff([
    element({ time: 1.2 }, NIGHT),
    element({ time: 6 }, { window: { from: 0, to: 150 } }),
    element({ time: 2.4 }),
  ]);
  for (const start of ['2026-03-28T18:10:00Z', '2026-10-24T18:10:00Z', '2026-06-01T18:10:00Z']) {
    const facts = session(start, [{ minutes: 1_437 }]);
    expect(gross(facts, night), start).toBe(minutesOf(facts, night, wallMinute));
  }
});

test('a day that begins at one o’clock is a day', () => {
  // Cairo puts its clocks forward at midnight: 24 April 2026 begins at 1:00.
  const friday = tariff([element({ time: 6 }, { weekdays: [5] })]);
  const outcome = priceSession(
    session('2026-04-23T12:00:00Z', [{ minutes: 48 * 60 }]),
    friday,
    wallDays('Africa/Cairo'),
  );
  expect(outcome).toMatchObject({ total: { inclVat: 23 * 600 } });
});

test('a public holiday of the Land has its own price', () => {
  const holiday = element({ energy: 0.2 }, { holidays: 'only' });
  const prices = (land: Tariff['land']) => tariff([holiday, element({ energy: 0.5 })], { land });
  // 6 January 2026, a Tuesday: Epiphany in Bavaria, not in Berlin.
  const charge = session('2026-01-06T10:00:00Z', [{ minutes: 30, kwh: 10 }]);
  expect(gross(charge, prices('BY'))).toBe(200);
  expect(gross(charge, prices('BE'))).toBe(500);
});

test('prices may change with what the session has used, exactly there', () => {
  const first = element({ energy: 0.2 }, { energy: { atLeast: null, below: 3_000_000 } });
  const charge = session('2026-06-01T10:00:00Z', [{ minutes: 7, kwh: 10 }]);
  expect(gross(charge, tariff([first, element({ energy: 0.5 })]))).toBe(60 + 350);
});

test('dates, durations and power choose the element too', () => {
  const may = {
    dates: {
      from: civilDay({ year: 2026, month: 5, day: 1 }),
      until: civilDay({ year: 2026, month: 6, day: 1 }),
    },
  };
  const strong = { power: { atLeast: 50_000, below: null } };
  const late = { duration: { atLeast: 2 * HOUR, below: null } };
  const all = tariff([
    element({ energy: 0.1 }, may),
    element({ energy: 0.8 }, strong),
    element({ energy: 0.6 }, late),
    element({ energy: 0.5 }),
  ]);
  expect(gross(session('2026-05-31T20:00:00Z', [{ minutes: 30, kwh: 10 }]), all)).toBe(100);
  expect(gross(session('2026-05-31T22:00:00Z', [{ minutes: 30, kwh: 10, watts: 60_000 }]), all)).toBe(800);
  expect(gross(session('2026-06-03T08:00:00Z', [{ minutes: 240, kwh: 20, watts: 5_000 }]), all)).toBe(
    500 + 600,
  );
});

test('a flat fee is paid once, however many periods there are', () => {
  const charge = session('2026-06-01T10:00:00Z', [
    { minutes: 30 },
    { minutes: 30, does: 'nothing' },
    { minutes: 30 },
  ]);
  expect(gross(charge, tariff([element({ flat: 1 })]))).toBe(100);
});

test('a running session is priced by the same rules, and what was used up to now stays as it is', () => {
  const periods = [
    { minutes: 15, kwh: 2 },
    { minutes: 15, kwh: 3 },
    { minutes: 15, kwh: 1 },
  ];
  const costs = periods.map((_, count) =>
    gross(session('2026-06-01T19:45:00Z', periods.slice(0, count + 1)), DAY_AND_NIGHT),
  );
  expect(costs).toEqual([100, 190, 220]);
});

test('a change of state between two readings is no reading', () => {
  const facts = factsFromReadings({
    from: at('2026-06-01T08:00:00Z'),
    to: at('2026-06-01T09:00:00Z'),
    readings: [
      { at: at('2026-06-01T08:00:00Z'), register: milliwattHours(7_000_000) },
      { at: at('2026-06-01T09:00:00Z'), register: milliwattHours(9_000_000) },
    ],
    states: [
      { at: at('2026-06-01T08:00:00Z'), state: 'charging' },
      { at: at('2026-06-01T08:30:00Z'), state: 'car-idle' },
    ],
    strongest: null,
    contract: null,
  });
  expect(priceSession(facts, tariff([element({ time: 2, parking: 6 })]), BERLIN)).toMatchObject({
    total: { inclVat: 400 },
    steps: [
      { dimension: 'time', parts: [{ isGuessedFrom: false, energyTo: 1_000_000, isGuessedTo: true }] },
      { dimension: 'parking', parts: [{ isGuessedFrom: true, isGuessedTo: false }] },
      { kind: 'tax' },
    ],
  });
});

const BLOCKING = tariff([element({ energy: 0.5 })], {
  blocking: {
    perHour: price(6),
    vat: basisPoints(1_900),
    grace: { of: 'idle', ms: milliseconds(30 * MINUTE) },
    cap: price(12),
    quiet: { from: clock('22:00'), to: clock('08:00') },
  },
});

test.each([
  [
    'a car that is full may stay for its grace',
    [
      ['10:00', 'charging'],
      ['11:00', 'car-idle'],
    ],
    '11:30',
    0,
  ],
  [
    'then each minute costs',
    [
      ['10:00', 'charging'],
      ['11:00', 'car-idle'],
    ],
    '12:00',
    300,
  ],
  ['until the cap', [['08:00', 'car-idle']], '19:00', 1_200],
  ['what the site holds back costs nothing', [['10:00', 'held-back']], '15:00', 0],
  [
    'nor does what nobody knows',
    [
      ['10:00', 'charging'],
      ['10:05', 'unknown'],
    ],
    '15:00',
    0,
  ],
  ['nor the quiet hours, in which the grace does not run either', [['21:50', 'car-idle']], '32:30', 100],
] as const)('blocking: %s', (_, states, end, cost) => {
  const facts = factsFromReadings({
    from: summer(states[0][0]),
    to: summer(end),
    readings: [
      { at: summer(states[0][0]), register: milliwattHours(0) },
      { at: summer(end), register: milliwattHours(0) },
    ],
    states: states.map(([time, state]) => ({ at: summer(time), state: state satisfies ConnectorUse })),
    strongest: null,
    contract: null,
  });
  expect(gross(facts, BLOCKING)).toBe(cost);
});

test('a blocking fee tells how long the car stood, and what quiet hours and grace left out', () => {
  // From 20:00: two hours count, ten are quiet, and half an hour of what follows counts.
  const facts = session('2026-06-01T18:00:00Z', [{ minutes: 750, does: 'idle' }]);
  expect(priceSession(facts, BLOCKING, BERLIN)).toMatchObject({
    steps: [
      {
        kind: 'blocking',
        idle: 150 * MINUTE,
        quantity: 120 * MINUTE,
        standing: {
          whole: 750 * MINUTE,
          quiet: 600 * MINUTE,
          quietHours: { from: clock('22:00'), to: clock('08:00') },
          grace: 30 * MINUTE,
          graceOf: 'idle',
          cap: price(12),
        },
      },
      { kind: 'tax' },
    ],
  });
});

test('a grace that begins with the session is over at one moment', () => {
  const { blocking } = BLOCKING;
  if (blocking === null) throw new Error('There is a fee');
  const fromStart = {
    ...BLOCKING,
    blocking: { ...blocking, grace: { of: 'session' as const, ms: milliseconds(4 * HOUR) } },
  };
  expect(
    gross(
      session('2026-06-01T08:00:00Z', [
        { minutes: 60, kwh: 1 },
        { minutes: 240, does: 'idle' },
      ]),
      fromStart,
    ),
  ).toBe(50 + 600);
});

test('free energy is used up first, and only where it would cost', () => {
  const contract = { freeEnergy: milliwattHours(4_000_000), discount: basisPoints(1_000) };
  const charge = session(
    '2026-06-01T19:45:00Z',
    [
      { minutes: 15, kwh: 3 },
      { minutes: 15, kwh: 3 },
    ],
    { contract },
  );
  // Two of the six are paid, at night, less a tenth.
  expect(priceSession(charge, DAY_AND_NIGHT, BERLIN)).toMatchObject({
    total: { inclVat: 54 },
    freeEnergy: 4_000_000,
    steps: [{ kind: 'free-energy' }, { rounded: 60 }, { rounded: 0 }, { kind: 'discount', amount: -6 }, {}],
  });
  const free = tariff([element({ energy: 0 })]);
  expect(priceSession(charge, free, BERLIN)).toMatchObject({ total: { inclVat: 0 }, freeEnergy: 0 });
});

test.each([
  [
    'energy that goes backwards',
    session('2026-06-01T10:00:00Z', [{ minutes: 10, kwh: -1 }]),
    'energy-backwards',
  ],
  [
    'an end before the start',
    session('2026-06-01T10:00:00Z', [{ minutes: -10, kwh: 1 }]),
    'ends-before-start',
  ],
  ['nothing at all', session('2026-06-01T10:00:00Z', []), 'nothing-known'],
  [
    'more than the connector delivers',
    session('2026-06-01T10:00:00Z', [{ minutes: 10, kwh: 9 }], { strongest: watts(22_000) }),
    'too-much-energy',
  ],
] as const)('%s is never priced, but waits for a decision', (_, facts, reason) => {
  expect(priceSession(facts, DAY_AND_NIGHT, BERLIN)).toMatchObject({
    kind: 'needs-decision',
    reason: { kind: reason },
  });
});

test('where the price changed between readings that lie far apart, a person decides', () => {
  const far = factsFromReadings({
    from: at('2026-06-01T17:00:00Z'),
    to: at('2026-06-01T23:00:00Z'),
    readings: [
      { at: at('2026-06-01T17:00:00Z'), register: milliwattHours(0) },
      { at: at('2026-06-01T23:00:00Z'), register: milliwattHours(20_000_000) },
    ],
    states: [{ at: at('2026-06-01T18:30:00Z'), state: 'charging' }],
    strongest: null,
    contract: null,
  });
  expect(priceSession(far, DAY_AND_NIGHT, BERLIN)).toMatchObject({
    kind: 'needs-decision',
    reason: { kind: 'gap' },
  });
  expect(gross(far, tariff([element({ energy: 0.5 })]))).toBe(1_000);
});

/** From 8:00 until 18:00, in which 20 kWh flowed. */
test.each<
  [string, Tariff, { readonly states?: readonly Said[]; readonly reads?: readonly string[] }, number | 'held']
>([
  ['charging time of which nobody told anything', CHARGING_TIME, {}, 'held'],
  ['nor what nobody told in the middle', CHARGING_TIME, { states: AWAY }, 'held'],
  ['but readings in between do', CHARGING_TIME, { states: AWAY, reads: ['12:00', '13:00'] }, 1_800],
  ['and so does a state', CHARGING_TIME, { states: [['08:00', 'charging']] }, 2_000],
  [
    'a station may take a moment to say what its connector does',
    CHARGING_TIME,
    {
      states: [
        ['08:01', 'charging'],
        ['10:00', 'car-idle'],
      ],
    },
    400,
  ],
  ['energy alone is sold all the same', tariff([element({ energy: 0.5, time: 0 })]), {}, 1_000],
  ['and so is standing time', tariff([element({ energy: 0.5, parking: 6 })]), {}, 1_000],
  [
    'and charging time that costs something by night only',
    tariff([element({ time: 2 }, NIGHT), element({ energy: 0.5 })]),
    {},
    1_000,
  ],
])(
  'far apart, two readings do not say for how long a car charged: %s',
  (_, by, { states = [], reads = [] }, cost) => {
    const readings = ['08:00', ...reads, '18:00'].map((time) => ({
      at: summer(time),
      register: milliwattHours((clock(time) - clock('08:00')) * 33_333),
    }));
    const facts = factsFromReadings({
      from: summer('08:00'),
      to: summer('18:00'),
      readings: readings.map((one, index) =>
        index === readings.length - 1 ? { ...one, register: milliwattHours(20_000_000) } : one,
      ),
      states: states.map(([time, state]) => ({ at: summer(time), state })),
      strongest: null,
      contract: null,
    });
    if (cost !== 'held') expect(gross(facts, by)).toBe(cost);
    else
      expect(priceSession(facts, by, BERLIN)).toMatchObject({
        kind: 'needs-decision',
        reason: { kind: 'charging-time-unknown' },
      });
  },
);

test('where nothing flowed in between, nobody charged', () => {
  const facts = factsFromReadings({
    from: summer('08:00'),
    to: summer('18:00'),
    readings: [
      { at: summer('08:00'), register: milliwattHours(0) },
      { at: summer('08:30'), register: milliwattHours(5_000_000) },
      { at: summer('18:00'), register: milliwattHours(5_000_000) },
    ],
    states: [],
    strongest: null,
    contract: null,
  });
  expect(gross(facts, CHARGING_TIME)).toBe(100);
});

function gross(facts: SessionFacts, by: Tariff): number {
  const outcome = priceSession(facts, by, BERLIN);
  if (outcome.kind !== 'priced') throw new Error(JSON.stringify(outcome));
  return outcome.total.inclVat;
}

/** By the clock of Berlin on 1 June 2026; hours beyond 24 are those of the next day. */
function summer(time: string) {
  return (at('2026-05-31T22:00:00Z') + clock(time) * MINUTE) as ReturnType<typeof at>;
}

/** Asked of Node's own calendar, not of ours. */
function wallMinute(moment: number) {
  const parts = Object.fromEntries(FORMAT.formatToParts(moment).map(({ type, value }) => [type, value]));
  const weekday = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday ?? '');
  return { minute: Number(parts.hour) * 60 + Number(parts.minute), weekday };
}
