import { type Static, Type } from 'typebox';
import { OnNode } from './access-lists.ts';
import { needs, route } from './route.ts';
import { Done, Id, page, Time, words } from './schema.ts';

export const GROUP_OF = ['users', 'stations'] as const;

export const Group = Type.Object({
  id: Type.Integer(),
  of: words(GROUP_OF),
  ...OnNode,
  name: Type.String(),
  addedAt: Time,
  /** Of those the reader may see. */
  memberCount: Type.Integer(),
  /** Rules that name it. */
  ruleCount: Type.Integer(),
});
export type Group = Static<typeof Group>;

export const MEMBER_KINDS = ['driver', 'vehicle', 'card', 'station'] as const;

/** Something that belongs to a group; the id of a station is its identity. */
const Member = { kind: words(MEMBER_KINDS), id: Type.String({ minLength: 1, maxLength: 255 }) };
export const GroupMember = Type.Object({ ...Member, name: Type.String(), ...OnNode });
export type GroupMember = Static<typeof GroupMember>;

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const GroupParams = Type.Object({ groupId: Id });
const MOST_MEMBERS = 5_000;

export const listGroups = route({
  method: 'GET',
  path: '/groups',
  area: 'access',
  access: needs('access.read', 'somewhere'),
  summary: 'All groups, by name',
  query: Type.Object({ of: Type.Optional(words(GROUP_OF)), tenantId: Type.Optional(Id) }),
  response: Type.Object({ items: Type.Array(Group) }),
});

export const addGroup = route({
  method: 'POST',
  path: '/groups',
  area: 'access',
  access: needs('access.write', 'somewhere'),
  summary: 'Add a group of users or of stations',
  body: Type.Object({ of: words(GROUP_OF), name: Name, tenantId: Type.Optional(Id) }),
  response: Group,
  status: 201,
});

export const changeGroup = route({
  method: 'PATCH',
  path: '/groups/{groupId}',
  area: 'access',
  access: needs('access.write', 'group'),
  summary: 'Rename a group',
  params: GroupParams,
  body: Type.Object({ name: Name }, { additionalProperties: false }),
  response: Group,
});

export const removeGroup = route({
  method: 'DELETE',
  path: '/groups/{groupId}',
  area: 'access',
  access: needs('access.write', 'group'),
  summary: 'Remove a group that no rule names; its members stay what they are',
  params: GroupParams,
  response: Done,
});

export const restoreGroup = route({
  method: 'POST',
  path: '/groups/{groupId}/restore',
  area: 'access',
  access: needs('access.write', 'group'),
  summary: 'Undo the removal of a group; its members are what they were',
  params: GroupParams,
  response: Group,
});

export const listMembers = route({
  method: 'GET',
  path: '/groups/{groupId}/members',
  area: 'access',
  access: needs('access.read', 'group'),
  summary: 'What belongs to a group, by name, page by page',
  params: GroupParams,
  query: Type.Object({
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: page(GroupMember),
});

export const changeMembers = route({
  method: 'POST',
  path: '/groups/{groupId}/members',
  area: 'access',
  access: needs('access.write', 'group'),
  summary: 'Take many into a group or out of it at once: all of them, or none',
  params: GroupParams,
  body: Type.Object({
    add: Type.Optional(Type.Array(Type.Object(Member), { maxItems: MOST_MEMBERS })),
    remove: Type.Optional(Type.Array(Type.Object(Member), { maxItems: MOST_MEMBERS })),
  }),
  response: Group,
});
