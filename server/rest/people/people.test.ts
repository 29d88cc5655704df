import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RestClient } from '../../testing/rest-client.ts';
import { signedInPerson } from '../../testing/signed-in-person.ts';
import { OWNER, startSite, type TestSite } from '../../testing/start-site.ts';

let site: TestSite;
let hall: number;
let desk: number;
let manager: RestClient;

beforeAll(async () => {
  site = await startSite();
  hall = await added('/tenants', { parentId: 1, name: 'Halle', kind: 'site' });
  desk = await added('/tenants', { parentId: hall, name: 'Leitstand', kind: 'department' });
  const grants = [{ tenantId: hall, role: 'manager' }];
  manager = (await signedInPerson(site, { name: 'Hallenleitung', tenantId: hall, grants })).client;
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('the last owner stays one, until there is another', async () => {
  const { items } = (await site.api.get('/people')).json;
  const { id } = items.find(({ name }: { name: string }) => name === OWNER.name);
  const grants = [{ tenantId: 1, role: 'viewer' }];
  expect((await site.api.patch(`/people/${id}`, { grants })).json.code).toBe('last-owner');
  const second = await signedInPerson(site, { name: 'Vertretung', grants: [{ tenantId: 1, role: 'owner' }] });
  expect((await second.client.patch(`/people/${id}`, { grants })).status).toBe(200);
  expect((await site.api.get('/settings')).status).not.toBe(200);
  const owner = [{ tenantId: 1, role: 'owner' }];
  expect((await second.client.patch(`/people/${id}`, { grants: owner })).status).toBe(200);
});

test('whoever manages a branch gives away what they have there, and nothing else anywhere', async () => {
  const wish = (tenantId: number, role: string) => ({
    name: `${role} ${tenantId}`,
    tenantId: hall,
    grants: [{ tenantId, role }],
  });
  expect((await manager.post('/people', wish(desk, 'technician'))).status).toBe(201);
  expect((await manager.post('/people', wish(hall, 'owner'))).json.code).toBe('beyond-own-rights');
  // That there is a root above is seen; that is all.
  expect((await manager.post('/people', wish(1, 'viewer'))).json.code).toBe('forbidden');
  const role = await manager.post('/roles', {
    tenantId: hall,
    name: 'Alles',
    permissions: ['settings.write'],
  });
  expect(role.json.code).toBe('beyond-own-rights');
});

test('a person whom somebody else has given a password chooses another before anything else', async () => {
  const { person, startPassword } = (
    await site.api.post('/people', { name: 'Neu', tenantId: 1, grants: [{ tenantId: 1, role: 'viewer' }] })
  ).json;
  const browser = site.stranger();
  const entered = await browser.post('/sign-in', { name: person.name, password: startPassword });
  expect(entered.json.signedInAs).toMatchObject({ mustChangePassword: true });
  expect((await browser.get('/stations')).json.code).toBe('own-password-needed');
  const next = 'nine brown windmills';
  expect((await browser.post('/password', { current: startPassword, next })).status).toBe(200);
  expect((await browser.get('/stations')).status).toBe(200);
});

test('a node goes only when nothing hangs on it, and never under itself', async () => {
  expect((await site.api.delete(`/tenants/${hall}`)).json).toMatchObject({ code: 'tenant-not-empty' });
  expect((await site.api.patch(`/tenants/${hall}`, { parentId: desk })).json.code).toBe(
    'tenant-within-itself',
  );
  expect((await site.api.patch('/tenants/1', { parentId: hall })).json.code).toBe('root-stays');
  const empty = await added('/tenants', { parentId: hall, name: 'Leer', kind: 'other' });
  expect((await site.api.delete(`/tenants/${empty}`)).status).toBe(200);
});

test('a role in use is not removed; it says by whom', async () => {
  const key = (await site.api.post('/roles', { tenantId: 1, name: 'Pforte', permissions: ['stations.read'] }))
    .json.key;
  const held = await signedInPerson(site, { name: 'Pförtner', grants: [{ tenantId: 1, role: key }] });
  const id = key.slice('own-'.length);
  expect((await site.api.delete(`/roles/${id}`)).json).toMatchObject({
    code: 'role-in-use',
    detail: 'Pförtner',
  });
  await site.api.patch(`/people/${held.id}`, { grants: [] });
  expect((await site.api.delete(`/roles/${id}`)).status).toBe(200);
});

test.each(['constructor', '__proto__', 'toString'])(
  'a role may be called %s, and is no role by that name',
  async (name) => {
    const wish = { tenantId: 1, name, permissions: ['stations.read'] };
    const { status, json: role } = await site.api.post('/roles', wish);
    expect([status, role.own.name]).toEqual([201, name]);
    const grants = [{ tenantId: 1, role: role.key }];
    const { id, client } = await signedInPerson(site, { name: `Holds ${name}`, grants });
    expect((await client.get('/stations')).status).toBe(200);
    expect((await client.get('/people')).json.code).toBe('forbidden');
    const byName = await site.api.patch(`/people/${id}`, { grants: [{ tenantId: 1, role: name }] });
    expect([byName.status, byName.json.code]).toEqual([400, 'invalid-request']);
    expect((await site.api.get(`/people/${id}`)).json.grants).toMatchObject(grants);
  },
);

test('whoever is disabled is out at once, and a new password ends every window', async () => {
  const grants = [{ tenantId: 1, role: 'viewer' }];
  const { id, client } = await signedInPerson(site, { name: 'Kurz da', grants });
  await site.api.post(`/people/${id}/password`, {});
  expect((await client.get('/stations')).status).toBe(401);
  const other = await signedInPerson(site, { name: 'Weg', grants });
  await site.api.patch(`/people/${other.id}`, { disabled: true });
  expect((await other.client.get('/stations')).status).toBe(401);
});

async function added(path: string, body: object): Promise<number> {
  const { status, text, json } = await site.api.post(path, body);
  if (status !== 201) throw new Error(`${status} ${text}`);
  return json.id;
}
