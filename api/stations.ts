import { type Static, Type } from 'typebox';
import { PowerClass, StationInventory } from './inventory.ts';
import { needs, route } from './route.ts';
import { Id, nullable, PowerW, Time, WholeWh, words } from './schema.ts';

/** The one state of a connector that every list, plan, notice and report shows. */
export const MARKS = [
  'free',
  'wait-card',
  'wait-plug',
  'charging',
  'paused-car',
  'paused-site',
  'done',
  'reserved',
  'closed',
  'self-unavailable',
  'fault',
  'offline',
  'unknown',
] as const;
export const Mark = words(MARKS);
export type Mark = (typeof MARKS)[number];

/** What overview and filters count: every mark belongs to one group. */
export const MARK_GROUPS = ['free', 'charging', 'occupied', 'fault', 'offline', 'closed'] as const;
export type MarkGroup = (typeof MARK_GROUPS)[number];
export const GROUP_OF_MARK: Readonly<Record<Mark, MarkGroup>> = {
  free: 'free',
  'wait-card': 'occupied',
  'wait-plug': 'occupied',
  charging: 'charging',
  // No power flows, but the session does: the next car cannot have the place, and this one is not done.
  'paused-car': 'charging',
  'paused-site': 'charging',
  done: 'occupied',
  reserved: 'occupied',
  closed: 'closed',
  'self-unavailable': 'closed',
  fault: 'fault',
  offline: 'offline',
  unknown: 'offline',
};

export const Connector = Type.Object({
  connectorId: Type.Integer({ minimum: 1 }),
  mark: Mark,
  /** The station's own word (ChargePointStatus), null until it has said one. */
  status: nullable(Type.String()),
  since: nullable(Time),
  errorCode: nullable(Type.String()),
  vendorErrorCode: nullable(Type.String()),
  info: nullable(Type.String()),
  closedBy: nullable(Type.Object({ who: Type.String(), at: Time })),
  session: nullable(
    Type.Object({
      id: Type.Integer(),
      startedAt: Time,
      holder: nullable(Type.String()),
      cardUid: Type.String(),
      energyWh: nullable(WholeWh),
      powerW: nullable(PowerW),
      stateOfCharge: nullable(Type.Number()),
    }),
  ),
  /** A card that was accepted here and now waits for the plug. */
  acceptedCard: nullable(Type.Object({ holder: nullable(Type.String()), cardUid: Type.String(), at: Time })),
});
export type Connector = Static<typeof Connector>;

/** What a station is told when it boots: it may work, is being set up, or is turned away. */
export const REGISTRATIONS = ['accepted', 'pending', 'rejected'] as const;
const Registration = words(REGISTRATIONS);

/** What the law on measuring (Eichrecht) asks of a station. */
const MeteringFlags = Type.Object({
  /** Energy is sold by what its meters have signed, and by nothing else. */
  eichrecht: Type.Boolean(),
  /** Its type examination certificate lets its clock be used for prices. */
  timeTariffsAllowed: Type.Boolean(),
});

export const Station = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** The node of the tenant tree on which it hangs. */
  tenantId: Type.Integer(),
  /** Groups of stations that rules and prices treat alike. */
  groupIds: Type.Array(Type.Integer()),
  powerClass: PowerClass,
  /** Whether a person has set the class; else its power makes it likely. */
  powerClassSet: Type.Boolean(),
  inventory: StationInventory,
  adoptedAt: Time,
  retiredAt: nullable(Time),
  online: Type.Boolean(),
  onlineSince: nullable(Time),
  offlineSince: nullable(Time),
  address: nullable(Type.String()),
  vendor: nullable(Type.String()),
  model: nullable(Type.String()),
  serialNumber: nullable(Type.String()),
  firmware: nullable(Type.String()),
  lastBootAt: nullable(Time),
  lastSeenAt: nullable(Time),
  /** `open` stations prove nothing about who they are. */
  protection: Type.Enum(['open', 'password'] as const),
  registration: Registration,
  missingProtocolAllowed: Type.Boolean(),
  metering: MeteringFlags,
  /** Connectors whose meter shows another key than the pinned one: their sessions wait. */
  keyAlarms: Type.Array(Type.Integer()),
  maxPowerW: PowerW,
  /** Station's clock minus ours in seconds; null until measured. */
  clockOffsetSeconds: nullable(Type.Number()),
  /** What can be asked of it at all; what its make is known not to do is not offered. */
  abilities: Type.Object({
    unlock: Type.Boolean(),
    changeAvailability: Type.Boolean(),
    remoteStop: Type.Boolean(),
  }),
  /** It restarts again and again: until then nothing is sent to it. */
  heldUntil: nullable(Time),
  deviations: Type.Array(Type.Object({ kind: Type.String(), count: Type.Integer() })),
  /** What the station as a whole says of itself (connector 0), when it is not simply available. */
  own: nullable(
    Type.Object({ mark: Mark, errorCode: Type.String(), info: nullable(Type.String()), since: Time }),
  ),
  connectors: Type.Array(Connector),
  powerW: PowerW,
  todayWh: WholeWh,
});
export type Station = Static<typeof Station>;

export const StationParams = Type.Object({ stationId: Type.String({ minLength: 1, maxLength: 255 }) });
const StationName = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
/** Printable so that it can be typed in. OCPP 1.6 wants 16 to 20 bytes; stations take fewer, or 40 as hexadecimal. */
const StationPassword = Type.String({ minLength: 8, maxLength: 40, pattern: '^[\\x21-\\x7e]+$' });

const Hung = {
  /** Needs `stations.manage` where it hangs and where it is to hang. */
  tenantId: Id,
  groupIds: Type.Array(Id, { maxItems: 100, uniqueItems: true }),
  /** Null: what its power makes likely. */
  powerClass: nullable(PowerClass),
  inventory: StationInventory,
};

export const listStations = route({
  method: 'GET',
  path: '/stations',
  area: 'stations',
  access: needs('stations.read', 'somewhere'),
  summary: 'All stations with the state of every connector',
  query: Type.Object({ retired: Type.Optional(Type.Boolean()) }),
  response: Type.Object({ items: Type.Array(Station) }),
});

export const getStation = route({
  method: 'GET',
  path: '/stations/{stationId}',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'One station',
  params: StationParams,
  response: Station,
});

/** Later versions of OCPP end an identity here; a longer one is somebody who tries doors. */
export const LONGEST_IDENTITY = 48;

export const adoptStation = route({
  method: 'POST',
  path: '/stations',
  area: 'stations',
  access: needs('stations.manage', 'somewhere'),
  summary: 'Adopt a station, knocking or not yet seen',
  body: Type.Object({
    id: Type.String({ minLength: 1, maxLength: LONGEST_IDENTITY, pattern: '^[^\\x00-\\x1f\\x7f]+$' }),
    name: Type.Optional(StationName),
    maxPowerW: Type.Optional(Type.Number({ minimum: 100, maximum: 2_000_000 })),
    /** Asked of the station from now on. Left out: the password it knocked with, or none. */
    password: Type.Optional(StationPassword),
    /** Left out: it may work at once. */
    registration: Type.Optional(Registration),
    tenantId: Type.Optional(Hung.tenantId),
    groupIds: Type.Optional(Hung.groupIds),
    powerClass: Type.Optional(Hung.powerClass),
    inventory: Type.Optional(Hung.inventory),
  }),
  response: Station,
  status: 201,
});

export const changeStation = route({
  method: 'PATCH',
  path: '/stations/{stationId}',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Change a station; what is left out stays',
  params: StationParams,
  body: Type.Partial(
    Type.Object({
      name: StationName,
      maxPowerW: Type.Number({ minimum: 100, maximum: 2_000_000 }),
      missingProtocolAllowed: Type.Boolean(),
      registration: Registration,
      metering: MeteringFlags,
      ...Hung,
    }),
    { additionalProperties: false },
  ),
  response: Station,
});

export const setStationPassword = route({
  method: 'POST',
  path: '/stations/{stationId}/password',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary:
    'Ask for a password from now on: the given one, or a new one that is shown once; null asks for none',
  params: StationParams,
  body: Type.Object({ password: Type.Optional(nullable(StationPassword)) }),
  response: Type.Object({ password: nullable(Type.String()) }),
});

export const retireStation = route({
  method: 'POST',
  path: '/stations/{stationId}/retire',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Take a station out of use; its sessions stay. With `undo` it comes back',
  params: StationParams,
  body: Type.Object({ undo: Type.Optional(Type.Boolean()) }),
  response: Station,
});
