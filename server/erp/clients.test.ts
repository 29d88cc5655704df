import { afterEach, beforeEach, expect, test } from 'vitest';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { askOauth, askWith, tokenOf } from '../testing/test-client.ts';

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
  expect(listed.json.items).toEqual([{ ...json.client, lastUsedAt: null }]);
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

test('the list says when a client was last let in, and a wrong secret is no use of it', async () => {
  const erp = (await site.api.post('/clients', ERP)).json;
  await askOauth(site, 'token', { ...erp, secret: 'wrong', grant_type: 'client_credentials' });
  await eventually(async () => (await site.api.get('/api-requests')).json.items.length === 1);
  expect(await lastUse()).toBeNull();
  const token = await tokenOf(site, erp);
  site.clock.advance(60_000);
  const asked = site.clock.now();
  await askWith(site, token, { path: '/sessions' });
  const at = await eventually(async () => isFrom(await lastUse(), asked));
  // What a client does makes no new version of its record.
  expect((await site.api.get(`/clients/${erp.client.id}`)).json).toEqual(erp.client);
  await site.api.patch(`/clients/${erp.client.id}`, { name: 'SAP' });
  await site.restart();
  expect(await lastUse()).toBe(at);
});

test('a client that is removed is let in no more; restored, its secret counts again and its tokens do not', async () => {
  const erp = (await site.api.post('/clients', ERP)).json;
  const token = await tokenOf(site, erp);
  await site.api.delete(`/clients/${erp.client.id}`);
  expect((await site.api.get('/clients')).json.items).toEqual([]);
  expect((await site.api.get(`/clients/${erp.client.id}`)).json.code).toBe('not-found');
  expect((await askWith(site, token, { path: '/sessions' })).json.detail).toBe('client-gone');
  const asked = { ...erp, grant_type: 'client_credentials' };
  expect((await askOauth(site, 'token', asked)).json.error).toBe('invalid_client');
  expect((await site.api.post(`/clients/${erp.client.id}/restore`)).status).toBe(200);
  expect((await askWith(site, token, { path: '/sessions' })).json.detail).toBe('revoked');
  site.clock.advance(1_000);
  expect((await askWith(site, await tokenOf(site, erp), { path: '/sessions' })).status).toBe(200);
  await site.api.delete(`/clients/${erp.client.id}`);
  await site.restart();
  expect((await askOauth(site, 'token', asked)).json.error).toBe('invalid_client');
});

test('whoever lacks what a client may disables it, and changes nothing else on the way', async () => {
  const erp = (await site.api.post('/clients', ERP)).json;
  const role = { tenantId: 1, name: 'Programs', permissions: ['people.read', 'erp.manage'] };
  const { key } = (await site.api.post('/roles', role)).json;
  const { client: pat } = await signedInPerson(site, { name: 'Pat', grants: [{ tenantId: 1, role: key }] });
  const path = `/clients/${erp.client.id}`;
  for (const wish of [
    { name: 'Mine' },
    { origins: ['https://mine.example'] },
    { permissions: ['erp.manage'] },
  ])
    expect((await pat.patch(path, { disabled: true, ...wish })).json.code).toBe('beyond-own-rights');
  expect((await site.api.get(path)).json).toEqual(erp.client);
  expect((await pat.patch(path, { disabled: true })).json).toMatchObject({ name: 'ERP', origins: [] });
  expect((await pat.patch(path, { disabled: false })).json.code).toBe('beyond-own-rights');
});

function isFrom(moment: string | null, from: number): string | null {
  return moment !== null && Date.parse(moment) >= from ? moment : null;
}

async function lastUse(): Promise<string | null> {
  return (await site.api.get('/clients')).json.items[0].lastUsedAt;
}
