import { type Static, Type } from 'typebox';
import { GroupRef, OnNode } from './access-lists.ts';
import { PowerClass } from './inventory.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time, words } from './schema.ts';

export const RULE_STATES = ['in-force', 'not-yet', 'ended', 'removed'] as const;

/** Days of the week (1 is Monday) from one local minute to another; `to` at or before `from` reaches into the next day. */
export const WeekWindow = Type.Object({
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
  from: Type.Integer({ minimum: 0, maximum: 1439, description: 'Minutes since local midnight' }),
  to: Type.Integer({ minimum: 1, maximum: 1440, description: 'Minutes since local midnight' }),
});
export type WeekWindow = Static<typeof WeekWindow>;

const Ids = Type.Array(Id, { maxItems: 100 });
const Who = Type.Union([
  Type.Object({ kind: Type.Literal('everybody') }),
  /** Members of at least one of them. */
  Type.Object({ kind: Type.Literal('groups'), groupIds: Type.Array(Id, { minItems: 1, maxItems: 100 }) }),
]);
/** All that is said must fit; an empty list says nothing. Only stations on the rule's node or below are meant. */
const Where = Type.Object({
  groupIds: Ids,
  powerClasses: Type.Array(PowerClass, { maxItems: 3 }),
  stationIds: Type.Array(Type.String({ maxLength: 255 }), { maxItems: 1_000 }),
});

export const AccessRule = Type.Object({
  id: Type.Integer(),
  ...OnNode,
  name: Type.String(),
  who: Who,
  where: Where,
  /** Names of the groups that `who` and `where` name. */
  groups: Type.Array(GroupRef),
  /** None: at any time. */
  windows: Type.Array(WeekWindow),
  from: nullable(Time),
  to: nullable(Time),
  state: words(RULE_STATES),
  /** Stations it is about, of those the reader may see. */
  stationCount: Type.Integer(),
});
export type AccessRule = Static<typeof AccessRule>;

const RuleFields = {
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  who: Who,
  where: Where,
  windows: Type.Array(WeekWindow, { maxItems: 50 }),
  from: nullable(Time),
  to: nullable(Time),
};
const RuleParams = Type.Object({ ruleId: Id });

export const listRules = route({
  method: 'GET',
  path: '/access-rules',
  area: 'access',
  access: needs('access.read', 'somewhere'),
  summary: 'Who may charge where and when; a station that no rule is about is open to every valid card',
  query: Type.Object({
    tenantId: Type.Optional(Id),
    stationId: Type.Optional(Type.String({ maxLength: 255 })),
  }),
  response: Type.Object({
    items: Type.Array(AccessRule),
    /** Stations that at least one rule in force is about, of those the reader may see. */
    closedStations: Type.Integer(),
  }),
});

export const addRule = route({
  method: 'POST',
  path: '/access-rules',
  area: 'access',
  access: needs('access.write', 'somewhere'),
  summary: 'Add a rule; from then on the stations it is about are closed to everybody whom no rule lets in',
  body: Type.Object({
    name: RuleFields.name,
    who: Who,
    where: Type.Optional(Where),
    windows: Type.Optional(RuleFields.windows),
    from: Type.Optional(RuleFields.from),
    to: Type.Optional(RuleFields.to),
    tenantId: Type.Optional(Id),
  }),
  response: AccessRule,
  status: 201,
});

export const changeRule = route({
  method: 'PATCH',
  path: '/access-rules/{ruleId}',
  area: 'access',
  access: needs('access.write', 'rule'),
  summary: 'Change a rule; what is left out stays',
  params: RuleParams,
  body: Type.Partial(Type.Object(RuleFields), { additionalProperties: false }),
  response: AccessRule,
});

export const removeRule = route({
  method: 'DELETE',
  path: '/access-rules/{ruleId}',
  area: 'access',
  access: needs('access.write', 'rule'),
  summary: 'Remove a rule; stations that no other rule is about are open again',
  params: RuleParams,
  response: Done,
});

export const restoreRule = route({
  method: 'POST',
  path: '/access-rules/{ruleId}/restore',
  area: 'access',
  access: needs('access.write', 'rule'),
  summary: 'Undo the removal of a rule',
  params: RuleParams,
  response: AccessRule,
});
