import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Done, nullable, PowerW, Time, WholeWh, words } from './schema.ts';

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

export const Station = Type.Object({
  id: Type.String(),
  name: Type.String(),
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
  missingProtocolAllowed: Type.Boolean(),
  maxPowerW: PowerW,
  /** Station's clock minus ours in seconds; null until measured. */
  clockOffsetSeconds: nullable(Type.Number()),
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

export const REFUSAL_REASONS = [
  'unknown-station',
  'wrong-path',
  'no-subprotocol',
  'other-subprotocol',
  'missing-password',
  'wrong-password',
  'too-many-attempts',
  'duplicate-connection',
  'too-many-connections',
  'reconnecting-too-often',
  'malformed-handshake',
  'not-ready',
] as const;

/** Somebody at the door: a connection attempt that was refused, with its reason. */
export const Knock = Type.Object({
  /** Key for adopting or forgetting it. */
  key: Type.String(),
  stationId: nullable(Type.String()),
  /** Whether a station with this identity has been adopted already. */
  adopted: Type.Boolean(),
  path: Type.String(),
  address: Type.String(),
  reason: words(REFUSAL_REASONS),
  protocols: Type.Array(Type.String()),
  sentPassword: Type.Boolean(),
  firstAt: Time,
  lastAt: Time,
  count: Type.Integer(),
  adoptable: Type.Boolean(),
});
export type Knock = Static<typeof Knock>;

export const Order = Type.Union([
  Type.Object({
    kind: Type.Literal('remote-start'),
    connectorId: Type.Integer({ minimum: 1, maximum: 64 }),
    cardId: Type.Optional(Type.Integer()),
  }),
  Type.Object({ kind: Type.Literal('remote-stop'), sessionId: Type.Integer() }),
  Type.Object({ kind: Type.Literal('unlock'), connectorId: Type.Integer({ minimum: 1, maximum: 64 }) }),
  Type.Object({ kind: Type.Literal('reset'), type: Type.Enum(['Soft', 'Hard'] as const) }),
  Type.Object({
    kind: Type.Literal('set-availability'),
    connectorId: Type.Integer({ minimum: 0, maximum: 64 }),
    inService: Type.Boolean(),
  }),
]);
export type Order = Static<typeof Order>;

export const COMMAND_STATES = [
  'queued',
  'sent',
  'accepted',
  'in-effect',
  'rejected',
  'no-answer',
  'not-seen',
  'failed',
  'cancelled',
  'expired',
] as const;

export const Command = Type.Object({
  id: Type.Integer(),
  stationId: Type.String(),
  kind: Type.Enum(['remote-start', 'remote-stop', 'unlock', 'reset', 'set-availability'] as const),
  connectorId: nullable(Type.Integer()),
  sessionId: nullable(Type.Integer()),
  resetType: nullable(Type.Enum(['Soft', 'Hard'] as const)),
  inService: nullable(Type.Boolean()),
  orderedBy: Type.String(),
  state: words(COMMAND_STATES),
  /** The station's own word for its answer, or what went wrong. */
  answer: nullable(Type.String()),
  queuedAt: Time,
  sentAt: nullable(Time),
  acceptedAt: nullable(Time),
  endedAt: nullable(Time),
  /** Until when we keep watching for its effect, or for the station to come back. */
  watchedUntil: nullable(Time),
});
export type Command = Static<typeof Command>;

const StationParams = Type.Object({ stationId: Type.String({ minLength: 1, maxLength: 255 }) });
const StationName = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });
/** 16 to 20 bytes for the AuthorizationKey, printable so that it can be typed into a station. */
const StationPassword = Type.String({ minLength: 8, maxLength: 40, pattern: '^[\\x21-\\x7e]+$' });

export const listStations = route({
  method: 'GET',
  path: '/stations',
  area: 'stations',
  access: 'owner',
  summary: 'All stations with the state of every connector',
  query: Type.Object({ retired: Type.Optional(Type.Boolean()) }),
  response: Type.Object({ items: Type.Array(Station) }),
});

export const getStation = route({
  method: 'GET',
  path: '/stations/{stationId}',
  area: 'stations',
  access: 'owner',
  summary: 'One station',
  params: StationParams,
  response: Station,
});

export const adoptStation = route({
  method: 'POST',
  path: '/stations',
  area: 'stations',
  access: 'owner',
  summary: 'Adopt a station, knocking or not yet seen',
  body: Type.Object({
    id: Type.String({ minLength: 1, maxLength: 255, pattern: '^[^/?#\\x00-\\x1f]+$' }),
    name: Type.Optional(StationName),
    maxPowerW: Type.Optional(Type.Number({ minimum: 100, maximum: 2_000_000 })),
    /** Asked of the station from now on. Left out: the password it knocked with, or none. */
    password: Type.Optional(StationPassword),
  }),
  response: Station,
  status: 201,
});

export const changeStation = route({
  method: 'PATCH',
  path: '/stations/{stationId}',
  area: 'stations',
  access: 'owner',
  summary: 'Change a station; what is left out stays',
  params: StationParams,
  body: Type.Partial(
    Type.Object({
      name: StationName,
      maxPowerW: Type.Number({ minimum: 100, maximum: 2_000_000 }),
      missingProtocolAllowed: Type.Boolean(),
    }),
    { additionalProperties: false },
  ),
  response: Station,
});

export const setStationPassword = route({
  method: 'POST',
  path: '/stations/{stationId}/password',
  area: 'stations',
  access: 'owner',
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
  access: 'owner',
  summary: 'Take a station out of use; its sessions stay. With `undo` it comes back',
  params: StationParams,
  body: Type.Object({ undo: Type.Optional(Type.Boolean()) }),
  response: Station,
});

export const listKnocks = route({
  method: 'GET',
  path: '/knocks',
  area: 'stations',
  access: 'owner',
  summary: 'Connection attempts that were refused, newest first, each with its reason',
  response: Type.Object({ items: Type.Array(Knock) }),
});

export const forgetKnock = route({
  method: 'DELETE',
  path: '/knocks/{key}',
  area: 'stations',
  access: 'owner',
  summary: 'Drop an attempt from the list until it comes again',
  params: Type.Object({ key: Type.String({ minLength: 1, maxLength: 400 }) }),
  response: Done,
});

export const orderCommand = route({
  method: 'POST',
  path: '/stations/{stationId}/commands',
  area: 'stations',
  access: 'owner',
  summary: 'Ask a station to do something; follow the command to see whether it did',
  params: StationParams,
  body: Order,
  response: Command,
  status: 202,
});

export const listCommands = route({
  method: 'GET',
  path: '/commands',
  area: 'stations',
  access: 'owner',
  summary: 'Latest commands, newest first',
  query: Type.Object({
    stationId: Type.Optional(Type.String({ maxLength: 255 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: Type.Object({ items: Type.Array(Command) }),
});

export const cancelCommand = route({
  method: 'POST',
  path: '/commands/{commandId}/cancel',
  area: 'stations',
  access: 'owner',
  summary: 'Cancel a command that still waits for its station',
  params: Type.Object({ commandId: Type.Integer() }),
  response: Command,
});
