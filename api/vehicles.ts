import { type Static, Type } from 'typebox';
import {
  AccessListQuery,
  Assignment,
  CardRef,
  DriverRef,
  GroupRef,
  OnNode,
  UseFields,
} from './access-lists.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, PowerW, page, Time, words } from './schema.ts';

export const VEHICLE_STATES = ['valid', 'blocked', 'removed'] as const;
export const VehicleState = words(VEHICLE_STATES);

export const OdometerReading = Type.Object({ km: Type.Integer(), at: Time, by: Type.String() });
export type OdometerReading = Static<typeof OdometerReading>;

const Phases = Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]);

export const Vehicle = Type.Object({
  id: Type.Integer(),
  ...OnNode,
  plate: Type.String(),
  label: Type.String(),
  make: Type.String(),
  model: Type.String(),
  batteryWh: nullable(Type.Integer()),
  /** The most it takes at an AC station. */
  acPowerW: nullable(PowerW),
  phases: nullable(Phases),
  /** By which a station recognises the car itself (Autocharge). */
  vid: nullable(Type.String()),
  groups: Type.Array(GroupRef),
  blockedAt: nullable(Time),
  note: Type.String(),
  addedAt: Time,
  state: VehicleState,
  lastOdometer: nullable(OdometerReading),
  /** Assigned now. */
  drivers: Type.Array(DriverRef),
  cards: Type.Array(CardRef),
  ...UseFields,
});
export type Vehicle = Static<typeof Vehicle>;

export const VehicleDetail = Type.Object({
  ...Vehicle.properties,
  /** Newest first. */
  odometer: Type.Array(OdometerReading),
  /** Also those that have ended or are yet to come. */
  assignments: Type.Array(Assignment),
});
export type VehicleDetail = Static<typeof VehicleDetail>;

const Text = Type.String({ maxLength: 100 });
const VehicleFields = {
  plate: Type.String({ maxLength: 20 }),
  label: Text,
  make: Text,
  model: Text,
  batteryWh: nullable(Type.Integer({ minimum: 1, maximum: 2_000_000 })),
  acPowerW: nullable(Type.Number({ minimum: 1, maximum: 50_000 })),
  phases: nullable(Phases),
  vid: nullable(Type.String({ minLength: 1, maxLength: 36, pattern: '\\S' })),
  groupIds: Type.Array(Id, { maxItems: 100 }),
  note: Type.String({ maxLength: 4000 }),
  /** The node on which the vehicle hangs; the root, or the caller's only one, when left out. */
  tenantId: Id,
};
const VehicleParams = Type.Object({ vehicleId: Id });

export const listVehicles = route({
  method: 'GET',
  path: '/vehicles',
  area: 'access',
  access: needs('access.read', 'somewhere'),
  summary: 'Vehicles by plate, page by page',
  query: Type.Object({ ...AccessListQuery, state: Type.Optional(VehicleState) }),
  response: page(Vehicle),
});

export const getVehicle = route({
  method: 'GET',
  path: '/vehicles/{vehicleId}',
  area: 'access',
  access: needs('access.read', 'vehicle'),
  summary: 'One vehicle, with drivers, cards and odometer; also a removed one',
  params: VehicleParams,
  response: VehicleDetail,
});

export const addVehicle = route({
  method: 'POST',
  path: '/vehicles',
  area: 'access',
  access: needs('access.write', 'somewhere'),
  summary: 'Add a vehicle; a plate or a label it must have',
  body: Type.Partial(Type.Object(VehicleFields)),
  response: VehicleDetail,
  status: 201,
});

export const changeVehicle = route({
  method: 'PATCH',
  path: '/vehicles/{vehicleId}',
  area: 'access',
  access: needs('access.write', 'vehicle'),
  summary: 'Change, block or unblock a vehicle; what is left out stays',
  params: VehicleParams,
  body: Type.Partial(Type.Object({ ...VehicleFields, blocked: Type.Boolean() }), {
    additionalProperties: false,
  }),
  response: VehicleDetail,
});

export const readOdometer = route({
  method: 'POST',
  path: '/vehicles/{vehicleId}/odometer',
  area: 'access',
  access: needs('access.write', 'vehicle'),
  summary: 'Write down what the odometer says; now, unless `at` says when',
  params: VehicleParams,
  body: Type.Object({ km: Type.Integer({ minimum: 0, maximum: 9_999_999 }), at: Type.Optional(Time) }),
  response: VehicleDetail,
});

export const removeVehicle = route({
  method: 'DELETE',
  path: '/vehicles/{vehicleId}',
  area: 'access',
  access: needs('access.write', 'vehicle'),
  summary: 'Remove a vehicle; its sessions stay',
  params: VehicleParams,
  response: Done,
});

export const restoreVehicle = route({
  method: 'POST',
  path: '/vehicles/{vehicleId}/restore',
  area: 'access',
  access: needs('access.write', 'vehicle'),
  summary: 'Undo the removal of a vehicle',
  params: VehicleParams,
  response: VehicleDetail,
});
