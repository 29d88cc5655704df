import { type Static, Type } from 'typebox';
import { LOG_KINDS } from './logbook.ts';
import { needs, route } from './route.ts';
import { Done, Id, nullable, page, Time, words } from './schema.ts';

/** Why nothing is sent to an address. */
export const TARGET_OBSTACLES = [
  'no-address',
  'not-http',
  'user-info',
  'name-unknown',
  'this-computer',
  'own-port',
  'reserved',
  'lan-not-allowed',
] as const;

/** Why a request got no answer. */
export const SEND_FAILURES = ['no-connection', 'not-trusted', 'timed-out', 'broken-off'] as const;

/** What came of one attempt to deliver. */
export const DeliveryAnswer = Type.Object({
  at: Time,
  tookMs: Type.Number(),
  outcome: Type.Union([
    Type.Object({
      kind: Type.Literal('answered'),
      status: Type.Integer(),
      body: Type.String({ description: 'The beginning of what the receiver said' }),
    }),
    Type.Object({ kind: Type.Literal('refused'), obstacle: words(TARGET_OBSTACLES) }),
    Type.Object({
      kind: Type.Literal('failed'),
      failure: words(SEND_FAILURES),
      detail: Type.String(),
    }),
  ]),
});
export type DeliveryAnswer = Static<typeof DeliveryAnswer>;

export const Delivery = Type.Object({
  id: Type.Integer(),
  webhookId: Type.Integer(),
  messageId: Type.String({ description: '`webhook-id`: the same however often it is sent' }),
  kind: words([...LOG_KINDS, 'test'] as const),
  /** When it happened. */
  at: Time,
  state: words(['waiting', 'delivered', 'given-up'] as const),
  attempts: Type.Integer(),
  /** When it is tried next; null when it is over. */
  nextAt: nullable(Time),
  last: nullable(DeliveryAnswer),
  payload: Type.String({ description: 'JSON, byte for byte as it is signed' }),
});
export type Delivery = Static<typeof Delivery>;

/** An address that is told what happens at a node and below it, signed after the Standard Webhooks scheme. */
export const Webhook = Type.Object({
  id: Type.Integer(),
  tenantId: Type.Integer(),
  name: Type.String(),
  url: Type.String(),
  /** What it is told of: kinds of lines in the logbook. */
  kinds: Type.Array(words(LOG_KINDS)),
  createdAt: Time,
  createdBy: Type.String(),
  disabledAt: nullable(Time),
  /** How many deliveries wait. */
  waiting: Type.Integer(),
  lastDelivery: nullable(Delivery),
  /** The one whose turn it is; what waits behind it goes only after it. */
  nextDelivery: nullable(Delivery),
});
export type Webhook = Static<typeof Webhook>;

export const WebhookWithSecret = Type.Object({
  webhook: Webhook,
  secret: Type.String({ description: 'Deliveries are signed with it. Told only now' }),
});

const WebhookParams = Type.Object({ webhookId: Id });
const WebhookFields = {
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  url: Type.String({ minLength: 1, maxLength: 2_000 }),
  kinds: Type.Array(words(LOG_KINDS), { minItems: 1, uniqueItems: true }),
};

export const listWebhooks = route({
  method: 'GET',
  path: '/webhooks',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'somewhere'),
  summary: 'All webhooks',
  response: Type.Object({ items: Type.Array(Webhook) }),
});

export const addWebhook = route({
  method: 'POST',
  path: '/webhooks',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'somewhere'),
  summary: 'Add a webhook; its secret is told once, in the answer',
  body: Type.Object({ tenantId: Id, ...WebhookFields }),
  response: WebhookWithSecret,
  status: 201,
});

export const changeWebhook = route({
  method: 'PATCH',
  path: '/webhooks/{webhookId}',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'webhook'),
  summary: 'Change or disable a webhook; what is left out stays, and what waits goes on waiting',
  params: WebhookParams,
  body: Type.Partial(Type.Object({ ...WebhookFields, disabled: Type.Boolean() }), {
    additionalProperties: false,
  }),
  response: Webhook,
});

export const removeWebhook = route({
  method: 'DELETE',
  path: '/webhooks/{webhookId}',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'webhook'),
  summary: 'Remove a webhook',
  params: WebhookParams,
  response: Done,
});

export const restoreWebhook = route({
  method: 'POST',
  path: '/webhooks/{webhookId}/restore',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'webhook'),
  summary: 'Undo the removal of a webhook',
  params: WebhookParams,
  response: Webhook,
});

export const renewWebhookSecret = route({
  method: 'POST',
  path: '/webhooks/{webhookId}/secret',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'webhook'),
  summary: 'Give a webhook a new secret; from now on deliveries are signed with it',
  params: WebhookParams,
  response: WebhookWithSecret,
});

export const testWebhook = route({
  method: 'POST',
  path: '/webhooks/{webhookId}/test',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'webhook'),
  summary: 'Send a test; it is tried once, before whatever waits',
  params: WebhookParams,
  response: Delivery,
  status: 202,
});

export const listDeliveries = route({
  method: 'GET',
  path: '/webhooks/{webhookId}/deliveries',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'webhook'),
  summary: 'Deliveries of a webhook with their last answer, newest first',
  params: WebhookParams,
  query: Type.Object({
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  response: page(Delivery),
});

export const replayDeliveries = route({
  method: 'POST',
  path: '/webhooks/{webhookId}/replay',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'webhook'),
  summary: 'Send again what happened in a time, the latest 1,000 events at most, with the same `webhook-id`',
  params: WebhookParams,
  body: Type.Object({ from: Time, to: Time }),
  response: Type.Object({ count: Type.Integer() }),
  status: 202,
});

export const replayDelivery = route({
  method: 'POST',
  path: '/deliveries/{deliveryId}/replay',
  area: 'erp',
  module: 'erp',
  access: needs('erp.manage', 'delivery'),
  summary: 'Send one delivery again, with the same `webhook-id`',
  params: Type.Object({ deliveryId: Id }),
  response: Delivery,
  status: 202,
});
