import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time } from './schema.ts';

export const Card = Type.Object({
  id: Type.Integer(),
  uid: Type.String(),
  label: Type.String(),
  holder: Type.String(),
  addedAt: Time,
  blockedAt: nullable(Time),
  expiresAt: nullable(Time),
  /** How many sessions the card may have at once; null for any number. */
  maxConcurrent: nullable(Type.Integer()),
  /** Cards with the same one may use each other's reservations and end each other's sessions. */
  parentTag: nullable(Type.String()),
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
  maxConcurrent: nullable(Type.Integer({ minimum: 1, maximum: 100 })),
  parentTag: nullable(Type.String({ minLength: 1, maxLength: 20, pattern: '^[!-~]+$' })),
};

export const listCards = route({
  method: 'GET',
  path: '/cards',
  area: 'access',
  access: needs('access.read', 'somewhere'),
  summary: 'All cards',
  response: Type.Object({ items: Type.Array(Card) }),
});

export const listHeldCards = route({
  method: 'GET',
  path: '/held-cards',
  area: 'access',
  access: needs('access.read', 'somewhere'),
  summary: 'Cards held to a station lately, known or not, newest first',
  response: Type.Object({ items: Type.Array(HeldCard) }),
});

export const addCard = route({
  method: 'POST',
  path: '/cards',
  area: 'access',
  access: needs('access.write', 'somewhere'),
  summary: 'Add a card',
  body: Type.Object({
    uid: Uid,
    holder: CardFields.holder,
    label: Type.Optional(CardFields.label),
    expiresAt: Type.Optional(CardFields.expiresAt),
    maxConcurrent: Type.Optional(CardFields.maxConcurrent),
    parentTag: Type.Optional(CardFields.parentTag),
  }),
  response: Card,
  status: 201,
});

export const changeCard = route({
  method: 'PATCH',
  path: '/cards/{cardId}',
  area: 'access',
  access: needs('access.write', 'card'),
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
  access: needs('access.write', 'card'),
  summary: 'Remove a card; its sessions stay',
  params: Type.Object({ cardId: Id }),
  response: Done,
});

export const restoreCard = route({
  method: 'POST',
  path: '/cards/{cardId}/restore',
  area: 'access',
  access: needs('access.write', 'card'),
  summary: 'Undo the removal of a card',
  params: Type.Object({ cardId: Id }),
  response: Card,
});
