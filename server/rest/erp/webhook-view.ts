import type {
  DeliveryAnswer as AnswerView,
  Delivery as DeliveryView,
  Webhook as WebhookView,
} from '#api/webhooks.ts';
import type { Delivery, DeliveryAnswer } from '#core/erp/delivery.ts';
import type { Webhook } from '#core/erp/webhook.ts';
import type { Application } from '../../application.ts';
import { isoTime, isoTimeOrNull } from '../iso-time.ts';

/** A webhook as the API shows it, without its secret. */
export async function webhookView(
  { store }: Application,
  webhook: Webhook,
  waiting: ReadonlyMap<number, number>,
): Promise<WebhookView> {
  const [[last], next] = await Promise.all([
    store.reads.listDeliveries({ webhookId: webhook.id, limit: 1 }),
    store.reads.nextDelivery(webhook.id),
  ]);
  return {
    id: webhook.id,
    tenantId: webhook.tenantId,
    name: webhook.name,
    url: webhook.url,
    kinds: [...webhook.kinds],
    createdAt: isoTime(webhook.createdAt),
    createdBy: webhook.createdBy,
    disabledAt: isoTimeOrNull(webhook.disabledAt),
    waiting: waiting.get(webhook.id) ?? 0,
    lastDelivery: last === undefined ? null : deliveryView(last),
    nextDelivery: next === null ? null : deliveryView(next),
  };
}

export function deliveryView({ life, ...delivery }: Delivery): DeliveryView {
  return {
    ...delivery,
    at: isoTime(delivery.at),
    state: life.kind,
    attempts: life.attempts,
    nextAt: life.kind === 'waiting' ? isoTime(life.nextAt) : null,
    last: life.last === null ? null : answerView(life.last),
  };
}

function answerView({ at, took, outcome }: DeliveryAnswer): AnswerView {
  return { at: isoTime(at), tookMs: took, outcome: outcome as AnswerView['outcome'] };
}
