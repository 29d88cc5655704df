import { type Static, Type } from 'typebox';
import { PERMISSIONS } from './permissions.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, words } from './schema.ts';

export const Role = Type.Object({
  /** What a grant names: a built-in role, or `own-` and a number. */
  key: Type.String(),
  /** Null for built-in roles: their permissions are part of the program. */
  own: nullable(Type.Object({ id: Type.Integer(), tenantId: Type.Integer(), name: Type.String() })),
  permissions: Type.Array(words(PERMISSIONS)),
  /** How many people hold it, as far as the caller may see them. */
  holders: Type.Integer(),
});
export type Role = Static<typeof Role>;

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Permissions = Type.Array(words(PERMISSIONS), { minItems: 1, uniqueItems: true });
const RoleParams = Type.Object({ roleId: Id });

export const listRoles = route({
  method: 'GET',
  path: '/roles',
  area: 'people',
  access: needs('people.read', 'somewhere'),
  summary: 'Roles that can be granted: the built-in ones, and own ones of the nodes above and below',
  response: Type.Object({ items: Type.Array(Role) }),
});

export const addRole = route({
  method: 'POST',
  path: '/roles',
  area: 'people',
  access: needs('people.write', 'somewhere'),
  summary:
    'Add an own role, of permissions that the caller has at its node; it can be granted there and below',
  body: Type.Object({ tenantId: Id, name: Name, permissions: Permissions }),
  response: Role,
  status: 201,
});

export const changeRole = route({
  method: 'PATCH',
  path: '/roles/{roleId}',
  area: 'people',
  access: needs('people.write', 'role'),
  summary: 'Change an own role for everybody who holds it; what is left out stays',
  params: RoleParams,
  body: Type.Partial(Type.Object({ name: Name, permissions: Permissions }), { additionalProperties: false }),
  response: Role,
});

export const removeRole = route({
  method: 'DELETE',
  path: '/roles/{roleId}',
  area: 'people',
  access: needs('people.write', 'role'),
  summary: 'Remove an own role that nobody holds',
  params: RoleParams,
  response: Done,
});
