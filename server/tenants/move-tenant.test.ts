import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
/** Two branches, and a department of the first one that is to move to the second. */
let north: number;
let south: number;
let fleet: number;

beforeAll(async () => {
  site = await startSite();
}, 60_000);
beforeEach(async () => {
  north = await added('/tenants', { parentId: 1, name: 'North', kind: 'site' });
  south = await added('/tenants', { parentId: 1, name: 'South', kind: 'site' });
  fleet = await added('/tenants', { parentId: north, name: 'Fleet', kind: 'department' });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('a branch stays as long as its members belong to a group that it would leave, and each is counted', async () => {
  const guests = await added('/groups', { of: 'users', tenantId: north, name: 'Guests' });
  const everywhere = await added('/groups', { of: 'users', tenantId: 1, name: 'Everywhere' });
  const own = await added('/groups', { of: 'users', tenantId: fleet, name: 'Own' });
  const groupIds = [guests, everywhere, own];
  const driver = await added('/drivers', { tenantId: fleet, name: 'Ada', groupIds });
  await added('/cards', { tenantId: fleet, uid: 'TIED1', groupIds });
  await added('/cards', { tenantId: fleet, uid: 'TIED2', groupIds });
  await added('/cards', { tenantId: north, uid: 'STAYS', groupIds: [guests] });
  const refused = await move();
  expect(refused).toMatchObject({ status: 409, json: { code: 'tenant-tied' } });
  expect(refused.json.ties).toEqual([
    { to: 'group', name: 'Guests', what: 'drivers', count: 1 },
    { to: 'group', name: 'Guests', what: 'cards', count: 2 },
  ]);
  expect(await parentOf(fleet)).toBe(north);

  const members = (await site.api.get(`/groups/${guests}/members`)).json.items;
  const remove = members
    .filter(({ tenantId }: { readonly tenantId: number }) => tenantId === fleet)
    .map(({ kind, id }: { readonly kind: string; readonly id: string }) => ({ kind, id }));
  expect((await site.api.post(`/groups/${guests}/members`, { remove })).status).toBe(200);
  expect((await move()).status).toBe(200);
  const { groups } = (await site.api.get(`/drivers/${driver}`)).json;
  expect(groups.map(({ name }: { readonly name: string }) => name).toSorted()).toEqual(['Everywhere', 'Own']);
});

test('what was removed does not keep a branch, and does not come back into a group that it has left', async () => {
  const guests = await added('/groups', { of: 'users', tenantId: north, name: 'Guests' });
  const driver = await added('/drivers', { tenantId: fleet, name: 'Gone', groupIds: [guests] });
  await site.api.delete(`/drivers/${driver}`);
  expect((await move()).status).toBe(200);
  expect((await site.api.post(`/drivers/${driver}/restore`)).json.groups).toEqual([]);
});

test('whoever hangs a driver elsewhere is not kept by a group that nobody sees any more', async () => {
  const guests = await added('/groups', { of: 'users', tenantId: north, name: 'Guests' });
  const driver = await added('/drivers', { tenantId: north, name: 'Bo', groupIds: [guests] });
  expect((await site.api.patch(`/drivers/${driver}`, { tenantId: south })).json.code).toBe('other-branch');
  await site.api.delete(`/groups/${guests}`);
  expect((await site.api.patch(`/drivers/${driver}`, { tenantId: south })).status).toBe(200);
  await site.api.post(`/groups/${guests}/restore`);
  expect((await site.api.get(`/drivers/${driver}`)).json.groups).toEqual([]);
});

test('a station that a rule closes moves from under the rule neither alone nor with its branch', async () => {
  const id = `CLOSED ${fleet}`;
  await site.adopt(id, { tenantId: fleet });
  const yard = await added('/groups', { of: 'stations', tenantId: north, name: 'Yard' });
  const where = { groupIds: [], powerClasses: [], stationIds: [id] };
  const rule = await added('/access-rules', {
    tenantId: north,
    name: 'Staff only',
    who: { kind: 'everybody' },
    where,
  });
  const path = `/stations/${encodeURIComponent(id)}`;
  expect((await site.api.patch(path, { tenantId: south })).json).toMatchObject({ code: 'other-branch' });
  await site.api.patch(path, { groupIds: [yard] });
  expect((await move()).json.ties).toEqual([
    { to: 'group', name: 'Yard', what: 'stations', count: 1 },
    { to: 'rule', name: 'Staff only', what: 'stations', count: 1 },
  ]);
  await site.api.patch(path, { groupIds: [] });
  await site.api.delete(`/access-rules/${rule}`);
  expect((await move()).status).toBe(200);
});

test('a rule about all of a branch is left behind only where another waits, by hand, with the branch and by a list', async () => {
  const id = `GUARDED ${fleet}`;
  await site.adopt(id, { tenantId: fleet });
  const where = { groupIds: [], powerClasses: [], stationIds: [] };
  const rule = { name: 'Staff only', who: { kind: 'everybody' }, where };
  await added('/access-rules', { ...rule, tenantId: north });
  const path = `/stations/${encodeURIComponent(id)}`;
  const listed = async () => {
    const draft = await uploaded(`identity;tenant\n${id};South ${fleet}\n`);
    return (await site.api.post(`/import-drafts/${draft.id}/dry-run`, { mapping: draft.mapping })).json
      .items[0];
  };
  await site.api.patch(`/tenants/${south}`, { name: `South ${fleet}` });
  expect((await site.api.patch(path, { tenantId: south })).json).toMatchObject({ code: 'other-branch' });
  expect((await move()).json.ties).toEqual([{ to: 'rule', name: 'Staff only', what: 'stations', count: 1 }]);
  expect((await listed()).problems).toMatchObject([{ kind: 'held-by-rule', field: 'tenant' }]);
  await site.api.delete(path);
  expect((await listed()).problems.map(({ kind }: { readonly kind: string }) => kind)).toContain(
    'held-by-rule',
  );
  await site.api.post('/stations', { id });
  await added('/access-rules', { ...rule, tenantId: south });
  expect((await listed()).problems).toEqual([]);
  expect((await move()).status).toBe(200);
});

test('who holds a role of a branch keeps it nowhere else, and a group is named to those who may read it', async () => {
  const role = { tenantId: north, name: 'Watch', permissions: ['people.read'] };
  const { key } = (await site.api.post('/roles', role)).json;
  const secret = await added('/groups', { of: 'users', tenantId: north, name: 'Secret' });
  const driver = await added('/drivers', { tenantId: fleet, name: 'Cy', groupIds: [secret] });
  const grants = [{ tenantId: fleet, role: key }];
  const { id } = await signedInPerson(site, { name: `Watcher ${fleet}`, tenantId: fleet, grants });
  const mover = await signedInPerson(site, {
    name: `Mover ${fleet}`,
    grants: [{ tenantId: 1, role: await moverRole() }],
  });
  const moved = () => mover.client.patch(`/tenants/${fleet}`, { parentId: south });
  expect((await moved()).json.ties).toEqual([
    { to: 'group', name: null, what: 'drivers', count: 1 },
    { to: 'role', name: 'Watch', what: 'people', count: 1 },
  ]);
  await site.api.patch(`/people/${id}`, { grants: [] });
  await site.api.patch(`/drivers/${driver}`, { groupIds: [] });
  expect((await moved()).status).toBe(200);
});

test('nobody moves a branch under a webhook that would then tell what they may not read themselves', async () => {
  const webhook = await added('/webhooks', {
    tenantId: south,
    name: 'Ears',
    url: 'https://no-such-host.invalid/hook',
    kinds: ['session-ended'],
  });
  const mover = await signedInPerson(site, {
    name: `Deaf ${fleet}`,
    grants: [{ tenantId: 1, role: await moverRole() }],
  });
  const moved = () => mover.client.patch(`/tenants/${fleet}`, { parentId: south });
  expect((await moved()).json.code).toBe('beyond-own-rights');
  await site.api.delete(`/webhooks/${webhook}`);
  expect((await moved()).status).toBe(200);
});

/** Moves nodes, and reads nothing but people. */
async function moverRole(): Promise<string> {
  const wish = { tenantId: 1, name: `Moves ${fleet}`, permissions: ['people.read', 'people.write'] };
  return (await site.api.post('/roles', wish)).json.key;
}

function move() {
  return site.api.patch(`/tenants/${fleet}`, { parentId: south });
}

async function parentOf(id: number): Promise<number> {
  const { items } = (await site.api.get('/tenants')).json;
  return items.find((one: { readonly id: number }) => one.id === id).parentId;
}

async function added(path: string, body: object): Promise<number> {
  const { status, text, json } = await site.api.post(path, body);
  if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
  return json.id ?? json.webhook.id;
}

async function uploaded(text: string) {
  const sent = { text, headers: { 'content-type': 'text/csv' } };
  return (await site.api.send('POST', '/api/v1/imports/stations/drafts', sent)).json;
}
