import { type Static, Type } from 'typebox';
import { HELD_REASONS } from './price-steps.ts';
import { needs, route } from './route.ts';
import { Id, words } from './schema.ts';

export const HeldPrices = Type.Object({
  reason: words(HELD_REASONS),
  sessions: Type.Integer(),
});
export type HeldPrices = Static<typeof HeldPrices>;

export const listHeldPrices = route({
  method: 'GET',
  path: '/held-prices',
  area: 'tariffs',
  access: needs('sessions.decide', 'somewhere'),
  module: 'tariffs',
  summary: 'How many sessions wait for a price, by what they wait for; of the latest thousand',
  response: Type.Object({ items: Type.Array(HeldPrices) }),
});

export const rateHeldPrices = route({
  method: 'POST',
  path: '/held-prices',
  area: 'tariffs',
  access: needs('sessions.decide', 'somewhere'),
  module: 'tariffs',
  summary:
    'Price all sessions again that wait for one reason, once it is out of the world: by the rules, versions and station as they count for their start by now',
  body: Type.Object({
    reason: words(HELD_REASONS),
    note: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  response: Type.Object({
    sessions: Type.Integer(),
    /** Of them, how many wait on. */
    held: Type.Integer(),
  }),
});

/** A tariff in force that some rule lets somebody pay by, and that needs a clock which may be used for prices. */
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
    'Which tariffs that count at a station cannot be sold there once calibration law keeps its clock out of prices',
  params: Type.Object({ stationId: Type.String() }),
  response: Type.Object({ items: Type.Array(ClockTariff) }),
});
