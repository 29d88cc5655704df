import { webcrypto } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '#core/shared/units.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { LOOPBACK, type Received, startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';

let site: TestSite;
let receiver: WebhookReceiver;

beforeEach(async () => {
  site = await startSite({ outside: LOOPBACK });
  receiver = await startReceiver();
});
afterEach(async () => {
  await site.stop();
  await receiver.stop();
  expect(site.errors).toEqual([]);
});

test('what happens is told, signed so that the receiver can check it with the secret', async () => {
  const { webhook, secret } = await hook();
  await site.api.post('/stations', { id: 'HOF 1', name: 'Hof' });
  const [told] = await received(1);
  expect(told?.json).toEqual({
    version: 1,
    id: told?.headers['webhook-id'],
    at: expect.stringMatching(/Z$/),
    kind: 'station-adopted',
    level: 'info',
    station: { id: 'HOF 1', name: 'Hof' },
    connector: null,
    session: null,
    tenant: { id: 1, name: 'Werk Süd' },
    actor: 'Mara Weber',
    facts: expect.any(Object),
  });
  expect(told?.headers['content-type']).toBe('application/json');
  expect(await isSigned(told, secret)).toBe(true);
  expect(await isSigned(told, `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(false);
  const seen = await eventually(
    async () => (await deliveries(webhook.id))[0]?.last && deliveries(webhook.id),
  );
  expect(seen[0]).toMatchObject({ state: 'delivered', attempts: 1, last: { outcome: { status: 204 } } });
});

test('only the kinds that were picked are told, and nothing while it is disabled; what waits is kept', async () => {
  const { webhook } = await hook({ kinds: ['note'] });
  receiver.answers(503);
  await note('first');
  await received(1);
  await site.api.patch(`/webhooks/${webhook.id}`, { disabled: true });
  await note('while it is off');
  receiver.answers(204);
  site.clock.advance(MINUTE);
  site.server.resumed();
  expect(receiver.got).toHaveLength(1);
  await site.api.patch(`/webhooks/${webhook.id}`, { disabled: false });
  await note('third');
  expect((await received(3)).map(({ json }) => json.facts.text)).toEqual(['first', 'first', 'third']);
});

test('a receiver that fails is asked again, the events in their order and with the same id', async () => {
  const { webhook } = await hook({ kinds: ['note'] });
  receiver.answers(500);
  for (const text of ['one', 'two', 'three']) await note(text);
  await received(1);
  const waiting = async () => (await deliveries(webhook.id)).at(-1);
  await eventually(async () => (await waiting())?.last);
  expect(await waiting()).toMatchObject({
    state: 'waiting',
    attempts: 1,
    last: { outcome: { body: 'status 500' } },
  });
  const [listed] = (await site.api.get('/webhooks')).json.items;
  expect(listed).toMatchObject({ waiting: 3, nextDelivery: await waiting(), lastDelivery: { attempts: 0 } });
  // Too early: the second attempt is due after 5 s, a quarter more or less.
  site.clock.advance(3_000);
  site.server.resumed();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(receiver.got).toHaveLength(1);
  receiver.answers(200);
  site.clock.advance(4_000);
  site.server.resumed();
  const all = await received(4);
  expect(all.map(({ json }) => json.facts.text)).toEqual(['one', 'one', 'two', 'three']);
  expect(all[1]?.headers['webhook-id']).toBe(all[0]?.headers['webhook-id']);
  expect(all[1]?.headers['webhook-timestamp']).not.toBe(all[0]?.headers['webhook-timestamp']);
});

test('after three days it is given up, and the logbook says so once', async () => {
  const { webhook } = await hook({ kinds: ['note'] });
  receiver.answers(500);
  await note('one');
  await note('two');
  await received(1);
  for (let hour = 0; hour < 76; hour += 1) {
    const before = receiver.got.length;
    site.clock.advance(1.3 * HOUR);
    site.server.resumed();
    await eventually(async () => receiver.got.length > before || (await allOver(webhook.id)));
    if (await allOver(webhook.id)) break;
  }
  expect((await deliveries(webhook.id)).map(({ state }) => state)).toEqual(['given-up', 'given-up']);
  const { json } = await site.api.get('/logbook?limit=100');
  expect(json.items.filter(({ kind }: { kind: string }) => kind === 'webhook-given-up')).toHaveLength(1);
});

test('one delivery, or a time, is sent again on demand', async () => {
  const { webhook } = await hook({ kinds: ['note'] });
  const from = new Date(site.clock.now() - 1_000).toISOString();
  await note('one');
  await note('two');
  const [one] = await received(2);
  await eventually(() => allOver(webhook.id));
  const first = (await deliveries(webhook.id)).at(-1);
  expect((await site.api.post(`/deliveries/${first?.id}/replay`)).status).toBe(202);
  expect((await received(3))[2]?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
  await eventually(() => allOver(webhook.id));
  const to = new Date(site.clock.now() + 1_000).toISOString();
  expect((await site.api.post(`/webhooks/${webhook.id}/replay`, { from, to })).json).toEqual({ count: 2 });
  expect((await received(5)).slice(3).map(({ json }) => json.facts.text)).toEqual(['one', 'two']);
});

test('a test arrives before whatever waits, and is tried once', async () => {
  const { webhook } = await hook({ kinds: ['note'] });
  receiver.answers(500);
  await note('waits');
  await received(1);
  expect((await site.api.post(`/webhooks/${webhook.id}/test`)).json).toMatchObject({ kind: 'test' });
  expect((await received(2))[1]?.json).toMatchObject({ kind: 'test', actor: 'Mara Weber' });
  const over = await eventually(
    async () => (await deliveries(webhook.id))[0]?.last && deliveries(webhook.id),
  );
  expect(over.map(({ state }) => state)).toEqual(['given-up', 'waiting']);
});

test('what was kept and not yet sent goes out after a restart', async () => {
  await hook({ kinds: ['note'] });
  receiver.answers(null);
  await note('one');
  await received(1);
  await note('two');
  await site.restart();
  receiver.answers(204);
  // The first may have arrived: nobody knows, so it comes again, and by its id the receiver knows it.
  const all = await received(3);
  expect(all.map(({ json }) => json.facts.text)).toEqual(['one', 'one', 'two']);
  expect(all[1]?.headers['webhook-id']).toBe(all[0]?.headers['webhook-id']);
});

test('a receiver that never answers holds up no other', async () => {
  const slow = await startReceiver();
  slow.answers(null);
  await hook({ kinds: ['note'], url: slow.url });
  await hook({ kinds: ['note'] });
  for (const text of ['one', 'two', 'three']) await note(text);
  await received(3);
  expect(slow.got).toHaveLength(1);
  await slow.stop();
});

test('while its part of the program is off nothing is sent, and what waits goes out afterwards', async () => {
  const { webhook } = await hook({ kinds: ['note'] });
  receiver.answers(500);
  await note('waits');
  await received(1);
  await site.api.patch('/site', { modulesOff: ['erp'] });
  receiver.answers(204);
  site.clock.advance(DAY);
  site.server.resumed();
  expect((await site.api.get('/webhooks')).json.code).toBe('module-off');
  expect(receiver.got).toHaveLength(1);
  await site.api.patch('/site', { modulesOff: [] });
  site.server.resumed();
  await received(2);
  await eventually(() => allOver(webhook.id));
});

test('no output shows the secret, and the database holds it sealed', async () => {
  const { webhook, secret } = await hook();
  const renewed = (await site.api.post(`/webhooks/${webhook.id}/secret`)).json;
  expect(renewed.secret).not.toBe(secret);
  await site.api.post('/stations', { id: 'HOF 1' });
  expect(await isSigned((await received(1))[0], renewed.secret)).toBe(true);
  const outputs = await Promise.all(
    ['/webhooks', `/webhooks/${webhook.id}/deliveries`, '/logbook?limit=100'].map((path) =>
      site.api.get(path),
    ),
  );
  const { webhooks } = await site.store.load();
  const shown = outputs.map(({ text }) => text).join('');
  const everything = shown + JSON.stringify(webhooks);
  for (const told of [secret, renewed.secret]) {
    expect(everything).not.toContain(told);
    expect(everything).not.toContain(told.slice('whsec_'.length));
  }
  // The logbook says that it was changed, and not to what, nor where the receiver keeps its own key.
  expect(shown).toContain('"sealedSecret":"•••"');
  for (const { sealedSecret } of webhooks) expect(shown).not.toContain(sealedSecret);
  expect(outputs[2]?.text).not.toContain('/hook');
});

test('an address that may not be asked is refused with the reason, and a removed webhook comes back', async () => {
  for (const [url, obstacle] of [
    ['ftp://erp.example/', 'not-http'],
    ['http://10.0.0.5/hook', 'lan-not-allowed'],
    ['http://169.254.169.254/', 'reserved'],
    [site.server.uiUrl, 'own-port'],
  ]) {
    const answer = await site.api.post('/webhooks', { tenantId: 1, name: 'X', url, kinds: ['note'] });
    expect([answer.status, answer.json.code, answer.json.detail]).toEqual([422, 'target-refused', obstacle]);
  }
  const { webhook } = await hook({ kinds: ['note'] });
  await site.api.delete(`/webhooks/${webhook.id}`);
  expect((await site.api.get('/webhooks')).json.items).toEqual([]);
  await note('nobody hears');
  expect((await site.api.post(`/webhooks/${webhook.id}/restore`)).status).toBe(200);
  await note('heard');
  expect((await received(1)).map(({ json }) => json.facts.text)).toEqual(['heard']);
});

async function hook(more: { readonly kinds?: readonly string[]; readonly url?: string } = {}) {
  const { status, text, json } = await site.api.post('/webhooks', {
    tenantId: 1,
    name: 'ERP',
    url: receiver.url,
    kinds: ['station-adopted'],
    ...more,
  });
  if (status !== 201) throw new Error(`${status} ${text}`);
  return json as { readonly webhook: { readonly id: number }; readonly secret: string };
}

function note(text: string) {
  return site.api.post('/logbook', { text });
}

function received(count: number): Promise<readonly Received[]> {
  return eventually(async () => receiver.got.length >= count && receiver.got);
}

interface Seen {
  readonly id: number;
  readonly state: string;
  readonly last: object | null;
}

async function deliveries(id: number): Promise<readonly Seen[]> {
  return (await site.api.get(`/webhooks/${id}/deliveries`)).json.items;
}

async function allOver(id: number): Promise<boolean> {
  return (await deliveries(id)).every(({ state }) => state !== 'waiting');
}

/** As standardwebhooks.com tells receivers to check; written without ours. */
async function isSigned(told: Received | undefined, secret: string): Promise<boolean> {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = told?.headers ?? {};
  const [version, code = ''] = String(signature).split(',');
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const bytes = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const key = await webcrypto.subtle.importKey('raw', bytes, hmac, false, ['verify']);
  const signed = new TextEncoder().encode(`${id}.${at}.${told?.text}`);
  const matches = await webcrypto.subtle.verify('HMAC', key, Buffer.from(code, 'base64'), signed);
  return version === 'v1' && matches;
}
