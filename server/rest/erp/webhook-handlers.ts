import type { Webhook } from '#core/erp/webhook.ts';
import { reaches } from '#core/people/scope.ts';
import { type TenantId, tenantId } from '#core/shared/ids.ts';
import type { Application } from '../../application.ts';
import {
  addWebhook,
  changeWebhook,
  renewWebhookSecret,
  type WebhookSecretTold,
} from '../../erp/change-webhooks.ts';
import type { Caller } from '../../people/caller.ts';
import { ApiProblem, found } from '../problem.ts';
import type { SomeHandlers } from '../route-handlers.ts';
import { managedTenant } from './managed-tenant.ts';
import { webhookView } from './webhook-view.ts';

type Names =
  | 'listWebhooks'
  | 'addWebhook'
  | 'changeWebhook'
  | 'removeWebhook'
  | 'restoreWebhook'
  | 'renewWebhookSecret';

export function webhookHandlers(app: Application): SomeHandlers<Names> {
  return {
    async listWebhooks({ caller }) {
      const scope = caller.scope('erp.manage');
      const waiting = await app.store.reads.waitingDeliveries();
      const webhooks = [...app.desk.live.erp.webhooks.values()].filter(
        (webhook) => webhook.removedAt === null && reaches(scope, webhook.tenantId),
      );
      return { items: await Promise.all(webhooks.map((webhook) => webhookView(app, webhook, waiting))) };
    },

    async addWebhook({ body, caller }) {
      const at = managedTenant(app, caller, tenantId(body.tenantId));
      mayHear(caller, at);
      await mustBeAllowed(app, body.url);
      return secretView(
        await addWebhook(app, { ...body, tenantId: at, name: body.name.trim(), by: caller.name }),
      );
    },

    async changeWebhook({ params, body, caller }) {
      const { id, tenantId: at } = knownWebhook(app, params.webhookId);
      const { name, ...rest } = body;
      if (body.disabled !== true || Object.keys(body).length > 1) mayHear(caller, at);
      if (rest.url !== undefined) await mustBeAllowed(app, rest.url);
      const wish = { ...rest, ...(name === undefined ? {} : { name: name.trim() }), by: caller.name };
      return view(await changeWebhook(app, id, wish));
    },

    async removeWebhook({ params, caller }) {
      await changeWebhook(app, knownWebhook(app, params.webhookId).id, { removed: true, by: caller.name });
      return { ok: true };
    },

    async restoreWebhook({ params, caller }) {
      const known = found(app.desk.live.erp.webhooks.get(params.webhookId), `webhook ${params.webhookId}`);
      mayHear(caller, known.tenantId);
      return view(await changeWebhook(app, known.id, { removed: false, by: caller.name }));
    },

    async renewWebhookSecret({ params, caller }) {
      const { id } = heardWebhook(app, caller, params.webhookId);
      return secretView(await renewWebhookSecret(app, id, caller.name));
    },
  };

  async function view(webhook: Webhook) {
    return webhookView(app, webhook, await app.store.reads.waitingDeliveries());
  }

  async function secretView({ webhook, secret }: WebhookSecretTold) {
    return { webhook: await view(webhook), secret };
  }
}

/** A webhook whose deliveries the caller may see. */
export function heardWebhook(app: Application, caller: Caller, id: number): Webhook {
  const known = knownWebhook(app, id);
  mayHear(caller, known.tenantId);
  return known;
}

/** A webhook tells what the logbook tells: nobody has it sent somewhere who may not read it. */
function mayHear(caller: Caller, at: TenantId): void {
  if (!caller.can('logbook.read', at)) throw new ApiProblem('beyond-own-rights');
}

/** A webhook that has not been removed. */
export function knownWebhook({ desk }: Application, id: number): Webhook {
  const known = desk.live.erp.webhooks.get(id);
  return found(known?.removedAt === null ? known : null, `webhook ${id}`);
}

/** A name that nobody knows just now may be known when the network is back: it is asked for with each delivery. */
async function mustBeAllowed({ requests }: Application, url: string): Promise<void> {
  const obstacle = await requests.check(url);
  if (obstacle !== null && obstacle !== 'name-unknown')
    throw new ApiProblem('target-refused', {
      detail: obstacle,
      fields: [{ path: 'body/url', message: obstacle }],
    });
}
