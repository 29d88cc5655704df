import { type Static, Type } from 'typebox';
import { nullable, Time, words } from './schema.ts';
import { ENERGY_HELD_REASONS } from './signed-values.ts';
import { DayWindow, DIMENSIONS, Vat } from './tariff-model.ts';

export const Money = Type.Object({
  exclVatMinor: Type.Integer({ description: 'In the currency’s smallest unit' }),
  inclVatMinor: Type.Integer({ description: 'In the currency’s smallest unit' }),
});
export type Money = Static<typeof Money>;

/** A stretch in which one component counted, with what the session had used at both ends. */
export const PricePart = Type.Object({
  from: Time,
  to: Time,
  /** mWh or ms; 1 for a flat fee. */
  quantity: Type.Integer(),
  energyFromMwh: Type.Integer(),
  energyToMwh: Type.Integer(),
  /** No reading lies there: what was used is shared out evenly between those around it. */
  guessedFrom: Type.Boolean(),
  guessedTo: Type.Boolean(),
});

const Product = {
  /** mWh or ms; 1 for a flat fee. */
  quantity: Type.Integer(),
  /** Per kWh, per hour, or for the session; gross or net as the tariff is. */
  priceMicros: Type.Integer(),
  vatBasisPoints: Vat,
  exactMicros: Type.Integer(),
  /** What is paid; null where a tariff rounds its totals only. */
  roundedMinor: nullable(Type.Integer()),
  parts: Type.Array(PricePart),
};

/** One line of the sum: how an amount came about. */
export const PriceStep = Type.Union([
  Type.Object({
    kind: Type.Literal('component'),
    dimension: words(DIMENSIONS),
    reservation: nullable(words(['used', 'expired'] as const)),
    /** Place of the element and of the component in it; from 0. */
    element: Type.Integer(),
    component: Type.Integer(),
    ...Product,
  }),
  /** What the contract made free, in mWh. */
  Type.Object({ kind: Type.Literal('free-energy'), quantity: Type.Integer() }),
  Type.Object({
    kind: Type.Literal('blocking'),
    /** Idle time that was looked at; what the grace leaves of it is the quantity. */
    idleMs: Type.Integer(),
    capped: Type.Boolean(),
    ...Product,
    /** What of the time that a full car stood was left out; null of prices kept before that was told. */
    standing: nullable(
      Type.Object({
        wholeMs: Type.Integer(),
        quietMs: Type.Integer({ description: 'Lay in the quiet hours' }),
        quietHours: nullable(DayWindow),
        graceMs: Type.Integer({ description: 'Left out by the grace' }),
        graceOf: words(['idle', 'session'] as const),
        capMicros: nullable(Type.Integer()),
      }),
    ),
  }),
  Type.Object({
    kind: Type.Literal('discount'),
    shareBasisPoints: Type.Integer(),
    vatBasisPoints: Vat,
    amountMinor: Type.Integer(),
  }),
  Type.Object({ kind: Type.Literal('tax'), vatBasisPoints: Vat, ...Money.properties }),
  Type.Object({
    kind: Type.Literal('rounding'),
    exclVatMicros: Type.Integer(),
    inclVatMicros: Type.Integer(),
  }),
  Type.Object({
    kind: Type.Literal('limit'),
    limit: words(['min', 'max'] as const),
    before: Money,
    after: Money,
  }),
]);
export type PriceStep = Static<typeof PriceStep>;

/** Why a person has to say what a session costs, where that may be over by now: a key was pinned, a flag put right. */
export const PASSING_HELD_REASONS = [
  'nothing-known',
  'ends-before-start',
  'out-of-order',
  'energy-backwards',
  'time-backwards',
  'too-much-energy',
  'gap',
  'charging-time-unknown',
  'time-not-allowed',
  ...ENERGY_HELD_REASONS,
] as const;

/** Why a person has to say what a session costs. */
export const HELD_REASONS = [
  ...PASSING_HELD_REASONS,
  'session-in-doubt',
  'clock-in-doubt',
  'no-version',
] as const;
