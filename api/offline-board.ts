import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable, Time, words } from './schema.ts';
import { StationParams } from './stations.ts';

/** Which cards start a session at a station while this computer is off. */
export const OFFLINE_CARDS = ['everybody', 'list', 'cache', 'none', 'unknown'] as const;
export const KNOWN = ['yes', 'no', 'unknown'] as const;
export const LIST_KNOWLEDGE = ['known', 'unknown', 'not-supported'] as const;
export const REPAIRS = ['read-configuration', 'send-list', 'set-key'] as const;

export const OfflineStation = Type.Object({
  stationId: Type.String(),
  stationName: Type.String(),
  online: Type.Boolean(),
  cards: words(OFFLINE_CARDS),
  unknownCards: words(KNOWN),
  freeForAll: words(KNOWN),
  /** What the station was set to when it was last asked. */
  readAt: nullable(Time),
  /** Whether it is known what the station has on its list; some have none. */
  listState: words(LIST_KNOWLEDGE),
  list: nullable(
    Type.Object({
      version: Type.Integer(),
      entries: Type.Integer(),
      capacity: nullable(Type.Integer()),
      acknowledgedAt: nullable(Time),
      /** Whether it is what it would be if it were sent now. */
      current: Type.Boolean(),
    }),
  ),
  /** Cards that may charge and are not on the list, the ones held lately first. */
  leftOut: Type.Array(Type.Object({ uid: Type.String(), holder: nullable(Type.String()) })),
  /** When a session without a line was last tried with success. */
  testedAt: nullable(Time),
  /** Whether the card that was asked about starts a session there; null where none was asked about. */
  takesCard: nullable(words(KNOWN)),
  /** What one click puts right. */
  repairs: Type.Array(
    Type.Object({
      kind: words(REPAIRS),
      key: nullable(Type.String()),
      value: nullable(Type.String()),
    }),
  ),
});
export type OfflineStation = Static<typeof OfflineStation>;

export const getOfflineBoard = route({
  method: 'GET',
  path: '/offline-board',
  area: 'stations',
  access: needs('stations.read', 'somewhere'),
  summary: 'What each station does if this computer is off now; what is not known says so',
  query: Type.Object({
    /** A card number: which stations take it alone? */
    card: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  }),
  response: Type.Object({ items: Type.Array(OfflineStation) }),
});

export const repairOffline = route({
  method: 'POST',
  path: '/stations/{stationId}/offline-repair',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Set the keys and send the list that are missing; follow it on the board',
  params: StationParams,
  response: OfflineStation,
  status: 202,
});
