import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Done, Id, nullable, Time } from './schema.ts';

export const Card = Type.Object({
  id: Type.Integer(),
  uid: Type.String(),
  label: Type.String(),
  holder: Type.String(),
  addedAt: Time,
  blockedAt: nullable(Time),
  expiresAt: nullable(Time),
  concurrentAllowed: Type.Boolean(),
  /** Cards of one group may use each other's reservations and end each other's sessions. */
  group: nullable(Type.String()),
  lastHeldAt: nullable(Time),
});
export type Card = Static<typeof Card>;

/** A card that was held to a station lately. */
export const HeldCard = Type.Object({
  uid: Type.String(),
  stationId: Type.String(),
  stationName: Type.String(),
  at: Time,
  verdict: Type.Enum(['accepted', 'unknown', 'blocked', 'expired', 'charging-elsewhere'] as const),
  /** The card it is, when it is known. */
  cardId: nullable(Type.Integer()),
});
export type HeldCard = Static<typeof HeldCard>;

const Uid = Type.String({ minLength: 1, maxLength: 36, pattern: '\\S' });
const CardFields = {
  label: Type.String({ maxLength: 100 }),
  holder: Type.String({ maxLength: 100 }),
  expiresAt: nullable(Time),
  concurrentAllowed: Type.Boolean(),
  group: nullable(Type.String({ minLength: 1, maxLength: 20, pattern: '^[!-~]+$' })),
};

export const listCards = route({
  method: 'GET',
  path: '/cards',
  area: 'access',
  access: 'owner',
  summary: 'All cards',
  response: Type.Object({ items: Type.Array(Card) }),
});

export const listHeldCards = route({
  method: 'GET',
  path: '/held-cards',
  area: 'access',
  access: 'owner',
  summary: 'Cards held to a station lately, known or not, newest first',
  response: Type.Object({ items: Type.Array(HeldCard) }),
});

export const addCard = route({
  method: 'POST',
  path: '/cards',
  area: 'access',
  access: 'owner',
  summary: 'Add a card',
  body: Type.Object({
    uid: Uid,
    holder: CardFields.holder,
    label: Type.Optional(CardFields.label),
    expiresAt: Type.Optional(CardFields.expiresAt),
    concurrentAllowed: Type.Optional(CardFields.concurrentAllowed),
    group: Type.Optional(CardFields.group),
  }),
  response: Card,
  status: 201,
});

export const changeCard = route({
  method: 'PATCH',
  path: '/cards/{cardId}',
  area: 'access',
  access: 'owner',
  summary: 'Change, block or unblock a card; what is left out stays',
  params: Type.Object({ cardId: Id }),
  body: Type.Partial(Type.Object({ ...CardFields, blocked: Type.Boolean() }), {
    additionalProperties: false,
  }),
  response: Card,
});

export const removeCard = route({
  method: 'DELETE',
  path: '/cards/{cardId}',
  area: 'access',
  access: 'owner',
  summary: 'Remove a card; its sessions stay',
  params: Type.Object({ cardId: Id }),
  response: Done,
});

export const restoreCard = route({
  method: 'POST',
  path: '/cards/{cardId}/restore',
  area: 'access',
  access: 'owner',
  summary: 'Undo the removal of a card',
  params: Type.Object({ cardId: Id }),
  response: Card,
});
