import { afterEach, beforeEach, expect, test } from 'vitest';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { LOOPBACK, startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';

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

test('a webhook hears of its node and what lies below, and nothing of another branch', async () => {
  const [north, south] = await branches();
  const below = await node(north, 'Halle');
  for (const [tenantId, name] of [
    [1, 'root'],
    [north, 'north'],
    [south, 'south'],
  ] as const)
    await hook(tenantId, name);
  await client(below, 'ERP of the hall');
  const root = await eventually(async () => (await received('root')).length === 1 && received('root'));
  expect(root[0]).toMatchObject({
    tenant: { id: below, name: 'Halle' },
    facts: { client: 'ERP of the hall' },
  });
  await eventually(async () => (await received('north')).length === 1);
  await client(south, 'ERP of the south');
  await eventually(async () => (await received('south')).length === 1);
  expect((await received('south')).map(({ tenant }) => tenant.id)).toEqual([south]);
  expect(await received('north')).toHaveLength(1);
});

test('whoever manages one branch neither sees nor changes webhooks and deliveries of another', async () => {
  const [north, south] = await branches();
  const ours = await hook(north, 'north');
  const theirs = await hook(south, 'south');
  const delivery = (await site.api.post(`/webhooks/${theirs}/test`)).json;
  const grants = [{ tenantId: north, role: 'owner' }];
  const { client: tom } = await signedInPerson(site, { name: 'Tom Beck', tenantId: north, grants });
  expect((await tom.get('/webhooks')).json.items.map(({ id }: { id: number }) => id)).toEqual([ours]);
  for (const answer of [
    await tom.patch(`/webhooks/${theirs}`, { disabled: true }),
    await tom.delete(`/webhooks/${theirs}`),
    await tom.post(`/webhooks/${theirs}/secret`),
    await tom.post(`/webhooks/${theirs}/test`),
    await tom.get(`/webhooks/${theirs}/deliveries`),
    await tom.post(`/deliveries/${delivery.id}/replay`),
    await tom.post('/webhooks', { tenantId: south, name: 'X', url: receiver.url, kinds: ['note'] }),
  ])
    expect([answer.status, answer.json.code]).toEqual([404, 'not-found']);
  expect((await tom.post(`/webhooks/${ours}/test`)).status).toBe(202);
});

test('nobody has sent somewhere what they may not read in the logbook', async () => {
  const [north] = await branches();
  const ours = await hook(north, 'north');
  const delivery = (await site.api.post(`/webhooks/${ours}/test`)).json;
  const role = { tenantId: north, name: 'Deaf', permissions: ['people.read', 'erp.manage'] };
  const { key } = (await site.api.post('/roles', role)).json;
  const grants = [{ tenantId: north, role: key }];
  const { client: deaf } = await signedInPerson(site, { name: 'Dea Taub', tenantId: north, grants });
  const wish = { tenantId: north, name: 'X', url: receiver.url, kinds: ['note'] };
  for (const answer of [
    await deaf.post('/webhooks', wish),
    await deaf.patch(`/webhooks/${ours}`, { url: receiver.url }),
    await deaf.patch(`/webhooks/${ours}`, { disabled: false }),
    await deaf.patch(`/webhooks/${ours}`, { disabled: true, url: receiver.url }),
    await deaf.post(`/webhooks/${ours}/secret`),
    await deaf.get(`/webhooks/${ours}/deliveries`),
    await deaf.post(`/deliveries/${delivery.id}/replay`),
  ])
    expect([answer.status, answer.json.code]).toEqual([403, 'beyond-own-rights']);
  // To silence one takes nothing that is not theirs.
  expect((await deaf.patch(`/webhooks/${ours}`, { disabled: true })).status).toBe(200);
  expect((await deaf.delete(`/webhooks/${ours}`)).status).toBe(200);
  expect((await deaf.post(`/webhooks/${ours}/restore`)).json.code).toBe('beyond-own-rights');
});

async function branches() {
  return [await node(1, 'Nord'), await node(1, 'Süd')] as const;
}

async function node(parentId: number, name: string): Promise<number> {
  return (await site.api.post('/tenants', { parentId, name, kind: 'site' })).json.id;
}

async function hook(tenantId: number, name: string): Promise<number> {
  const url = `${receiver.url}/${name}`;
  return (await site.api.post('/webhooks', { tenantId, name, url, kinds: ['client-added'] })).json.webhook.id;
}

async function client(tenantId: number, name: string): Promise<void> {
  const { status } = await site.api.post('/clients', { tenantId, name, permissions: ['stations.read'] });
  expect(status).toBe(201);
}

async function received(name: string) {
  return receiver.got.filter(({ path }) => path === `/hook/${name}`).map(({ json }) => json);
}
