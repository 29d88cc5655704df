import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable, Time, words } from './schema.ts';
import { StationParams } from './stations.ts';

/** Where a key was read. */
export const KEY_SOURCES = ['nameplate', 'commissioning', 'configuration', 'record'] as const;

const Key = {
  /** DER in hex, as it is printed on meters; the bare point where its curve is not known. */
  key: Type.String(),
  /** As SEC 2 or RFC 5639 names it, such as `secp256r1`; null where the key does not say. */
  curve: nullable(Type.String()),
  /** A short name that this program gives a key, printed on no meter: `AB12 CD34 EF56 7890`. */
  fingerprint: Type.String(),
};

export const PinnedKey = Type.Object({
  ...Key,
  since: Time,
  /** Null while it counts. */
  until: nullable(Time),
  source: words(KEY_SOURCES),
  /** Null where it was pinned by itself at commissioning. */
  by: nullable(Type.String()),
  note: Type.String(),
});
export type PinnedKey = Static<typeof PinnedKey>;

export const ConnectorKeys = Type.Object({
  connectorId: Type.Integer(),
  /** The key that counts, and those before it, newest first. */
  history: Type.Array(PinnedKey),
  /** What the station showed last; null until it has shown one. */
  shown: nullable(Type.Object({ ...Key, source: words(KEY_SOURCES), at: Time, isPinned: Type.Boolean() })),
  /** The station shows, or has shown, another key than the pinned one: sessions wait. */
  alarm: nullable(
    Type.Object({
      ...Key,
      source: words(KEY_SOURCES),
      since: Time,
      /** Somebody has said that it is wrong. */
      judged: nullable(Type.Object({ by: Type.String(), at: Time, note: Type.String() })),
    }),
  ),
});
export type ConnectorKeys = Static<typeof ConnectorKeys>;

const StationKeys = Type.Object({ items: Type.Array(ConnectorKeys) });

const ConnectorParams = Type.Object({
  ...StationParams.properties,
  connectorId: Type.Integer({ minimum: 1, maximum: 1_000 }),
});

const Note = Type.String({ maxLength: 1_000 });

export const listMeterKeys = route({
  method: 'GET',
  path: '/stations/{stationId}/meter-keys',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary:
    'The keys by which the meters of a station sign, with their history and what the station shows now',
  params: StationParams,
  response: StationKeys,
});

export const pinMeterKey = route({
  method: 'POST',
  path: '/stations/{stationId}/connectors/{connectorId}/meter-key',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary:
    'Pin the key of a connector’s meter, or that of the new meter after an exchange: typed or scanned from the nameplate in any ' +
    'spelling, or with null the one that the station shows',
  params: ConnectorParams,
  body: Type.Object({
    key: nullable(Type.String({ minLength: 1, maxLength: 2_000 })),
    /** From when on it counts; now when left out. What was charged before is verified with the key before. */
    since: Type.Optional(Time),
    /** Why; asked for where another key was pinned. */
    note: Type.Optional(Note),
  }),
  response: StationKeys,
});

export const judgeMeterKey = route({
  method: 'POST',
  path: '/stations/{stationId}/connectors/{connectorId}/meter-key/wrong',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Say that the other key a station shows is wrong and its meter the same; sessions go on waiting',
  params: ConnectorParams,
  body: Type.Object({ note: Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' }) }),
  response: StationKeys,
});
