import { type Static, Type } from 'typebox';
import { PASSING_HELD_REASONS } from './price-steps.ts';
import { needs, route } from './route.ts';
import { words } from './schema.ts';

export const HeldPrices = Type.Object({
  reason: words(PASSING_HELD_REASONS),
  sessions: Type.Integer(),
});
export type HeldPrices = Static<typeof HeldPrices>;

export const listHeldPrices = route({
  method: 'GET',
  path: '/held-prices',
  area: 'tariffs',
  access: needs('sessions.decide', 'somewhere'),
  module: 'tariffs',
  summary:
    'How many sessions wait for a price for a reason that may pass, by that reason; of the latest thousand that wait',
  response: Type.Object({ items: Type.Array(HeldPrices) }),
});

export const rateHeldPrices = route({
  method: 'POST',
  path: '/held-prices',
  area: 'tariffs',
  access: needs('sessions.decide', 'somewhere'),
  module: 'tariffs',
  summary:
    'Price all sessions again that wait for one reason, once it is out of the world: by what they began with, and where time could not be sold, by the flags of their station as they are now',
  body: Type.Object({
    reason: words(PASSING_HELD_REASONS),
    note: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  response: Type.Object({
    /** Have a price now. */
    priced: Type.Integer(),
    /** Wait on: for the same reason, where nothing was written, or for another one. */
    stillHeld: Type.Integer(),
  }),
});
