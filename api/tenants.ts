import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time, words } from './schema.ts';

export const TENANT_KINDS = ['company', 'site', 'department', 'other'] as const;

/** How much hangs directly on a node, what has been retired or removed left out. */
const Hanging = Type.Object({
  tenants: Type.Integer(),
  stations: Type.Integer(),
  /** Those whose record hangs here, and those who hold a role here. */
  people: Type.Integer(),
  roles: Type.Integer(),
  drivers: Type.Integer(),
  vehicles: Type.Integer(),
  cards: Type.Integer(),
  groups: Type.Integer(),
  rules: Type.Integer(),
  tariffs: Type.Integer(),
  tariffRules: Type.Integer(),
  /** Clients of the API that have not been disabled. */
  clients: Type.Integer(),
  webhooks: Type.Integer(),
});

export const Tenant = Type.Object({
  id: Type.Integer(),
  /** Null for the root alone. */
  parentId: nullable(Type.Integer()),
  name: Type.String(),
  kind: words(TENANT_KINDS),
  addedAt: Time,
  /** False for a node that only lies above: its name is told so that the path can be shown, and nothing else. */
  within: Type.Boolean(),
  /** Null where the caller may not see the people of the node. */
  hanging: nullable(Hanging),
});
export type Tenant = Static<typeof Tenant>;

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const TenantParams = Type.Object({ tenantId: Id });

export const listTenants = route({
  method: 'GET',
  path: '/tenants',
  area: 'people',
  access: 'signed-in',
  summary: 'The nodes of the tenant tree where the caller may do something, and what lies above them',
  response: Type.Object({ items: Type.Array(Tenant) }),
});

export const addTenant = route({
  method: 'POST',
  path: '/tenants',
  area: 'people',
  access: needs('people.write', 'somewhere'),
  summary: 'Add a node below another',
  body: Type.Object({ parentId: Id, name: Name, kind: words(TENANT_KINDS) }),
  response: Tenant,
  status: 201,
});

export const changeTenant = route({
  method: 'PATCH',
  path: '/tenants/{tenantId}',
  area: 'people',
  access: needs('people.write', 'tenant'),
  summary: 'Rename a node, or move it with all below it under another; what is left out stays',
  params: TenantParams,
  body: Type.Partial(Type.Object({ name: Name, kind: words(TENANT_KINDS), parentId: Id }), {
    additionalProperties: false,
  }),
  response: Tenant,
});

export const removeTenant = route({
  method: 'DELETE',
  path: '/tenants/{tenantId}',
  area: 'people',
  access: needs('people.write', 'tenant'),
  summary: 'Remove a node on which nothing hangs',
  params: TenantParams,
  response: Done,
});
