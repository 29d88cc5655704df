import { type Static, Type } from 'typebox';
import { needs, route } from './route.ts';
import { Id } from './schema.ts';

/** A tariff, in force or scheduled, that some rule lets somebody pay by, and that needs a clock which may be used for prices. */
export const ClockTariff = Type.Object({
  id: Id,
  /** Empty where the caller may not see it. */
  name: Type.String(),
});
export type ClockTariff = Static<typeof ClockTariff>;

export const listClockTariffs = route({
  method: 'GET',
  path: '/stations/{stationId}/clock-tariffs',
  area: 'tariffs',
  access: needs('stations.read', 'station'),
  module: 'tariffs',
  summary:
    'Which tariffs that count at a station, or are scheduled to, cannot be sold there once calibration law keeps its clock out of prices',
  params: Type.Object({ stationId: Type.String() }),
  response: Type.Object({ items: Type.Array(ClockTariff) }),
});
