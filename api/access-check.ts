import { type Static, Type } from 'typebox';
import { REFUSALS } from './access.ts';
import { needs, route } from './route.ts';
import { Id, nullable, Time, words } from './schema.ts';
import { StationParams } from './stations.ts';

/** Whether a card may charge at a station, and what the answer rests on. */
export const AccessCheck = Type.Object({
  verdict: words(['accepted', ...REFUSALS] as const),
  /** The rule that lets in; null where none is about the station. */
  rule: nullable(Type.Object({ id: Type.Integer(), name: Type.String() })),
  /** Groups that may charge there, where the card is not allowed. */
  allowed: Type.Array(Type.String()),
  /** Since when it is refused, where that is known. */
  since: nullable(Time),
  /** From when on it may charge, where that is known. */
  opensAt: nullable(Time),
});
export type AccessCheck = Static<typeof AccessCheck>;

export const checkAccess = route({
  method: 'GET',
  path: '/stations/{stationId}/access',
  area: 'access',
  access: needs('access.read', 'station'),
  summary: 'Whether a card may charge at a station at a moment, and why not; nothing is written down',
  params: StationParams,
  query: Type.Object({
    cardId: Id,
    /** Now, when left out. */
    at: Type.Optional(Time),
  }),
  response: AccessCheck,
});
