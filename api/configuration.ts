import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable, Time, words } from './schema.ts';
import { StationParams } from './stations.ts';

export const KeyMeaning = Type.Object({
  profile: Type.String(),
  type: Type.Enum(['yes-no', 'number', 'list', 'text'] as const),
  unit: Type.String(),
  least: nullable(Type.Integer()),
  most: nullable(Type.Integer()),
});

export const ConfigurationEntry = Type.Object({
  key: Type.String(),
  /** Null where the station gave none, and for secrets. */
  value: nullable(Type.String()),
  secret: Type.Boolean(),
  readOnly: Type.Boolean(),
  readAt: Time,
  /** What the standard says of the key; null for a maker's own. */
  standard: nullable(KeyMeaning),
  /** Where it is set instead, as a slip here would lock the station out. */
  setElsewhere: Type.Boolean(),
});
export type ConfigurationEntry = Static<typeof ConfigurationEntry>;

export const Configuration = Type.Object({
  stationId: Type.String(),
  /** Null until it was read for the first time. */
  readAt: nullable(Time),
  firmware: nullable(Type.String()),
  /** False when the station broke off. */
  whole: Type.Boolean(),
  entries: Type.Array(ConfigurationEntry),
  /** Keys that were asked for and that the station does not know. */
  unknown: Type.Array(Type.String()),
  /** What is being asked of the station right now. */
  busy: nullable(Type.Enum(['reading', 'changing'] as const)),
  connected: Type.Boolean(),
  /** The template last applied and how many of its keys the station has otherwise by now. */
  template: nullable(Type.Object({ id: Type.Integer(), name: Type.String(), drift: Type.Integer() })),
});
export type Configuration = Static<typeof Configuration>;

export const CONFIGURATION_ANSWERS = [
  'accepted',
  'reboot-required',
  'not-supported',
  'rejected',
  'not-connected',
  'no-answer',
  'error',
] as const;

export const ConfigurationChange = Type.Object({
  at: Time,
  who: Type.String(),
  key: Type.String(),
  before: nullable(Type.String()),
  wanted: nullable(Type.String()),
  /** What the station was read back as; null where it was not. */
  after: nullable(Type.String()),
  secret: Type.Boolean(),
  answer: words(CONFIGURATION_ANSWERS),
  /** What went wrong, in the station's words. */
  problem: nullable(Type.String()),
  template: nullable(Type.Object({ id: Type.Integer(), name: Type.String() })),
});
export type ConfigurationChange = Static<typeof ConfigurationChange>;

const Key = Type.String({ minLength: 1, maxLength: 50, pattern: '^\\S+$' });

export const getConfiguration = route({
  method: 'GET',
  path: '/stations/{stationId}/configuration',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'What the station was last read as',
  params: StationParams,
  response: Configuration,
});

export const readConfiguration = route({
  method: 'POST',
  path: '/stations/{stationId}/configuration/read',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary:
    'Read the configuration from the station: whole, or the given keys; a live event tells when it is done',
  params: StationParams,
  body: Type.Object({ keys: Type.Optional(Type.Array(Key, { minItems: 1, maxItems: 200 })) }),
  response: Configuration,
  status: 202,
});

export const changeConfiguration = route({
  method: 'POST',
  path: '/stations/{stationId}/configuration/changes',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Change one key, wait for the answer, and read it back',
  params: StationParams,
  body: Type.Object({
    key: Key,
    value: Type.String({ maxLength: 500 }),
    /** Send it although it looks wrong: some stations differ from the standard. */
    anyway: Type.Optional(Type.Boolean()),
  }),
  response: ConfigurationChange,
});

export const listConfigurationChanges = route({
  method: 'GET',
  path: '/stations/{stationId}/configuration/changes',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'What was changed in the configuration, newest first',
  params: StationParams,
  query: Type.Object({
    key: Type.Optional(Key),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  response: Type.Object({ items: Type.Array(ConfigurationChange) }),
});
