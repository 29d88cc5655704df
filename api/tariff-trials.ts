import { type Static, Type } from 'typebox';
import { HELD_REASONS, Money, PriceStep } from './price-steps.ts';
import { needs, route } from './route.ts';
import { Id, nullable, Time, WholeWh, words } from './schema.ts';
import { DIMENSIONS, Tariff } from './tariff-model.ts';

export const TARIFF_FAULTS = [
  'no-elements',
  'no-components',
  'unknown-currency',
  'other-currency',
  'unknown-zone',
  'negative-price',
  'impossible-tax',
  'several-taxes',
  'same-dimension-twice',
  'step-size',
  'empty-limit',
  'min-above-max',
  'gross-below-net',
  'empty-window',
  'empty-days',
  'empty-dates',
  'empty-range',
  'assumed-to-fit',
  'holidays-without-land',
  'not-for-reservations',
  'unusual-price',
  'unreachable',
  'gap',
  'partly-free',
  'overlap',
] as const;

/** What is wrong with a draft, and where. What `forbids` cannot be published. */
export const TariffFault = Type.Object({
  kind: words(TARIFF_FAULTS),
  severity: words(['forbids', 'warns'] as const),
  /** Null: the tariff as a whole, or its blocking fee or limits. */
  element: nullable(Type.Integer()),
  component: nullable(Type.Integer()),
  place: words(['tariff', 'element', 'component', 'blocking', 'min', 'max'] as const),
  dimension: nullable(words(DIMENSIONS)),
  /** Where on the grid of a week: minutes of a weekday, or of public holidays that fall on it. */
  stretch: nullable(
    Type.Object({
      weekday: Type.Integer(),
      onHolidays: Type.Boolean(),
      from: Type.Integer(),
      to: Type.Integer(),
    }),
  ),
  /** The element that comes first where two lie over each other. */
  with: nullable(Type.Integer()),
  /** What an empty range is of, or what no session tells of. */
  of: nullable(words(['energy', 'duration', 'power', 'current'] as const)),
  /** In which the other tariffs of the site are; the draft is in another one. */
  currency: nullable(Type.String()),
});
export type TariffFault = Static<typeof TariffFault>;

export const checkTariff = route({
  method: 'POST',
  path: '/tariff-checks',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary: 'Say what is wrong with a draft: gaps, overlaps, prices that never count',
  body: Type.Object({ tariff: Tariff, tariffId: Type.Optional(Id) }),
  response: Type.Object({
    faults: Type.Array(TariffFault),
    publishable: Type.Boolean(),
    /** Stations at which it could count and whose certificate does not let time be sold. */
    stationsWithoutTime: Type.Array(Type.String()),
  }),
});

/** A session to think of; times are local, as people say them. */
export const ExampleSession = Type.Object({
  /** Local, such as `2026-11-24T17:40`. */
  startsAt: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' }),
  chargingMinutes: Type.Integer({ minimum: 0, maximum: 10_080 }),
  /** Plugged in after the car was full. */
  idleMinutes: Type.Integer({ minimum: 0, maximum: 10_080 }),
  energyWh: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
});
export type ExampleSession = Static<typeof ExampleSession>;

export const PricedExample = Type.Object({
  currency: Type.String(),
  /** Null where no price can be said; `held` says why. */
  total: nullable(Money),
  held: nullable(words(HELD_REASONS)),
  steps: Type.Array(PriceStep),
  startsAt: Time,
  endsAt: Time,
});
export type PricedExample = Static<typeof PricedExample>;

export const priceExample = route({
  method: 'POST',
  path: '/tariff-examples',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary: 'Price a session to think of by a draft, line by line',
  body: Type.Object({ tariff: Tariff, session: ExampleSession }),
  response: PricedExample,
});

const Difference = {
  sessions: Type.Integer(),
  beforeMinor: Type.Integer(),
  afterMinor: Type.Integer(),
};

export const Rehearsal = Type.Object({
  month: Type.String(),
  currency: Type.String(),
  ...Difference,
  energyWh: WholeWh,
  /** Sessions of the month that cannot be compared: in doubt, held, without a price before, or, where hours are tried, at a station whose clock may not be sold by or with times in doubt. */
  leftOut: Type.Integer(),
  groups: Type.Array(Type.Object({ group: nullable(Type.String()), ...Difference })),
  /** Those for whom most changes, first. */
  payers: Type.Array(Type.Object({ payer: Type.String(), ...Difference })),
  payMore: Type.Integer(),
  payLess: Type.Integer(),
});
export type Rehearsal = Static<typeof Rehearsal>;

export const rehearseTariff = route({
  method: 'POST',
  path: '/tariff-rehearsals',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary:
    'Replay the real sessions of a month: those priced by the tariff, or all of them where none is named, by the draft; ' +
    'amounts are gross where prices are',
  body: Type.Object({
    tariff: Tariff,
    tariffId: Type.Optional(nullable(Id)),
    month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
  }),
  response: Rehearsal,
});
