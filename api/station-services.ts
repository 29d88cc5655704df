import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Done, Id, nullable, Time, words } from './schema.ts';
import { PROFILE_PURPOSES, PROFILE_TIMINGS } from './service-orders.ts';
import { StationParams } from './stations.ts';

export const RESERVATION_STATES = ['held', 'used', 'expired', 'cancelled'] as const;

export const Reservation = Type.Object({
  id: Type.Integer(),
  /** 0 keeps any one connector of the station. */
  connectorId: Type.Integer(),
  cardUid: Type.String(),
  holder: nullable(Type.String()),
  group: nullable(Type.String()),
  madeBy: Type.String(),
  madeAt: Time,
  expiresAt: Time,
  state: words(RESERVATION_STATES),
  endedAt: nullable(Time),
  sessionId: nullable(Type.Integer()),
});
export type Reservation = Static<typeof Reservation>;

export const listReservations = route({
  method: 'GET',
  path: '/stations/{stationId}/reservations',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'Latest reservations of a station, newest first',
  params: StationParams,
  response: Type.Object({ items: Type.Array(Reservation) }),
});

const Periods = Type.Array(
  Type.Object({
    startSeconds: Type.Integer(),
    limit: Type.Number(),
    phases: nullable(Type.Integer()),
  }),
);

/** A profile that the station has taken from us. */
export const InstalledProfile = Type.Object({
  profileId: Type.Integer(),
  connectorId: Type.Integer(),
  purpose: words(PROFILE_PURPOSES),
  stackLevel: Type.Integer(),
  timing: words(PROFILE_TIMINGS),
  every: nullable(words(['Daily', 'Weekly'] as const)),
  startsAt: nullable(Time),
  validFrom: nullable(Time),
  validTo: nullable(Time),
  unit: words(['A', 'W'] as const),
  durationSeconds: nullable(Type.Integer()),
  minRate: nullable(Type.Number()),
  periods: Periods,
  setAt: Time,
  setBy: Type.String(),
});
export type InstalledProfile = Static<typeof InstalledProfile>;

export const Limits = Type.Object({
  profiles: Type.Array(InstalledProfile),
  /** What the station says it can do; null where it has not said. */
  maxStackLevel: nullable(Type.Integer()),
  maxPeriods: nullable(Type.Integer()),
  maxProfiles: nullable(Type.Integer()),
  units: nullable(Type.Array(words(['A', 'W'] as const))),
  readAt: nullable(Time),
});
export type Limits = Static<typeof Limits>;

export const getLimits = route({
  method: 'GET',
  path: '/stations/{stationId}/charging-profiles',
  area: 'stations',
  access: needs('stations.read', 'station'),
  module: 'energy',
  summary: 'Charging profiles that we have set at a station, and what it can do with them',
  params: StationParams,
  response: Limits,
});

export const readProfileAbilities = route({
  method: 'POST',
  path: '/stations/{stationId}/charging-profiles/abilities',
  area: 'stations',
  access: needs('stations.operate', 'station'),
  module: 'energy',
  summary: 'Ask a station what it can do with charging profiles',
  params: StationParams,
  body: Type.Object({}),
  response: Limits,
});

export const CompositeSchedule = Type.Object({
  /** `Accepted`, or the station’s own word for its no. */
  answer: Type.String(),
  connectorId: Type.Integer(),
  startsAt: nullable(Time),
  durationSeconds: nullable(Type.Integer()),
  unit: nullable(words(['A', 'W'] as const)),
  periods: Periods,
});
export type CompositeSchedule = Static<typeof CompositeSchedule>;

export const getCompositeSchedule = route({
  method: 'POST',
  path: '/stations/{stationId}/composite-schedule',
  area: 'stations',
  access: needs('stations.operate', 'station'),
  module: 'energy',
  summary: 'Ask a station what it will allow over the next hours, all profiles together',
  params: StationParams,
  body: Type.Object({
    connectorId: Type.Integer({ minimum: 0, maximum: 64 }),
    durationSeconds: Type.Integer({ minimum: 1, maximum: 604_800 }),
    unit: Type.Optional(words(['A', 'W'] as const)),
  }),
  response: CompositeSchedule,
});

export const LIST_STATES = ['never-sent', 'acknowledged', 'lost', 'not-supported', 'failed'] as const;

export const LocalList = Type.Object({
  kept: Type.Boolean(),
  state: words(LIST_STATES),
  /** The station’s own word when it failed. */
  answer: nullable(Type.String()),
  version: nullable(Type.Integer()),
  acknowledgedAt: nullable(Time),
  capacity: nullable(Type.Integer()),
  perMessage: nullable(Type.Integer()),
  /** What the station knows. */
  entries: Type.Array(
    Type.Object({
      uid: Type.String(),
      holder: nullable(Type.String()),
      status: words(['Accepted', 'Blocked', 'Expired'] as const),
      expiresAt: nullable(Time),
      group: nullable(Type.String()),
    }),
  ),
  /** Cards that may charge and are not on it. */
  leftOut: Type.Array(Type.Object({ uid: Type.String(), holder: nullable(Type.String()) })),
  /** How many entries it would have if it were sent now. */
  wanted: Type.Integer(),
  /** Whether that is something else than what the station knows. */
  outdated: Type.Boolean(),
});
export type LocalList = Static<typeof LocalList>;

export const getLocalList = route({
  method: 'GET',
  path: '/stations/{stationId}/local-list',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'The cards that a station knows by itself',
  params: StationParams,
  response: LocalList,
});

export const keepLocalList = route({
  method: 'PATCH',
  path: '/stations/{stationId}/local-list',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Keep the cards on a station up to date, or stop doing so',
  params: StationParams,
  body: Type.Object({ kept: Type.Boolean() }),
  response: LocalList,
});

export const readLocalListVersion = route({
  method: 'POST',
  path: '/stations/{stationId}/local-list/version',
  area: 'stations',
  access: needs('stations.operate', 'station'),
  summary: 'Ask a station for the version of its list: -1 where it has none, 0 where it is empty',
  params: StationParams,
  body: Type.Object({}),
  response: Type.Object({ version: Type.Integer() }),
});

export const UPLOAD_STATES = ['awaited', 'received', 'missed', 'removed'] as const;

export const Upload = Type.Object({
  id: Type.Integer(),
  stationId: Type.String(),
  of: words(['diagnostics', 'diagnostics-log', 'security-log'] as const),
  askedBy: Type.String(),
  askedAt: Time,
  state: words(UPLOAD_STATES),
  endedAt: nullable(Time),
  fileName: nullable(Type.String()),
  bytes: nullable(Type.Integer()),
});
export type Upload = Static<typeof Upload>;

export const listUploads = route({
  method: 'GET',
  path: '/stations/{stationId}/uploads',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'Files that a station was asked for, newest first',
  params: StationParams,
  response: Type.Object({ items: Type.Array(Upload) }),
});

const UploadParams = Type.Object({ uploadId: Id });

export const getUploadFile = route({
  method: 'GET',
  path: '/uploads/{uploadId}/file',
  area: 'stations',
  access: needs('stations.manage', 'upload'),
  summary: 'A file that a station has sent',
  params: UploadParams,
  response: Type.Unsafe<string>(Type.String({ format: 'binary' })),
  alsoProduces: ['application/octet-stream'],
});

export const removeUpload = route({
  method: 'DELETE',
  path: '/uploads/{uploadId}',
  area: 'stations',
  access: needs('stations.manage', 'upload'),
  summary: 'Remove a file that a station has sent',
  params: UploadParams,
  response: Done,
});
