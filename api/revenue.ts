import { type Static, Type } from 'typebox';
import { Money } from './price-steps.ts';
import { needs, route } from './route.ts';
import { nullable, Time, WholeWh, words } from './schema.ts';

export const REVENUE_KEYS = ['group', 'tariff', 'tenant', 'station'] as const;

/** Energy and revenue of the sessions that started within a time, in one currency: whoever was paid in two has two lines. */
export const RevenueLine = Type.Object({
  /** Null: without a group or a tariff. */
  name: nullable(Type.String()),
  id: nullable(Type.Union([Type.String(), Type.Integer()])),
  sessions: Type.Integer(),
  energyWh: WholeWh,
  /** Null: of sessions for which nobody pays. */
  currency: nullable(Type.String()),
  total: Money,
  /** Sessions whose price waits for a person. */
  held: Type.Integer(),
});
export type RevenueLine = Static<typeof RevenueLine>;

export const getRevenue = route({
  method: 'GET',
  path: '/revenue',
  area: 'tariffs',
  access: needs('tariffs.read', 'somewhere'),
  module: 'tariffs',
  summary: 'Energy and revenue of a period by user group, tariff, tenant or station',
  query: Type.Object({ by: words(REVENUE_KEYS), from: Time, to: Time }),
  response: Type.Object({ items: Type.Array(RevenueLine) }),
});
