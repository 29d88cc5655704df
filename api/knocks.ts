import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Done, nullable, Time, words } from './schema.ts';

export const REFUSAL_REASONS = [
  'unknown-station',
  'wrong-path',
  'no-subprotocol',
  'other-subprotocol',
  'missing-password',
  'wrong-password',
  'too-many-attempts',
  'other-profile',
  'missing-certificate',
  'foreign-certificate',
  'expired-certificate',
  'certificate-of-other-station',
  'certificate-of-other-site',
  'revoked-certificate',
  'duplicate-connection',
  'too-many-connections',
  'reconnecting-too-often',
  'malformed-handshake',
  'not-ready',
  'held-offline',
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
  /** An adopted station that it probably means: the same but for capitals, blanks and dashes. */
  likelyStationId: nullable(Type.String()),
});
export type Knock = Static<typeof Knock>;

export const listKnocks = route({
  method: 'GET',
  path: '/knocks',
  area: 'stations',
  access: needs('stations.manage', 'somewhere'),
  summary: 'Connection attempts that were refused, newest first, each with its reason',
  response: Type.Object({ items: Type.Array(Knock) }),
});

export const forgetKnock = route({
  method: 'DELETE',
  path: '/knocks/{key}',
  area: 'stations',
  access: needs('stations.manage', 'root'),
  summary: 'Drop an attempt from the list until it comes again',
  params: Type.Object({ key: Type.String({ minLength: 1, maxLength: 400 }) }),
  response: Done,
});
