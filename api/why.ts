import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable, words } from './schema.ts';
import { StationParams } from './stations.ts';

/** The checks in their order; the first that hits is the cause. */
export const WHY_CHECKS = [
  'connection',
  'fault',
  'service',
  'update',
  'card-spelling',
  'card',
  'plug',
  'card-missing',
  'brief-plug',
  'car',
  'site-pause',
  'limit',
  'command',
  'clock',
  'speed',
  'nothing',
] as const;

export const WHY_CAUSES = [
  'never-connected',
  'offline',
  'offline-together',
  'offline-refused',
  'fault',
  'not-accepted',
  'closed',
  'self-unavailable',
  'updating',
  'card-spelled-otherwise',
  'card-unknown',
  'card-blocked',
  'card-expired',
  'card-not-yet-valid',
  'driver-blocked',
  'driver-not-yet-valid',
  'driver-expired',
  'vehicle-blocked',
  'card-not-allowed-here',
  'card-outside-hours',
  'card-charging-elsewhere',
  'reserved',
  'no-plug',
  'no-card',
  'brief-plug',
  'car-paused',
  'ended-still-plugged',
  'station-paused',
  'limited-to-pause',
  'limit-too-low',
  'command-waits',
  'command-refused',
  'clock-wrong',
  'one-phase',
  'cable-or-car-limit',
  'slow',
  'charging',
  'nothing-found',
] as const;

export const WHY_CLEARS = [
  'connected',
  'no-fault',
  'in-service',
  'no-update',
  'no-other-spelling',
  'no-card-refused',
  'card-accepted',
  'card-may-charge-now',
  'not-waiting-for-plug',
  'not-waiting-for-card',
  'no-brief-plug',
  'car-not-paused',
  'not-paused-here',
  'no-limit',
  'limit-enough',
  'no-command-open',
  'clock-right',
  'clock-unknown',
  'not-slow',
] as const;

export const WHY_ACTIONS = [
  'restart',
  'unlock',
  'put-in-service',
  'take-out-of-service',
  'start',
  'link-card',
  'hold-card',
  'open-card',
  'open-session',
  'open-station',
  'open-door',
  'open-offline-cards',
] as const;

/** What a sentence is filled with; names ending in At (ms since 1970), Ms, W or A say their unit. */
const Figures = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]));

export const Why = Type.Object({
  stationId: Type.String(),
  /** The connector the answer is about; null where the station has not named one yet. */
  connectorId: nullable(Type.Integer()),
  /** The check that hit, and what it found. */
  check: words(WHY_CHECKS),
  cause: words(WHY_CAUSES),
  figures: Figures,
  /** The one thing to do, with what it needs. */
  action: nullable(
    Type.Object({
      kind: words(WHY_ACTIONS),
      cardId: nullable(Type.Integer()),
      uid: nullable(Type.String()),
      sessionId: nullable(Type.Integer()),
      stationId: nullable(Type.String()),
      connectorId: nullable(Type.Integer()),
    }),
  ),
  /** The checks before it, with what spoke for their being all right. */
  cleared: Type.Array(
    Type.Object({ check: words(WHY_CHECKS), evidence: words(WHY_CLEARS), figures: Figures }),
  ),
});
export type Why = Static<typeof Why>;

export const explainStation = route({
  method: 'GET',
  path: '/stations/{stationId}/why',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'Why a car does not charge here: one cause, its evidence, one thing to do',
  params: StationParams,
  query: Type.Object({
    /** Left out: of all connectors the one whose trouble comes first. */
    connector: Type.Optional(Type.Integer({ minimum: 1, maximum: 64 })),
  }),
  response: Why,
});
