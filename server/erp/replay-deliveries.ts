import { type Delivery, waitingFrom } from '#core/erp/delivery.ts';
import type { Webhook } from '#core/erp/webhook.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import { newMessageId } from './outbox.ts';
import { payloadOf } from './webhook-payload.ts';

/** Lets deliveries begin anew, with the ids by which their receiver may know them already. */
export function replay(
  app: Application,
  webhook: Webhook,
  wish: { readonly deliveries: readonly Delivery[]; readonly by: string },
): Promise<readonly Delivery[]> {
  return app.desk.decide(() => {
    const now = app.clock.now();
    const begun = wish.deliveries.map((delivery) => ({
      ...delivery,
      life: waitingFrom(now, delivery.life.last),
    }));
    return {
      value: begun,
      changes: [
        ...begun.map((delivery) => ({ kind: 'save-delivery' as const, delivery })),
        logLine(now, 'webhook-replayed', {
          actor: wish.by,
          tenantId: webhook.tenantId,
          facts: { webhook: webhook.name, count: begun.length },
        }),
      ],
      told: [{ kind: 'webhook' }, { kind: 'log' }],
    };
  });
}

/** Puts a test before whatever waits for a webhook. */
export function sendTest(app: Application, webhook: Webhook, by: string): Promise<Delivery> {
  return app.desk.decide((live) => {
    const at = app.clock.now();
    const messageId = newMessageId();
    const happened = {
      at,
      kind: 'test',
      level: 'info',
      tenantId: webhook.tenantId,
      stationId: null,
      connectorId: null,
      sessionId: null,
      actor: by,
      facts: {},
    } as const;
    const delivery: Delivery = {
      id: live.nextId('delivery'),
      webhookId: webhook.id,
      messageId,
      kind: 'test',
      at,
      payload: payloadOf(live, happened, messageId),
      life: waitingFrom(at),
    };
    return {
      value: delivery,
      changes: [
        { kind: 'save-delivery', delivery },
        logLine(at, 'webhook-tested', {
          actor: by,
          tenantId: webhook.tenantId,
          facts: { webhook: webhook.name },
        }),
      ],
      told: [{ kind: 'webhook' }, { kind: 'log' }],
    };
  });
}
