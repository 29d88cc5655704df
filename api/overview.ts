import { type Static, Type } from 'typebox';
import { LogEntry } from './logbook.ts';
import { needs, route } from './route.ts';
import { nullable, PowerW, Time, WholeWh } from './schema.ts';

/** Something a person should look at, worst first. */
export const Attention = Type.Object({
  kind: Type.Enum([
    'logbook',
    'fault',
    'blocking',
    'offline',
    'meter-key',
    'needs-decision',
    'price-held',
    'stray',
    'knock',
    'clock',
    'address',
  ] as const),
  stationId: nullable(Type.String()),
  stationName: nullable(Type.String()),
  connectorId: nullable(Type.Integer()),
  sessionId: nullable(Type.Integer()),
  since: Time,
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type Attention = Static<typeof Attention>;

export const Overview = Type.Object({
  /** Connectors by what they do now. */
  counts: Type.Object({
    free: Type.Integer(),
    charging: Type.Integer(),
    occupied: Type.Integer(),
    fault: Type.Integer(),
    offline: Type.Integer(),
    closed: Type.Integer(),
  }),
  stations: Type.Object({ online: Type.Integer(), total: Type.Integer() }),
  powerW: PowerW,
  today: Type.Object({ sessions: Type.Integer(), energyWh: WholeWh }),
  /** The same weekday last week, up to the same time of day. */
  lastWeek: Type.Object({ sessions: Type.Integer(), energyWh: WholeWh }),
  /** Power of the whole site over the last hours, one point per five minutes. */
  load: Type.Array(Type.Object({ at: Time, powerW: PowerW })),
  attention: Type.Array(Attention),
  log: Type.Array(LogEntry),
});
export type Overview = Static<typeof Overview>;

export const getOverview = route({
  method: 'GET',
  path: '/overview',
  area: 'site',
  access: needs('stations.read', 'somewhere'),
  summary: 'Is everything all right?',
  response: Overview,
});
