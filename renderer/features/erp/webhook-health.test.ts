import { expect, test } from 'vitest';
import type { Delivery, Webhook } from '#api/webhooks.ts';
import { healthOf } from './webhook-health.ts';

test('a webhook works as long as its last delivery has arrived', () => {
  expect(healthOf(webhook({}))).toBe('new');
  expect(healthOf(webhook({ lastDelivery: delivery({ state: 'delivered', attempts: 1 }) }))).toBe('works');
  expect(healthOf(webhook({ lastDelivery: delivery({ state: 'given-up', attempts: 1 }) }))).toBe('failing');
});

test('the one whose turn it is tells whether it fails, not the newest behind it', () => {
  const newest = delivery({});
  expect(healthOf(webhook({ nextDelivery: newest, lastDelivery: newest }))).toBe('waiting');
  expect(healthOf(webhook({ nextDelivery: delivery({ attempts: 3 }), lastDelivery: newest }))).toBe(
    'failing',
  );
});

test('what is disabled neither works nor fails', () => {
  const failing = delivery({ attempts: 3 });
  expect(healthOf(webhook({ nextDelivery: failing, disabledAt: '2026-01-01T00:00:00Z' }))).toBe('disabled');
});

function webhook(wish: Partial<Webhook>): Webhook {
  return {
    id: 1,
    tenantId: 1,
    name: 'ERP',
    url: 'https://erp.example/hook',
    kinds: ['note'],
    createdAt: '2026-01-01T00:00:00Z',
    createdBy: 'M. Weber',
    disabledAt: null,
    waiting: 0,
    lastDelivery: null,
    nextDelivery: null,
    ...wish,
  };
}

function delivery(wish: Partial<Delivery>): Delivery {
  return {
    id: 1,
    webhookId: 1,
    messageId: 'msg_1',
    kind: 'note',
    at: '2026-01-01T00:00:00Z',
    state: 'waiting',
    attempts: 0,
    nextAt: '2026-01-01T00:00:00Z',
    last: null,
    payload: '{}',
    ...wish,
  };
}
