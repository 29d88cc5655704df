import { type Static, Type } from 'typebox';
import { CardRef, DriverRef, VehicleRef } from './access-lists.ts';
import { needs, route } from './route.ts';
import { nullable, Time, words } from './schema.ts';

export const DESK_KINDS = ['driver', 'vehicle', 'card', 'station'] as const;

/** Where somebody charges, charged, or held a card last. */
export const DeskPlace = Type.Object({
  stationId: Type.String(),
  stationName: Type.String(),
  /** Null where a card was held: the station has not said at which connector. */
  connectorId: nullable(Type.Integer()),
  at: Time,
  what: words(['charging', 'charged', 'accepted', 'refused']),
});
export type DeskPlace = Static<typeof DeskPlace>;

/** Whom or what a caller may mean. */
export const DeskHit = Type.Object({
  kind: words(DESK_KINDS),
  id: Type.String(),
  name: Type.String(),
  /** What else it is known by: plates, numbers of cards, the identity of a station. */
  also: Type.Array(Type.String()),
  place: nullable(DeskPlace),
});
export type DeskHit = Static<typeof DeskHit>;

export const searchDesk = route({
  method: 'GET',
  path: '/service-desk',
  area: 'access',
  access: needs('stations.operate', 'somewhere'),
  summary: 'Whom a caller may mean: a driver, plate, card or station, and where they are just now',
  query: Type.Object({
    search: Type.String({ minLength: 1, maxLength: 100, description: 'A part of a name, plate or number' }),
  }),
  response: Type.Object({ items: Type.Array(DeskHit) }),
});

/** All that somebody at the telephone needs of a caller. */
export const DeskCase = Type.Object({
  kind: words(DESK_KINDS),
  id: Type.String(),
  name: Type.String(),
  drivers: Type.Array(
    Type.Object({ ...DriverRef.properties, phone: Type.String(), costCentre: Type.String() }),
  ),
  cards: Type.Array(CardRef),
  vehicles: Type.Array(VehicleRef),
  /** Newest first. */
  places: Type.Array(DeskPlace),
});
export type DeskCase = Static<typeof DeskCase>;

export const getDeskCase = route({
  method: 'GET',
  path: '/service-desk/{kind}/{id}',
  area: 'access',
  access: needs('stations.operate', 'somewhere'),
  summary: 'Who calls, with which cards and vehicles, and where they charged or were refused last',
  params: Type.Object({ kind: words(DESK_KINDS), id: Type.String({ minLength: 1, maxLength: 255 }) }),
  response: DeskCase,
});
