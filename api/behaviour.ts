import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { nullable } from './schema.ts';
import { Station, StationParams } from './stations.ts';

const SwitchValue = Type.Union([
  Type.Boolean(),
  Type.Number(),
  Type.String({ maxLength: 100 }),
  Type.Array(Type.Union([Type.String({ maxLength: 50 }), Type.Number()]), { maxItems: 50 }),
]);

export const BehaviourSwitch = Type.Object({
  name: Type.String(),
  kind: Type.Enum(['yes-no', 'choice', 'number', 'texts', 'numbers'] as const),
  unit: Type.String(),
  choices: Type.Array(Type.String()),
  least: nullable(Type.Number()),
  most: nullable(Type.Number()),
  value: SwitchValue,
  /** What holds where nothing is known. */
  standard: SwitchValue,
  /** On whose word it stands so. */
  from: Type.Enum(['standard', 'passport', 'learnt', 'site'] as const),
  /** What is known of the make, also where something else stands over it. */
  passport: nullable(
    Type.Object({
      make: Type.String(),
      value: SwitchValue,
      why: Type.Object({ de: Type.String(), en: Type.String() }),
      source: Type.String(),
    }),
  ),
});
export type BehaviourSwitch = Static<typeof BehaviourSwitch>;

export const StationBehaviour = Type.Object({ switches: Type.Array(BehaviourSwitch) });
export type StationBehaviour = Static<typeof StationBehaviour>;

export const getBehaviour = route({
  method: 'GET',
  path: '/stations/{stationId}/behaviour',
  area: 'stations',
  access: needs('stations.read', 'station'),
  summary: 'How the station is treated, switch by switch, and why',
  params: StationParams,
  response: StationBehaviour,
});

export const changeBehaviour = route({
  method: 'PATCH',
  path: '/stations/{stationId}/behaviour',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Set a switch for this station; null forgets what was set or learnt here',
  params: StationParams,
  body: Type.Object({ name: Type.String({ maxLength: 50 }), value: nullable(SwitchValue) }),
  response: StationBehaviour,
});

export const clearDeviations = route({
  method: 'POST',
  path: '/stations/{stationId}/deviations/clear',
  area: 'stations',
  access: needs('stations.manage', 'station'),
  summary: 'Count departures from the standard anew, as after an update of the firmware',
  params: StationParams,
  response: Station,
});
