import type { HeldPrices } from '#api/held-prices.ts';
import { PASSING_HELD_REASONS } from '#api/price-steps.ts';
import type { HeldReason } from '#core/tariffs/session-price.ts';
import type { HeldPrice } from '#store/tariffs/held-prices.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { nodesWhere } from '../nodes-where.ts';
import type { SomeHandlers } from '../route-handlers.ts';

/** Most that are looked at or priced again at once. */
const MOST_HELD = 1_000;

export function heldPriceHandlers(app: Application): SomeHandlers<'listHeldPrices' | 'rateHeldPrices'> {
  return {
    async listHeldPrices({ caller }) {
      const counts = new Map<HeldPrices['reason'], number>();
      for (const { reason } of await heldFor(caller))
        if (mayPass(reason)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      return { items: [...counts].map(([reason, sessions]) => ({ reason, sessions })) };
    },

    async rateHeldPrices({ body: { reason, note }, caller }) {
      const waiting = (await heldFor(caller)).filter((held) => held.reason === reason);
      // What a station may do was frozen as well, and is what has been put right.
      const kind = reason === 'time-not-allowed' ? 'with-flags-of-now' : 'again';
      const order = { wish: { kind }, by: caller.name, note: note.trim(), onlyHeldFor: reason } as const;
      let priced = 0;
      let stillHeld = 0;
      // One after the other, the oldest first: what is free in a month is used up in order.
      for (const { sessionId } of waiting) {
        try {
          const { outcome } = await app.rating.rateAgain({ id: sessionId }, order);
          if (outcome.kind === 'priced') priced += 1;
          if (outcome.kind === 'held') stillHeld += 1;
        } catch (error) {
          // One of them must not keep all others from their price.
          app.log.error({ err: error, sessionId }, 'held session not priced');
          stillHeld += 1;
        }
      }
      return { priced, stillHeld };
    },
  };

  function heldFor(caller: Caller): Promise<readonly HeldPrice[]> {
    const tenants = nodesWhere(app, caller, { permission: 'sessions.decide' });
    return app.store.reads.heldPrices({ tenants, limit: MOST_HELD });
  }
}

function mayPass(reason: HeldReason): reason is HeldPrices['reason'] {
  return PASSING_HELD_REASONS.some((one) => one === reason);
}
