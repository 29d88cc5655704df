import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Id, nullable, Time } from './schema.ts';

/** A role at a node; it reaches everything below. */
export const Grant = Type.Object({
  tenantId: Id,
  /** A built-in role such as `technician`, or `own-` and the number of an own one. */
  role: Type.String({ minLength: 1, maxLength: 30 }),
});
export type Grant = Static<typeof Grant>;

export const Person = Type.Object({
  id: Type.Integer(),
  tenantId: Type.Integer(),
  name: Type.String(),
  email: Type.String(),
  /** Those at nodes that the caller may see. */
  grants: Type.Array(Grant),
  /** Whether there are grants at other nodes, too; a change of `grants` leaves those alone. */
  grantsElsewhere: Type.Boolean(),
  /** Whose cards and sessions are the person's own; null as well where the caller may not see the driver. */
  driverId: nullable(Type.Integer()),
  secondFactor: Type.Boolean({
    description: 'Whether a code of the phone is asked for besides the password',
  }),
  /** Has not chosen an own password yet. */
  mustChangePassword: Type.Boolean(),
  lastSignedInAt: nullable(Time),
  createdAt: Time,
  disabledAt: nullable(Time),
});
export type Person = Static<typeof Person>;

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const Password = Type.String({ minLength: 10, maxLength: 200 });
const PersonFields = {
  name: Name,
  email: Type.String({ maxLength: 200, pattern: '^\\s*$|^\\s*[^\\s@]+@[^\\s@]+\\s*$' }),
  tenantId: Id,
  grants: Type.Array(Grant, { maxItems: 100 }),
  driverId: nullable(Id),
};
const PersonParams = Type.Object({ personId: Id });
/** Made by chance where none was given; told this once and never again. */
const startPassword = nullable(Type.String());

export const listPeople = route({
  method: 'GET',
  path: '/people',
  area: 'people',
  access: needs('people.read', 'somewhere'),
  summary: 'People who may sign in',
  response: Type.Object({ items: Type.Array(Person) }),
});

export const getPerson = route({
  method: 'GET',
  path: '/people/{personId}',
  area: 'people',
  access: needs('people.read', 'person'),
  summary: 'One person',
  params: PersonParams,
  response: Person,
});

export const addPerson = route({
  method: 'POST',
  path: '/people',
  area: 'people',
  access: needs('people.write', 'somewhere'),
  summary: 'Add a person, with roles that the caller could use at the same nodes',
  body: Type.Object({
    name: PersonFields.name,
    tenantId: PersonFields.tenantId,
    grants: PersonFields.grants,
    email: Type.Optional(PersonFields.email),
    driverId: Type.Optional(PersonFields.driverId),
    password: Type.Optional(Password),
  }),
  response: Type.Object({ person: Person, startPassword }),
  status: 201,
});

export const changePerson = route({
  method: 'PATCH',
  path: '/people/{personId}',
  area: 'people',
  access: needs('people.write', 'person'),
  summary: 'Change, disable or enable a person; what is left out stays',
  params: PersonParams,
  body: Type.Partial(Type.Object({ ...PersonFields, disabled: Type.Boolean() }), {
    additionalProperties: false,
  }),
  response: Person,
});

export const resetPassword = route({
  method: 'POST',
  path: '/people/{personId}/password',
  area: 'people',
  access: needs('people.write', 'person'),
  summary: 'Give a person a new password; every window of theirs is signed out',
  params: PersonParams,
  body: Type.Object({ password: Type.Optional(Password) }),
  response: Type.Object({ startPassword }),
});
