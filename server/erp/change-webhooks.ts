import type { Webhook } from '#core/erp/webhook.ts';
import type { LogKind } from '#core/logbook/entry.ts';
import type { TenantId } from '#core/shared/ids.ts';
import type { Application } from '../application.ts';
import { logLine } from '../site/log-line.ts';
import type { Decided } from '../site/site-desk.ts';
import { newWebhookSecret } from './webhook-signature.ts';

export interface NewWebhook {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly url: string;
  readonly kinds: readonly LogKind[];
  readonly by: string;
}

/** What a person wants of a webhook; what is left out stays. */
export interface WebhookWish {
  readonly name?: string;
  readonly url?: string;
  readonly kinds?: readonly LogKind[];
  readonly disabled?: boolean;
  readonly removed?: boolean;
  readonly by: string;
}

/** A webhook with its secret, which only the vault can open afterwards. */
export interface WebhookSecretTold {
  readonly webhook: Webhook;
  readonly secret: string;
}

export async function addWebhook(app: Application, { by, ...wish }: NewWebhook): Promise<WebhookSecretTold> {
  const secret = newWebhookSecret();
  const sealedSecret = app.vault.seal(Buffer.from(secret));
  const webhook = await app.desk.decide((live) => {
    const added: Webhook = {
      ...wish,
      id: live.nextId('webhook'),
      sealedSecret,
      createdAt: app.clock.now(),
      createdBy: by,
      disabledAt: null,
      removedAt: null,
      givenUpAt: null,
    };
    return kept(app, added, { kind: 'webhook-added', by });
  });
  return { webhook, secret };
}

export function changeWebhook(app: Application, id: number, wish: WebhookWish): Promise<Webhook> {
  return app.desk.decide(() => {
    const known = webhookIn(app, id);
    const now = app.clock.now();
    const at = (wished: boolean | undefined, before: Webhook['disabledAt']) =>
      wished === undefined ? before : wished ? (before ?? now) : null;
    const changed: Webhook = {
      ...known,
      name: wish.name ?? known.name,
      url: wish.url ?? known.url,
      kinds: wish.kinds ?? known.kinds,
      disabledAt: at(wish.disabled, known.disabledAt),
      removedAt: at(wish.removed, known.removedAt),
    };
    return kept(app, changed, { kind: kindOf(wish), by: wish.by });
  });
}

export async function renewWebhookSecret(
  app: Application,
  id: number,
  by: string,
): Promise<WebhookSecretTold> {
  const secret = newWebhookSecret();
  const sealedSecret = app.vault.seal(Buffer.from(secret));
  const webhook = await app.desk.decide(() =>
    kept(app, { ...webhookIn(app, id), sealedSecret }, { kind: 'webhook-secret', by }),
  );
  return { webhook, secret };
}

function webhookIn({ desk }: Application, id: number): Webhook {
  const webhook = desk.live.erp.webhooks.get(id);
  if (webhook === undefined) throw new Error(`There is no webhook ${id}`);
  return webhook;
}

function kept(
  app: Application,
  webhook: Webhook,
  line: { readonly kind: LogKind; readonly by: string },
): Decided<Webhook> {
  return {
    value: webhook,
    changes: [
      { kind: 'save-webhook', webhook },
      // Not its address: that often holds a password of the receiver's.
      logLine(app.clock.now(), line.kind, {
        actor: line.by,
        tenantId: webhook.tenantId,
        facts: { webhook: webhook.name },
      }),
    ],
    told: [{ kind: 'webhook' }, { kind: 'log' }],
  };
}

function kindOf({ disabled, removed }: WebhookWish): LogKind {
  if (removed !== undefined) return removed ? 'webhook-removed' : 'webhook-added';
  if (disabled !== undefined) return disabled ? 'webhook-disabled' : 'webhook-enabled';
  return 'webhook-changed';
}
