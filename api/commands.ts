import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Id, nullable, Time, words } from './schema.ts';
import { OrderAnyway, Profile, SERVICE_ORDERS } from './service-orders.ts';
import { StationParams } from './stations.ts';

export const Order = Type.Union([
  Type.Object({
    kind: Type.Literal('remote-start'),
    connectorId: Type.Integer({ minimum: 1, maximum: 64 }),
    cardId: Type.Optional(Id),
    /** A TxProfile for the session that begins. */
    profile: Type.Optional(Profile),
    anyway: OrderAnyway,
  }),
  Type.Object({ kind: Type.Literal('remote-stop'), sessionId: Id }),
  Type.Object({ kind: Type.Literal('unlock'), connectorId: Type.Integer({ minimum: 1, maximum: 64 }) }),
  Type.Object({ kind: Type.Literal('reset'), type: Type.Enum(['Soft', 'Hard'] as const) }),
  Type.Object({
    kind: Type.Literal('set-availability'),
    connectorId: Type.Integer({ minimum: 0, maximum: 64 }),
    inService: Type.Boolean(),
  }),
  ...SERVICE_ORDERS,
]);
export type Order = Static<typeof Order>;

export const COMMAND_ORDERS = [
  'remote-start',
  'remote-stop',
  'unlock',
  'reset',
  'set-availability',
  'clear-cache',
  'trigger',
  'data-transfer',
  'send-local-list',
  'reserve',
  'cancel-reservation',
  'set-charging-profile',
  'clear-charging-profile',
  'get-diagnostics',
  'get-log',
  'update-firmware',
  'signed-update-firmware',
] as const;

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
  kind: words(COMMAND_ORDERS),
  connectorId: nullable(Type.Integer()),
  sessionId: nullable(Type.Integer()),
  resetType: nullable(Type.Enum(['Soft', 'Hard'] as const)),
  inService: nullable(Type.Boolean()),
  /** What it is about in a word of OCPP’s or an address: the message asked for, the purpose of a profile, a location. */
  subject: nullable(Type.String()),
  /** How far the station has come with it, in its own word: `Downloading`. */
  progress: nullable(Type.String()),
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

export const orderCommand = route({
  method: 'POST',
  path: '/stations/{stationId}/commands',
  area: 'stations',
  access: needs('stations.operate', 'station'),
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
  access: needs('stations.read', 'somewhere'),
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
  access: needs('stations.operate', 'command'),
  summary: 'Cancel a command that still waits for its station',
  params: Type.Object({ commandId: Id }),
  response: Command,
});
