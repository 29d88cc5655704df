import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const ERP = { tenantId: 1, name: 'ERP', permissions: ['sessions.read', 'access.write'] };

test('a client is added, its secret is told once, and nobody reads it again', async () => {
  const { status, json } = await site.api.post('/clients', ERP);
  expect(status).toBe(201);
  expect(json.secret).toMatch(/^[\w-]{43}$/);
  const listed = await site.api.get('/clients');
  expect(listed.json.items).toEqual([json.client]);
  expect(listed.text).not.toContain(json.secret);
  await site.restart();
  expect((await site.api.get(`/clients/${json.client.id}`)).json).toEqual(json.client);
  const [line] = (await site.api.get('/logbook?limit=10')).json.items.filter(
    ({ kind }: { kind: string }) => kind === 'client-added',
  );
  expect(line).toMatchObject({ actor: 'Mara Weber', facts: { client: 'ERP' } });
});

test('a new secret leaves the old one valid for the time that was chosen', async () => {
  const { client } = (await site.api.post('/clients', ERP)).json;
  const renewed = await site.api.post(`/clients/${client.id}/secret`, { oldValidSeconds: 3_600 });
  expect(renewed.json.client.secrets).toHaveLength(2);
  expect(renewed.json.client.secrets[1].validUntil).toBeNull();
  site.clock.advance(3_601_000);
  expect((await site.api.get(`/clients/${client.id}`)).json.secrets).toHaveLength(1);
  const atOnce = await site.api.post(`/clients/${client.id}/secret`, { oldValidSeconds: 0 });
  expect(atOnce.json.client.secrets).toHaveLength(1);
  expect(atOnce.json.secret).not.toBe(renewed.json.secret);
});

test('origins are written as browsers write them', async () => {
  const { client } = (await site.api.post('/clients', ERP)).json;
  for (const origin of ['*', 'null', 'https://erp.example/', 'erp.example', 'ftp://erp.example']) {
    const { status, json } = await site.api.patch(`/clients/${client.id}`, { origins: [origin] });
    expect([status, json.fields?.[0].path]).toEqual([400, 'body/origins/0']);
  }
  const origins = ['https://erp.example', 'http://127.0.0.1:8080'];
  expect((await site.api.patch(`/clients/${client.id}`, { origins })).json.origins).toEqual(origins);
});

test('what is not there is not found, be it a client or the node it is to hang on', async () => {
  expect((await site.api.post('/clients', { ...ERP, tenantId: 7 })).json.code).toBe('not-found');
  expect((await site.api.patch('/clients/nobody', { name: 'X' })).json.code).toBe('not-found');
});
