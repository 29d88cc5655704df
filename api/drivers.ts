import { type Static, Type } from 'typebox';
import {
  AccessListQuery,
  Assignment,
  CardRef,
  GroupRef,
  HolderState,
  OnNode,
  UseFields,
  VehicleRef,
} from './access-lists.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, page, Time } from './schema.ts';

export const Driver = Type.Object({
  id: Type.Integer(),
  ...OnNode,
  name: Type.String(),
  email: Type.String(),
  phone: Type.String(),
  costCentre: Type.String(),
  contract: Type.String(),
  groups: Type.Array(GroupRef),
  validFrom: nullable(Time),
  expiresAt: nullable(Time),
  blockedAt: nullable(Time),
  note: Type.String(),
  addedAt: Time,
  state: HolderState,
  /** Assigned now. */
  cards: Type.Array(CardRef),
  vehicles: Type.Array(VehicleRef),
  ...UseFields,
});
export type Driver = Static<typeof Driver>;

export const DriverDetail = Type.Object({
  ...Driver.properties,
  /** Also those that have ended or are yet to come. */
  assignments: Type.Array(Assignment),
});
export type DriverDetail = Static<typeof DriverDetail>;

const Text = Type.String({ maxLength: 200 });
const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
const DriverFields = {
  email: Text,
  phone: Text,
  costCentre: Text,
  contract: Text,
  groupIds: Type.Array(Id, { maxItems: 100 }),
  validFrom: nullable(Time),
  expiresAt: nullable(Time),
  note: Type.String({ maxLength: 4000 }),
  /** The node on which the driver hangs; the root, or the caller's only one, when left out. */
  tenantId: Id,
};
const DriverParams = Type.Object({ driverId: Id });

export const listDrivers = route({
  method: 'GET',
  path: '/drivers',
  area: 'access',
  access: needs('access.read', 'somewhere'),
  summary: 'Drivers by name, page by page',
  query: Type.Object({ ...AccessListQuery, state: Type.Optional(HolderState) }),
  response: page(Driver),
});

export const getDriver = route({
  method: 'GET',
  path: '/drivers/{driverId}',
  area: 'access',
  access: needs('access.read', 'driver'),
  summary: 'One driver, with cards and vehicles and for how long they are assigned; also a removed one',
  params: DriverParams,
  response: DriverDetail,
});

export const addDriver = route({
  method: 'POST',
  path: '/drivers',
  area: 'access',
  access: needs('access.write', 'somewhere'),
  summary: 'Add a driver',
  body: Type.Object({ name: Name, ...Type.Partial(Type.Object(DriverFields)).properties }),
  response: DriverDetail,
  status: 201,
});

export const changeDriver = route({
  method: 'PATCH',
  path: '/drivers/{driverId}',
  area: 'access',
  access: needs('access.write', 'driver'),
  summary: 'Change, block or unblock a driver; what is left out stays',
  params: DriverParams,
  body: Type.Partial(Type.Object({ name: Name, ...DriverFields, blocked: Type.Boolean() }), {
    additionalProperties: false,
  }),
  response: DriverDetail,
});

export const removeDriver = route({
  method: 'DELETE',
  path: '/drivers/{driverId}',
  area: 'access',
  access: needs('access.write', 'driver'),
  summary: 'Remove a driver; sessions stay, and cards that were the driver’s alone no longer charge',
  params: DriverParams,
  response: Done,
});

export const restoreDriver = route({
  method: 'POST',
  path: '/drivers/{driverId}/restore',
  area: 'access',
  access: needs('access.write', 'driver'),
  summary: 'Undo the removal of a driver',
  params: DriverParams,
  response: DriverDetail,
});
