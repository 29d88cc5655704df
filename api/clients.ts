import { type Static, Type } from 'typebox';
import { PERMISSIONS } from './permissions.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time, words } from './schema.ts';

/** A program that uses the API with tokens of its own. Its secret is told once, when it is made. */
export const Client = Type.Object({
  id: Type.String({ description: 'The `client_id` of OAuth' }),
  tenantId: Type.Integer(),
  name: Type.String(),
  /** The most that its tokens can permit, at its node and below: the scopes it may ask for. */
  permissions: Type.Array(words(PERMISSIONS)),
  /** Web pages that may call the API with its tokens. */
  origins: Type.Array(Type.String()),
  createdAt: Time,
  createdBy: Type.String(),
  disabledAt: nullable(Time),
  /** When the secrets that count were made, the newest last; older ones count until a moment. */
  secrets: Type.Array(Type.Object({ madeAt: Time, validUntil: nullable(Time) })),
});
export type Client = Static<typeof Client>;

/** A client in the list of all. Its last use changes without it being changed: it is no part of its version. */
export const ClientInList = Type.Object({
  ...Client.properties,
  lastUsedAt: nullable(Time),
});
export type ClientInList = Static<typeof ClientInList>;

export const ClientWithSecret = Type.Object({
  client: Client,
  secret: Type.String({ description: 'Told only now; the program keeps a hash' }),
});

const ClientParams = Type.Object({ clientId: Type.String({ minLength: 1, maxLength: 100 }) });
const ClientFields = {
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  permissions: Type.Array(words(PERMISSIONS), { minItems: 1, uniqueItems: true }),
  origins: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 50, uniqueItems: true }),
};

export const listClients = route({
  method: 'GET',
  path: '/clients',
  area: 'erp',
  access: needs('erp.manage', 'somewhere'),
  summary: 'All clients of the API',
  response: Type.Object({ items: Type.Array(ClientInList) }),
});

export const getClient = route({
  method: 'GET',
  path: '/clients/{clientId}',
  area: 'erp',
  access: needs('erp.manage', 'client'),
  summary: 'One client of the API',
  params: ClientParams,
  response: Client,
});

export const addClient = route({
  method: 'POST',
  path: '/clients',
  area: 'erp',
  access: needs('erp.manage', 'somewhere'),
  summary: 'Add a client; it may never more than whoever adds it. Its secret is in the answer',
  body: Type.Object({
    tenantId: Id,
    name: ClientFields.name,
    permissions: ClientFields.permissions,
    origins: Type.Optional(ClientFields.origins),
  }),
  response: ClientWithSecret,
  status: 201,
});

export const changeClient = route({
  method: 'PATCH',
  path: '/clients/{clientId}',
  area: 'erp',
  access: needs('erp.manage', 'client'),
  summary: 'Change or disable a client; what is left out stays. Disabling ends its tokens at once',
  params: ClientParams,
  body: Type.Partial(Type.Object({ ...ClientFields, disabled: Type.Boolean() }), {
    additionalProperties: false,
  }),
  response: Client,
});

export const renewClientSecret = route({
  method: 'POST',
  path: '/clients/{clientId}/secret',
  area: 'erp',
  access: needs('erp.manage', 'client'),
  summary: 'Give a client a new secret. The old one counts for a time; with 0 its tokens end at once as well',
  params: ClientParams,
  body: Type.Object({
    oldValidSeconds: Type.Integer({ minimum: 0, maximum: 30 * 86_400, description: 'In seconds' }),
  }),
  response: ClientWithSecret,
});

export const removeClient = route({
  method: 'DELETE',
  path: '/clients/{clientId}',
  area: 'erp',
  access: needs('erp.manage', 'client'),
  summary: 'Remove a client. Its tokens end at once',
  params: ClientParams,
  response: Done,
});

export const restoreClient = route({
  method: 'POST',
  path: '/clients/{clientId}/restore',
  area: 'erp',
  access: needs('erp.manage', 'client'),
  summary: 'Undo the removal of a client; its secrets count again, its tokens do not',
  params: ClientParams,
  response: Client,
});
