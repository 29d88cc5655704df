import { type Static, Type } from 'typebox';
import { REFUSAL_REASONS } from './knocks.ts';
import { needs, route } from './route.ts';
import { Id, nullable, Time, words } from './schema.ts';

/** How a visit at a port for stations ended: let in, turned away, or lost on the way. */
export const DOOR_OUTCOMES = [
  'admitted',
  'fetched-file',
  'said-nothing',
  'gave-up',
  'tls-at-plain-port',
  'plain-at-tls-port',
  'tls-too-old',
  'certificate-not-trusted',
  'tls-failed',
  'no-upgrade',
  'no-http',
  'path-without-id',
  'path-id-twice',
  'oversized-frame',
  ...REFUSAL_REASONS,
] as const;
export type DoorOutcome = (typeof DOOR_OUTCOMES)[number];

/** One TCP connection at a port for stations, from its first byte on. */
export const DoorVisit = Type.Object({
  /** Counts up; the newest visit has the largest. */
  id: Type.Integer(),
  openedAt: Time,
  endedAt: Time,
  address: Type.String(),
  transport: Type.Enum(['ws', 'wss'] as const),
  outcome: words(DOOR_OUTCOMES),
  /** Null when it did not get as far as to name one. */
  stationId: nullable(Type.String()),
  /** Null unless a station of this identity has been adopted. */
  stationName: nullable(Type.String()),
  path: nullable(Type.String()),
  protocols: Type.Array(Type.String()),
});
export type DoorVisit = Static<typeof DoorVisit>;

export const listDoor = route({
  method: 'GET',
  path: '/door',
  area: 'stations',
  access: needs('stations.manage', 'root'),
  summary: 'Everybody who came to a port for stations since the program started, newest first',
  query: Type.Object({
    /** Only visits older than this one. */
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000 })),
  }),
  response: Type.Object({
    items: Type.Array(DoorVisit),
    /** How many came since the program started, also those that are forgotten. */
    total: Type.Integer(),
  }),
});
