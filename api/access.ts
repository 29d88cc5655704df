import { type Static, Type } from 'typebox';
import {
  AccessListQuery,
  Assignment,
  DriverRef,
  GroupRef,
  HolderState,
  OnNode,
  UseFields,
  VehicleRef,
} from './access-lists.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, page, Time, words } from './schema.ts';

export const Card = Type.Object({
  id: Type.Integer(),
  ...OnNode,
  uid: Type.String(),
  /** Other ways in which readers write the number, as a person has confirmed. */
  spellings: Type.Array(Type.String()),
  label: Type.String(),
  /** Whose card it is: the drivers assigned to it now, else the name typed on it. */
  holder: Type.String(),
  /** The name typed on it. */
  typedHolder: Type.String(),
  groups: Type.Array(GroupRef),
  addedAt: Time,
  validFrom: nullable(Time),
  blockedAt: nullable(Time),
  expiresAt: nullable(Time),
  /** How many sessions the card may have at once; null for any number. */
  maxConcurrent: nullable(Type.Integer()),
  /** Cards with the same one may use each other's reservations and end each other's sessions. */
  parentTag: nullable(Type.String()),
  state: HolderState,
  /** Assigned now. */
  drivers: Type.Array(DriverRef),
  vehicles: Type.Array(VehicleRef),
  lastHeldAt: nullable(Time),
  ...UseFields,
});
export type Card = Static<typeof Card>;

export const CardDetail = Type.Object({
  ...Card.properties,
  /** Also those that have ended or are yet to come. */
  assignments: Type.Array(Assignment),
});
export type CardDetail = Static<typeof CardDetail>;

/** Why a card may not charge. */
export const REFUSALS = [
  'unknown',
  'blocked',
  'not-yet-valid',
  'expired',
  'driver-blocked',
  'driver-not-yet-valid',
  'driver-expired',
  'vehicle-blocked',
  'not-allowed-here',
  'outside-hours',
  'charging-elsewhere',
] as const;

/** How a reader may have written a number that another reader writes otherwise. */
export const SPELLINGS = [
  'reversed',
  'decimal',
  'reversed-decimal',
  'padded',
  'shortened',
  'serial-suffix',
  'prefixed',
] as const;

/** A known card that an unknown number is probably another spelling of. */
export const SimilarCard = Type.Object({
  cardId: Type.Integer(),
  uid: Type.String(),
  holder: Type.String(),
  spelling: words(SPELLINGS),
});
export type SimilarCard = Static<typeof SimilarCard>;

/** A card that was held to a station lately. */
export const HeldCard = Type.Object({
  uid: Type.String(),
  stationId: Type.String(),
  stationName: Type.String(),
  at: Time,
  verdict: words(['accepted', ...REFUSALS] as const),
  /** The card it is, when it is known. */
  cardId: nullable(Type.Integer()),
  holder: nullable(Type.String()),
  /** The card it probably is, when it is not known. */
  similar: nullable(SimilarCard),
});
export type HeldCard = Static<typeof HeldCard>;

const Uid = Type.String({ minLength: 1, maxLength: 64, pattern: '\\S' });
const CardFields = {
  label: Type.String({ maxLength: 100 }),
  /** The name typed on it, for a card without a driver. */
  holder: Type.String({ maxLength: 100 }),
  validFrom: nullable(Time),
  expiresAt: nullable(Time),
  maxConcurrent: nullable(Type.Integer({ minimum: 1, maximum: 100 })),
  parentTag: nullable(Type.String({ minLength: 1, maxLength: 20, pattern: '^[!-~]+$' })),
  groupIds: Type.Array(Id, { maxItems: 100 }),
  /** The node on which the card hangs; the root, or the caller's only one, when left out. */
  tenantId: Id,
};
const CardParams = Type.Object({ cardId: Id });
/** Takes a number although another card may be written the same way. */
const Anyway = Type.Optional(Type.Boolean());

export const listCards = route({
  method: 'GET',
  path: '/cards',
  area: 'access',
  access: needs('access.read', 'somewhere'),
  summary: 'Cards by the name of their holder, page by page',
  query: Type.Object({
    ...AccessListQuery,
    state: Type.Optional(HolderState),
    driverId: Type.Optional(Id),
    vehicleId: Type.Optional(Id),
  }),
  response: page(Card),
});

export const getCard = route({
  method: 'GET',
  path: '/cards/{cardId}',
  area: 'access',
  access: needs('access.read', 'card'),
  summary: 'One card, with drivers and vehicles and for how long they are assigned; also a removed one',
  params: CardParams,
  response: CardDetail,
});

export const listHeldCards = route({
  method: 'GET',
  path: '/held-cards',
  area: 'access',
  access: needs('access.read', 'somewhere'),
  summary: 'Cards held to a station lately, known or not, newest first',
  query: Type.Object({ unknown: Type.Optional(Type.Boolean()) }),
  response: Type.Object({ items: Type.Array(HeldCard) }),
});

export const addCard = route({
  method: 'POST',
  path: '/cards',
  area: 'access',
  access: needs('access.write', 'somewhere'),
  summary: 'Add a card; with `driverId` or `vehicleId` it is theirs at once',
  body: Type.Object({
    uid: Uid,
    ...Type.Partial(Type.Object(CardFields)).properties,
    driverId: Type.Optional(Id),
    vehicleId: Type.Optional(Id),
    anyway: Anyway,
  }),
  response: CardDetail,
  status: 201,
});

export const changeCard = route({
  method: 'PATCH',
  path: '/cards/{cardId}',
  area: 'access',
  access: needs('access.write', 'card'),
  summary: 'Change, block or unblock a card; what is left out stays',
  params: CardParams,
  body: Type.Partial(Type.Object({ ...CardFields, blocked: Type.Boolean() }), {
    additionalProperties: false,
  }),
  response: CardDetail,
});

export const linkSpelling = route({
  method: 'POST',
  path: '/cards/{cardId}/spellings',
  area: 'access',
  access: needs('access.write', 'card'),
  summary: 'Say that a number is this card as another reader writes it',
  params: CardParams,
  body: Type.Object({ uid: Uid, anyway: Anyway }),
  response: CardDetail,
});

export const unlinkSpelling = route({
  method: 'DELETE',
  path: '/cards/{cardId}/spellings/{spelling}',
  area: 'access',
  access: needs('access.write', 'card'),
  summary: 'Undo that a number is this card',
  params: Type.Object({ cardId: Id, spelling: Type.String({ minLength: 1, maxLength: 255 }) }),
  response: CardDetail,
});

export const mergeCards = route({
  method: 'POST',
  path: '/cards/{cardId}/merge',
  area: 'access',
  access: needs('access.write', 'card'),
  summary:
    'Take another card into this one: its numbers become spellings, what was assigned to it too; sessions stay',
  params: CardParams,
  body: Type.Object({ cardId: Id }),
  response: CardDetail,
});

export const replaceCard = route({
  method: 'POST',
  path: '/cards/{cardId}/replace',
  area: 'access',
  access: needs('access.write', 'card'),
  summary: 'Put a new card in the place of a lost one: it gets what was assigned to that, which is blocked',
  params: CardParams,
  body: Type.Object({ uid: Uid, anyway: Anyway }),
  response: CardDetail,
  status: 201,
});

export const removeCard = route({
  method: 'DELETE',
  path: '/cards/{cardId}',
  area: 'access',
  access: needs('access.write', 'card'),
  summary: 'Remove a card; its sessions stay',
  params: CardParams,
  response: Done,
});

export const restoreCard = route({
  method: 'POST',
  path: '/cards/{cardId}/restore',
  area: 'access',
  access: needs('access.write', 'card'),
  summary: 'Undo the removal of a card',
  params: CardParams,
  response: CardDetail,
});
