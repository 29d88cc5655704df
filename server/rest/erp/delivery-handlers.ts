import type { Application } from '../../application.ts';
import { replay, sendTest } from '../../erp/replay-deliveries.ts';
import { fromIsoTime } from '../iso-time.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { heardWebhook, knownWebhook } from './webhook-handlers.ts';
import { deliveryView } from './webhook-view.ts';

type Names = 'testWebhook' | 'listDeliveries' | 'replayDeliveries' | 'replayDelivery';

const PAGE = 50;
const MOST_REPLAYED = 1_000;

export function deliveryHandlers(app: Application): SomeHandlers<Names> {
  return {
    async testWebhook({ params, caller }) {
      return deliveryView(await sendTest(app, knownWebhook(app, params.webhookId), caller.name));
    },

    async listDeliveries({ params, query, caller }) {
      const { id } = heardWebhook(app, caller, params.webhookId);
      const limit = query.limit ?? PAGE;
      const listed = await app.store.reads.listDeliveries({
        webhookId: id,
        limit: limit + 1,
        ...(query.cursor === undefined ? {} : { before: deliveryNumber(query.cursor) }),
      });
      const items = listed.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(deliveryView),
        next: listed.length > limit && last !== undefined ? String(last.id) : null,
      };
    },

    async replayDeliveries({ params, body, caller }) {
      const webhook = heardWebhook(app, caller, params.webhookId);
      const deliveries = await app.store.reads.listDeliveries({
        webhookId: webhook.id,
        period: { from: fromIsoTime(body.from), to: fromIsoTime(body.to) },
        limit: MOST_REPLAYED,
      });
      const wanted = deliveries.filter(({ kind, life }) => kind !== 'test' && life.kind !== 'waiting');
      if (wanted.length > 0) await replay(app, webhook, { deliveries: wanted, by: caller.name });
      return { count: wanted.length };
    },

    async replayDelivery({ params, caller }) {
      const delivery = found(
        await app.store.reads.delivery(params.deliveryId),
        `delivery ${params.deliveryId}`,
      );
      const webhook = heardWebhook(app, caller, delivery.webhookId);
      const [begun] = await replay(app, webhook, { deliveries: [delivery], by: caller.name });
      return deliveryView(found(begun, `delivery ${params.deliveryId}`));
    },
  };
}

function deliveryNumber(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw new ApiProblem('invalid-cursor');
  return Number(cursor);
}
