import { type AttemptOutcome, afterAttempt, type Delivery, type DeliveryAnswer } from '#core/erp/delivery.ts';
import { isActive, type Webhook } from '#core/erp/webhook.ts';
import { milliseconds } from '#core/shared/units.ts';
import type { Application } from '../application.ts';
import { limitParallel } from '../people/limit-parallel.ts';
import { logLine } from '../site/log-line.ts';
import { isModuleOn } from '../site/modules.ts';
import type { Look } from '../site/waiting-webhooks.ts';
import { signedHeaders } from './webhook-signature.ts';

/** Brings what waits to its receivers, each webhook's in the order in which it happened. */
export interface WebhookSender {
  /** Begins with whatever is due; does not wait for the receivers. */
  tick(): void;
  /** Begins nothing more. What is under way and not noted is sent again after the next start. */
  close(): Promise<void>;
}

const MOST_AT_ONCE = 4;
/** Of an answer that much is kept, to be shown. */
const KEPT_LETTERS = 500;
const READ_BYTES = 4_000;

/** `chance` gives numbers from 0 to 1. */
export function createWebhookSender(app: Application, chance: () => number): WebhookSender {
  const underWay = new Map<number, Promise<void>>();
  const inTurn = limitParallel(MOST_AT_ONCE);
  const { live } = app.desk;
  let isClosed = false;

  return {
    tick,
    async close() {
      isClosed = true;
      app.requests.close();
      await Promise.all(underWay.values());
    },
  };

  function tick(): void {
    if (isClosed || !isModuleOn(live, 'erp')) return;
    for (const look of live.erp.waitingWebhooks.dueAt(app.clock.now())) begin(look);
  }

  function begin(look: Look): void {
    const webhook = live.erp.webhooks.get(look.webhookId);
    if (webhook === undefined || !isActive(webhook) || underWay.has(webhook.id)) return;
    const work = inTurn(() => deliverNext(webhook, look))
      .catch((error: unknown) => {
        if (!isClosed) app.log.error({ err: error, webhook: webhook.id }, 'delivery not noted');
      })
      .then(() => {
        underWay.delete(webhook.id);
        // One at a time and to the end of the row again: a receiver that takes long holds up no other.
        setImmediate(tick);
      });
    underWay.set(webhook.id, work);
  }

  async function deliverNext(webhook: Webhook, look: Look): Promise<void> {
    if (isClosed) return;
    const delivery = await app.store.reads.nextDelivery(webhook.id);
    const dueAt = delivery?.life.kind === 'waiting' ? delivery.life.nextAt : null;
    if (delivery === null || dueAt === null || dueAt > app.clock.now()) {
      live.erp.waitingWebhooks.found(look, dueAt);
      return;
    }
    const answer = await attempt(webhook, delivery);
    if (!isClosed) await note(webhook.id, { ...delivery, life: afterAttempt(delivery, answer, chance()) });
  }

  async function attempt(webhook: Webhook, delivery: Delivery): Promise<DeliveryAnswer> {
    const at = app.clock.now();
    const from = app.clock.monotonic();
    const { messageId: id, payload: text } = delivery;
    const secret = app.vault.open(webhook.sealedSecret).toString('utf8');
    const outcome = await app.requests.send({
      method: 'POST',
      url: webhook.url,
      headers: {
        'content-type': 'application/json',
        'user-agent': `Ladehaus/${app.version}`,
        ...signedHeaders({ id, text, sentAt: at }, secret),
      },
      body: text,
      maxAnswerBytes: READ_BYTES,
    });
    const kept: AttemptOutcome =
      outcome.kind === 'answered'
        ? { kind: 'answered', status: outcome.status, body: outcome.body.slice(0, KEPT_LETTERS) }
        : outcome;
    return { at, took: milliseconds(Math.round(app.clock.monotonic() - from)), outcome: kept };
  }

  /** The logbook hears once of a receiver that is lost, and again only after something has arrived. */
  function note(webhookId: number, delivery: Delivery): Promise<void> {
    return app.desk.decide(() => {
      const webhook = live.erp.webhooks.get(webhookId);
      if (webhook === undefined) throw new Error(`There is no webhook ${webhookId}`);
      const now = app.clock.now();
      const isLost = delivery.life.kind === 'given-up' && delivery.kind !== 'test';
      const isNews = isLost && webhook.givenUpAt === null;
      const isBack = delivery.life.kind === 'delivered' && webhook.givenUpAt !== null;
      return {
        value: undefined,
        changes: [
          { kind: 'save-delivery', delivery },
          ...(isNews || isBack
            ? [{ kind: 'save-webhook' as const, webhook: { ...webhook, givenUpAt: isNews ? now : null } }]
            : []),
          ...(isNews
            ? [
                logLine(now, 'webhook-given-up', {
                  level: 'attention',
                  tenantId: webhook.tenantId,
                  facts: { webhook: webhook.name },
                }),
              ]
            : []),
        ],
        told: [{ kind: 'webhook' }, ...(isNews ? [{ kind: 'log' as const }] : [])],
      };
    });
  }
}
