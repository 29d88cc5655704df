import { type Static, Type } from 'typebox';
import { HELD_REASONS, Money, PriceStep } from './price-steps.ts';
import { needs, route } from './route.ts';
import { Id, nullable, Time, WholeWh, words } from './schema.ts';
import { TAXES } from './tariff-model.ts';
import { RULE_KINDS } from './tariff-rules.ts';

/**
 * `running`: counted until now; `waiting`: it has ended, and its car still stands; `priced`; `held`: a person has to
 * say, or will have to once it has ended; `waived`, `fixed`: a person has said; `no-tariff`: nobody pays anything for it.
 */
export const PRICE_STATES = ['running', 'waiting', 'priced', 'held', 'waived', 'fixed', 'no-tariff'] as const;

/** What a list shows of it. */
export const SessionCost = Type.Object({
  state: words(PRICE_STATES),
  currency: nullable(Type.String()),
  total: nullable(Money),
});
export type SessionCost = Static<typeof SessionCost>;

/** One time that a session was priced. Nothing is ever overwritten. */
export const PriceRating = Type.Object({
  number: Type.Integer(),
  at: Time,
  /** Null: the program itself. */
  by: nullable(Type.String()),
  because: words(['ended', 'decided', 'late-values', 'looked-again', 'asked'] as const),
  note: Type.String(),
  state: words(PRICE_STATES),
  currency: nullable(Type.String()),
  total: nullable(Money),
  /** Whether amounts are gross or net first. */
  taxes: nullable(words(TAXES)),
  /** How the total came about; empty where a person said it. */
  steps: Type.Array(PriceStep),
  /** Of the site as the session was priced by it. */
  timeZone: Type.String(),
});
export type PriceRating = Static<typeof PriceRating>;

export const SessionPrice = Type.Object({
  ...SessionCost.properties,
  /** In which an amount is that a person says: that of the session's tariff, else that of the site. */
  fixCurrency: Type.String(),
  /** Whether amounts are gross or net first. */
  taxes: nullable(words(TAXES)),
  tariff: nullable(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      text: Type.String(),
      version: Type.Integer(),
      from: Time,
    }),
  ),
  /** The rule that chose it when the session began. */
  rule: nullable(Type.Object({ kind: words(RULE_KINDS), name: Type.String() })),
  lost: Type.Array(Type.Object({ kind: words(RULE_KINDS), name: Type.String(), tariffName: Type.String() })),
  /** What it is sold by; null while that is not settled. */
  energyWh: nullable(WholeWh),
  energySource: nullable(words(['signed', 'measured', 'decided'] as const)),
  steps: Type.Array(PriceStep),
  held: nullable(
    Type.Object({
      reason: words(HELD_REASONS),
      facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    }),
  ),
  timeZone: Type.String(),
  ratings: Type.Array(PriceRating),
});
export type SessionPrice = Static<typeof SessionPrice>;

const SessionParams = Type.Object({ sessionId: Id });

export const getSessionPrice = route({
  method: 'GET',
  path: '/sessions/{sessionId}/price',
  area: 'tariffs',
  access: needs('sessions.read', 'session'),
  module: 'tariffs',
  summary:
    'What a session costs, line by line; of one that still runs, until now by the same function, or why its price will be held',
  params: SessionParams,
  response: SessionPrice,
});

export const rateSession = route({
  method: 'POST',
  path: '/sessions/{sessionId}/price',
  area: 'tariffs',
  access: needs('sessions.decide', 'session'),
  module: 'tariffs',
  summary:
    'Price a session that has ended again: by what it began with, by the tariff that counts for it now, not at all, or at an amount',
  params: SessionParams,
  body: Type.Object({
    how: Type.Union([
      Type.Object({ kind: Type.Literal('again') }),
      /** By the rules and versions that count for its start as they are known now. */
      Type.Object({ kind: Type.Literal('choose-anew') }),
      Type.Object({ kind: Type.Literal('waive') }),
      Type.Object({
        kind: Type.Literal('fix'),
        inclVatMinor: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
      }),
    ]),
    note: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  response: SessionPrice,
});
