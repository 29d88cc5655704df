import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Id, nullable, page, Time, WholeWh, words } from './schema.ts';
import { SessionCost } from './session-prices.ts';
import { SESSION_STATES } from './sessions.ts';

/** What whoever drives sees of the own sessions: what was charged, where and when; nothing of others. */
export const OwnSession = Type.Object({
  id: Type.Integer(),
  state: words(SESSION_STATES),
  stationId: Type.String(),
  stationName: Type.String(),
  connectorId: Type.Integer(),
  cardUid: Type.String(),
  startedAt: Time,
  endedAt: nullable(Time),
  durationSeconds: Type.Integer(),
  /** What the meter says, or said at the end. */
  measuredWh: nullable(WholeWh),
  /** What counts; null while it runs or waits for a decision. */
  energyWh: nullable(WholeWh),
  /** Null where no price is looked at: tariffs are switched off. */
  cost: nullable(SessionCost),
});
export type OwnSession = Static<typeof OwnSession>;

export const OwnCard = Type.Object({
  id: Id,
  uid: Type.String(),
  label: Type.String(),
  blockedAt: nullable(Time),
  expiresAt: nullable(Time),
});
export type OwnCard = Static<typeof OwnCard>;

export const getOwn = route({
  method: 'GET',
  path: '/own',
  area: 'access',
  access: needs('own.read', 'somewhere'),
  summary: 'As whom one drives',
  response: Type.Object({
    /** Null for a person who is linked to no driver: there is nothing to see. */
    driver: nullable(Type.Object({ id: Type.Integer(), name: Type.String() })),
  }),
});

export const listOwnCards = route({
  method: 'GET',
  path: '/own/cards',
  area: 'access',
  access: needs('own.read', 'somewhere'),
  summary: 'The own cards',
  response: Type.Object({ items: Type.Array(OwnCard) }),
});

export const listOwnSessions = route({
  method: 'GET',
  path: '/own/sessions',
  area: 'access',
  access: needs('own.read', 'somewhere'),
  summary: 'The own sessions, newest first',
  query: Type.Object({
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: page(OwnSession),
});
