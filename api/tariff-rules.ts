import { type Static, Type } from 'typebox';
import { OnNode } from './access-lists.ts';
import { PowerClass } from './inventory.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time, words } from './schema.ts';
import { Micros, TAXES, Vat } from './tariff-model.ts';

/** From the strongest; the first that fits wins. */
export const RULE_KINDS = [
  'card',
  'driver',
  'user-group',
  'station-group',
  'power-class',
  'site',
  'tenant',
  'default',
] as const;

/** Those that name who owes a monthly fee; the others say where somebody charges. */
export const FEE_KINDS = [
  'card',
  'driver',
  'user-group',
] as const satisfies readonly (typeof RULE_KINDS)[number][];

/** Whom a rule is about. `site` and `tenant` name a node of the tenant tree: stations on it or below. */
export const RuleTarget = Type.Union([
  Type.Object({ kind: Type.Literal('card'), cardId: Id }),
  Type.Object({ kind: Type.Literal('driver'), driverId: Id }),
  Type.Object({ kind: Type.Literal('user-group'), groupId: Id }),
  Type.Object({ kind: Type.Literal('station-group'), groupId: Id }),
  Type.Object({ kind: Type.Literal('power-class'), powerClass: PowerClass }),
  Type.Object({ kind: Type.Literal('site'), tenantId: Id }),
  Type.Object({ kind: Type.Literal('tenant'), tenantId: Id }),
  Type.Object({ kind: Type.Literal('default') }),
]);
export type RuleTarget = Static<typeof RuleTarget>;

/** What somebody is granted, or pays, beside the tariff. */
export const RuleExtras = Type.Object({
  /** Free in each month of the site, for each driver, or card without one. */
  freeWhPerMonth: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
  discountBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
  /**
   * Paid each month, once, by each driver, or card without one, whose sessions are paid by the rule, by the days on which
   * they would be. Only for rules about a card, a driver or a user group.
   */
  monthlyFee: nullable(
    Type.Object({
      perMonthMicros: Micros,
      vatBasisPoints: Vat,
      currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    }),
  ),
});
export type RuleExtras = Static<typeof RuleExtras>;

export const TariffRule = Type.Object({
  id: Type.Integer(),
  ...OnNode,
  tariffId: Type.Integer(),
  tariffName: Type.String(),
  target: RuleTarget,
  /** What the target is called; empty for `default`. */
  targetName: Type.String(),
  extras: RuleExtras,
  from: Time,
  removedAt: nullable(Time),
});
export type TariffRule = Static<typeof TariffRule>;

const RuleParams = Type.Object({ tariffRuleId: Id });

export const listTariffRules = route({
  method: 'GET',
  path: '/tariff-rules',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary: 'Who pays by which tariff, from the strongest rule to the weakest',
  query: Type.Object({ tariffId: Type.Optional(Id) }),
  response: Type.Object({ items: Type.Array(TariffRule) }),
});

export const addTariffRule = route({
  method: 'POST',
  path: '/tariff-rules',
  area: 'tariffs',
  access: needs('tariffs.write', 'somewhere'),
  module: 'tariffs',
  summary:
    'Let somebody pay by a tariff, for sessions that start from now on; takes the place of a rule about the same, ' +
    'or of the one that `replaces` names',
  body: Type.Object({
    tariffId: Id,
    target: RuleTarget,
    extras: Type.Optional(RuleExtras),
    replaces: Type.Optional(Id),
    tenantId: Type.Optional(Id),
  }),
  response: TariffRule,
  status: 201,
});

export const removeTariffRule = route({
  method: 'DELETE',
  path: '/tariff-rules/{tariffRuleId}',
  area: 'tariffs',
  access: needs('tariffs.write', 'tariff-rule'),
  module: 'tariffs',
  summary: 'End a rule for sessions that start from now on',
  params: RuleParams,
  response: Done,
});

export const restoreTariffRule = route({
  method: 'POST',
  path: '/tariff-rules/{tariffRuleId}/restore',
  area: 'tariffs',
  access: needs('tariffs.write', 'tariff-rule'),
  module: 'tariffs',
  summary: 'Undo the end of a rule: a new one just like it, from now on',
  params: RuleParams,
  response: TariffRule,
});

const NamedRule = Type.Object({ id: Type.Integer(), kind: words(RULE_KINDS), name: Type.String() });

/** Which rule wins for somebody at a station, and which would have counted. */
export const MatrixCell = Type.Object({
  stationId: Type.String(),
  tariffId: nullable(Type.Integer()),
  tariffName: nullable(Type.String()),
  /** Null where the tariff has no version in force. */
  version: nullable(Type.Integer()),
  /** Of its energy at this moment, gross or net as the tariff is; null where it sells none now. */
  kwhMicros: nullable(Type.Integer()),
  currency: nullable(Type.String()),
  /** It needs a clock, which calibration law keeps out of prices here: sessions wait for a person. */
  clockForbidden: Type.Boolean(),
  rule: nullable(NamedRule),
  lost: Type.Array(
    Type.Object({
      id: Type.Integer(),
      kind: words(RULE_KINDS),
      name: Type.String(),
      tariffName: Type.String(),
      because: words(['stronger-kind', 'same-kind'] as const),
    }),
  ),
});
export type MatrixCell = Static<typeof MatrixCell>;

export const TariffMatrix = Type.Object({
  at: Time,
  stations: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), powerClass: PowerClass })),
  rows: Type.Array(
    Type.Object({
      /** Null: whoever is in no group. */
      group: nullable(Type.Object({ id: Type.Integer(), name: Type.String() })),
      cells: Type.Array(MatrixCell),
    }),
  ),
});
export type TariffMatrix = Static<typeof TariffMatrix>;

export const getTariffMatrix = route({
  method: 'GET',
  path: '/tariff-matrix',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary: 'Who pays what where: for each user group at each station the rule that wins, and why',
  query: Type.Object({ at: Type.Optional(Time) }),
  response: TariffMatrix,
});

export const getMonthlyFees = route({
  method: 'GET',
  path: '/monthly-fees',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary:
    'What drivers and cards owe for a month whether they charge or not, by its days; membership in groups is that of now, ' +
    'for past months too',
  query: Type.Object({ month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }) }),
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        payer: Type.Object({
          kind: words(['driver', 'card'] as const),
          id: Type.Integer(),
          name: Type.String(),
        }),
        /** By which it is owed; the name is empty to those who may not see what it is about. */
        rule: NamedRule,
        currency: Type.String(),
        perMonthMicros: Micros,
        vatBasisPoints: Vat,
        /** How the prices of the rule’s tariff stand to tax, and with them the fee. */
        taxes: words(TAXES),
        /** In the currency’s smallest unit, gross or net as the tariff is. */
        amountMinor: Type.Integer(),
        days: Type.Integer(),
        ofDays: Type.Integer(),
      }),
    ),
  }),
});
