import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time } from './schema.ts';

const KeySet = Type.Object(
  { keys: Type.Array(Type.Object({}, { additionalProperties: true }), { minItems: 1, maxItems: 50 }) },
  { description: 'RFC 7517; public keys only are kept' },
);
const Url = Type.String({ minLength: 1, maxLength: 2_000 });

/** For whom somebody acts who brings a token: a client, or the person whom a claim of the token names. */
const ActsFor = Type.Union([
  Type.Object(
    { kind: Type.Literal('client'), clientId: Type.String({ maxLength: 100 }) },
    { additionalProperties: false },
  ),
  Type.Object(
    { kind: Type.Literal('person'), claim: Type.Enum(['email', 'preferred_username'] as const) },
    { additionalProperties: false },
  ),
]);

/** Somebody else whose tokens clients may exchange for ours. */
export const Issuer = Type.Object({
  id: Type.Integer(),
  tenantId: Type.Integer(),
  name: Type.String(),
  issuer: Type.String({ description: 'What its tokens say in `iss`' }),
  audience: Type.String({ description: 'What its tokens have to say in `aud`' }),
  /** Stored here when it is null. */
  keysUrl: nullable(Type.String()),
  /** By which its keys are named. */
  keyIds: Type.Array(Type.String()),
  keysFetchedAt: nullable(Time),
  actsFor: ActsFor,
  createdAt: Time,
  disabledAt: nullable(Time),
});
export type Issuer = Static<typeof Issuer>;

const IssuerParams = Type.Object({ issuerId: Id });
const IssuerFields = {
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  issuer: Url,
  audience: Type.String({ minLength: 1, maxLength: 300 }),
  /** Where its keys are fetched. Either this or `keys`. */
  keysUrl: Url,
  /** Its keys, for when there is no way to it. */
  keys: KeySet,
  actsFor: ActsFor,
};

export const listIssuers = route({
  method: 'GET',
  path: '/issuers',
  area: 'erp',
  access: needs('erp.manage', 'somewhere'),
  summary: 'All issuers whose tokens can be exchanged',
  response: Type.Object({ items: Type.Array(Issuer) }),
});

export const getIssuer = route({
  method: 'GET',
  path: '/issuers/{issuerId}',
  area: 'erp',
  access: needs('erp.manage', 'issuer'),
  summary: 'One issuer',
  params: IssuerParams,
  response: Issuer,
});

export const addIssuer = route({
  method: 'POST',
  path: '/issuers',
  area: 'erp',
  access: needs('erp.manage', 'somewhere'),
  summary: 'Trust an issuer, for the clients and people of a node and below',
  body: Type.Object({
    tenantId: Id,
    name: IssuerFields.name,
    issuer: IssuerFields.issuer,
    audience: IssuerFields.audience,
    keysUrl: Type.Optional(IssuerFields.keysUrl),
    keys: Type.Optional(IssuerFields.keys),
    actsFor: IssuerFields.actsFor,
  }),
  response: Issuer,
  status: 201,
});

export const changeIssuer = route({
  method: 'PATCH',
  path: '/issuers/{issuerId}',
  area: 'erp',
  access: needs('erp.manage', 'issuer'),
  summary: 'Change or disable an issuer; what is left out stays',
  params: IssuerParams,
  body: Type.Partial(Type.Object({ ...IssuerFields, disabled: Type.Boolean() }), {
    additionalProperties: false,
  }),
  response: Issuer,
});

export const removeIssuer = route({
  method: 'DELETE',
  path: '/issuers/{issuerId}',
  area: 'erp',
  access: needs('erp.manage', 'issuer'),
  summary: 'Trust an issuer no more',
  params: IssuerParams,
  response: Done,
});

export const restoreIssuer = route({
  method: 'POST',
  path: '/issuers/{issuerId}/restore',
  area: 'erp',
  access: needs('erp.manage', 'issuer'),
  summary: 'Undo the removal of an issuer',
  params: IssuerParams,
  response: Issuer,
});
