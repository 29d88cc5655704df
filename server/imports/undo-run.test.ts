import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOf, uploadList } from '../testing/import-file.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { addClient } from '../testing/test-client.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const NEW_TENANT = { mapping: { name: 0, tenant: 1 }, options: { createTenants: true } };

/** Imports a driver into a node that is made for it. */
async function driverIn(tenant: string): Promise<{ readonly importId: number; readonly tenantId: number }> {
  const text = `name;tenant\nDriver of ${tenant};${tenant}\n`;
  const { id } = await runOf(site.api, await uploadList(site.api, 'drivers', text), NEW_TENANT);
  const { items } = (await site.api.get('/tenants')).json;
  return { importId: id, tenantId: items.find(({ name }: { name: string }) => name === tenant).id };
}

const WEBHOOK = { name: 'ERP', url: 'https://no-such-host.invalid/hook', kinds: ['session-ended'] };

test.each([
  ['a program', (tenantId: number) => addClient(site, { tenantId, permissions: ['stations.read'] })],
  ['a webhook', (tenantId: number) => site.api.post('/webhooks', { ...WEBHOOK, tenantId })],
])('an imported tenant on which %s hangs stays when the import is undone', async (what, hang) => {
  const { importId, tenantId } = await driverIn(`Tenant with ${what}`);
  await hang(tenantId);
  const { json } = await site.api.post(`/imports/${importId}/undo`);
  expect(json).toMatchObject({ undone: 1, kept: [{ of: 'tenant', why: 'needed' }] });
});

test('an imported tenant with nothing on it goes, and only by somebody who may remove tenants', async () => {
  const first = await driverIn('Empty in the end');
  const permissions = ['access.read', 'access.write'];
  const role = (await site.api.post('/roles', { tenantId: 1, name: 'Fuhrpark', permissions })).json;
  const grants = [{ tenantId: 1, role: role.key }];
  const { client } = await signedInPerson(site, { name: 'Flora', grants });
  const byFleet = (await client.post(`/imports/${first.importId}/undo`)).json;
  expect(byFleet).toMatchObject({ undone: 1, kept: [{ of: 'tenant', why: 'out-of-reach' }] });
  const second = await driverIn('Empty as well');
  expect((await site.api.post(`/imports/${second.importId}/undo`)).json.kept).toEqual([]);
});

test('an imported group into which another card has been put stays, and one without goes', async () => {
  const groupOf = async (name: string, uid: string) => {
    const text = `uid;group\n${uid};${name}\n`;
    const wish = { mapping: { uid: 0, groups: 1 }, options: { createGroups: true } };
    const { id } = await runOf(site.api, await uploadList(site.api, 'cards', text), wish);
    const { items } = (await site.api.get('/groups')).json;
    return { importId: id, groupId: items.find((one: { name: string }) => one.name === name).id };
  };
  const [used, alone] = [await groupOf('Pool', '04A2B8C1'), await groupOf('Allein', '04A2B8C2')];
  await site.api.post('/cards', { uid: '04A2B8C3', groupIds: [used.groupId] });
  const undone = async (id: number) => (await site.api.post(`/imports/${id}/undo`)).json.kept;
  expect(await undone(used.importId)).toMatchObject([{ of: 'group', name: 'Pool', why: 'needed' }]);
  expect(await undone(alone.importId)).toEqual([]);
});

test('a station that has only come since is taken back, and its line is cut', async () => {
  const text = 'identity;name;vendor\nHOF-1;Hof links;Vermutlich AG\n';
  const mapping = { identity: 0, name: 1, vendor: 2 };
  const { id } = await runOf(site.api, await uploadList(site.api, 'stations', text), { mapping });
  const station = await site.station('HOF-1');
  await station.ok('BootNotification', { chargePointVendor: 'Wirklich AG', chargePointModel: 'M' });
  await station.ok('Heartbeat', {});
  expect((await site.api.post(`/imports/${id}/undo`)).json.kept).toEqual([]);
  const { retiredAt, vendor } = (await site.api.get('/stations/HOF-1')).json;
  expect(retiredAt).not.toBeNull();
  // What it has said of itself stays.
  expect(vendor).toBe('Wirklich AG');
  await eventually(async () => station.socket.readyState === station.socket.CLOSED);
});

test('a station whose name was changed by an import and then by a person keeps the person’s', async () => {
  await site.adopt('HOF-2', { name: 'Alt' });
  const mapping = { identity: 0, name: 1 };
  const text = 'identity;name\nHOF-2;Neu\n';
  const { id } = await runOf(site.api, await uploadList(site.api, 'stations', text), { mapping });
  await site.api.patch('/stations/HOF-2', { name: 'Von Hand' });
  expect((await site.api.post(`/imports/${id}/undo`)).json.kept).toMatchObject([{ why: 'changed' }]);
  expect((await site.api.get('/stations/HOF-2')).json.name).toBe('Von Hand');
});

test('a station about which a rule has been made since is not moved out of its reach', async () => {
  const tenant = async (name: string) =>
    (await site.api.post('/tenants', { parentId: 1, name, kind: 'site' })).json.id;
  const [left, right] = [await tenant('Links'), await tenant('Rechts')];
  await site.station('HOF-9');
  await site.api.patch('/stations/HOF-9', { tenantId: left });
  const mapping = { identity: 0, tenant: 1 };
  const moved = async (): Promise<number> => {
    const draft = await uploadList(site.api, 'stations', 'identity;tenant\nHOF-9;Rechts\n');
    return (await runOf(site.api, draft, { mapping })).id;
  };
  const held = await moved();
  const rule = { name: 'Nur rechts', who: { kind: 'everybody' }, tenantId: right };
  const { id: ruleId } = (await site.api.post('/access-rules', rule)).json;
  const kept = [{ of: 'station', name: 'HOF-9', why: 'held-by-rule' }];
  expect((await site.api.post(`/imports/${held}/undo`)).json).toMatchObject({ undone: 0, kept });
  expect((await site.api.get('/stations/HOF-9')).json.tenantId).toBe(right);
  // Where another rule waits, nothing is opened by the move.
  const everywhere = { name: 'Überall', who: { kind: 'everybody' }, tenantId: 1 };
  const { id: otherId } = (await site.api.post('/access-rules', everywhere)).json;
  await site.api.patch('/stations/HOF-9', { tenantId: left });
  expect((await site.api.post(`/imports/${await moved()}/undo`)).json).toMatchObject({ undone: 1, kept: [] });
  expect((await site.api.get('/stations/HOF-9')).json.tenantId).toBe(left);
  for (const one of [ruleId, otherId]) await site.api.delete(`/access-rules/${one}`);
});
