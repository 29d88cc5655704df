import { stationId } from '#core/shared/ids.ts';
import type { HeldReason } from '#core/tariffs/session-price.ts';
import type { HeldPrice } from '#store/tariffs/held-prices.ts';
import type { Application } from '../../application.ts';
import type { Caller } from '../../people/caller.ts';
import { clockTariffsAt } from '../../tariffs/judge-draft.ts';
import { found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';

type Names = 'listHeldPrices' | 'rateHeldPrices' | 'listClockTariffs';

/** Most that are looked at or priced again at once. */
const MOST_HELD = 1_000;

export function heldPriceHandlers(app: Application): SomeHandlers<Names> {
  const { live } = app.desk;

  return {
    async listHeldPrices({ caller }) {
      const counts = new Map<HeldReason, number>();
      for (const { reason } of await heldFor(caller)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      return { items: [...counts].map(([reason, sessions]) => ({ reason, sessions })) };
    },

    async rateHeldPrices({ body, caller }) {
      const waiting = (await heldFor(caller)).filter(({ reason }) => reason === body.reason);
      const order = { wish: { kind: 'choose-anew' }, by: caller.name, note: body.note.trim() } as const;
      let held = 0;
      for (const { sessionId } of waiting) {
        const session = live.sessions.byId(sessionId) ?? (await app.store.reads.session(sessionId));
        // A person may have decided meanwhile.
        const cost = (await app.store.reads.sessionCosts([sessionId])).get(sessionId);
        if (session === null || cost?.state !== 'held') continue;
        const { outcome } = await app.rating.rateAgain(session, order);
        if (outcome.kind === 'held') held += 1;
      }
      return { sessions: waiting.length, held };
    },

    async listClockTariffs({ params, caller }) {
      const station = found(live.stations.get(stationId(params.stationId)), `station ${params.stationId}`);
      const tariffs = clockTariffsAt(app, station);
      return {
        items: tariffs.map(({ id, name, tenantId }) => ({
          id,
          name: caller.can('tariffs.read', tenantId) ? name : '',
        })),
      };
    },
  };

  async function heldFor(caller: Caller): Promise<readonly HeldPrice[]> {
    const held = await app.store.reads.heldPrices(MOST_HELD);
    return held.filter(({ tenantId }) => caller.can('sessions.decide', tenantId));
  }
}
