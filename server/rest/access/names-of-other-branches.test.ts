import { afterAll, beforeAll, expect, test } from 'vitest';
import { cardUid } from '#core/access/card-uid.ts';
import type { Change } from '#core/changes.ts';
import { stationId } from '#core/shared/ids.ts';
import { HOUR } from '#core/shared/units.ts';
import type { RestClient } from '../../testing/rest-client.ts';
import { signedInPerson } from '../../testing/signed-in-person.ts';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { connectStation, type TestStation } from '../../testing/test-station.ts';

let site: TestSite;
let south: number;
let north: number;
let yard: TestStation;
let gate: TestStation;
/** Manages the south and knows nothing of the north. */
let manager: RestClient;

beforeAll(async () => {
  site = await startSite({ access: 'known-cards' });
  south = await added('/tenants', { parentId: 1, name: 'South', kind: 'site' });
  north = await added('/tenants', { parentId: 1, name: 'North', kind: 'site' });
  await site.adopt('YARD', { tenantId: south });
  await site.adopt('GATE', { tenantId: north });
  yard = await site.station('YARD');
  gate = await site.station('GATE');
  for (const station of [yard, gate]) {
    await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
    await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Preparing' });
  }
  const grants = [{ tenantId: south, role: 'manager' }];
  manager = (await signedInPerson(site, { name: 'Sam', tenantId: south, grants })).client;
}, 60_000);
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('a driver of another branch is named neither with the card in hand nor with a number like it', async () => {
  const driverId = await added('/drivers', { tenantId: north, name: 'Nora Nord' });
  await added('/cards', { tenantId: south, uid: '04A2B3C4', holder: 'Pool', driverId });
  await yard.ok('Authorize', { idTag: '04A2B3C4' });
  await yard.ok('Authorize', { idTag: 'C4B3A204' });
  const { items } = (await manager.get('/held-cards')).json;
  expect(items).toMatchObject([
    { uid: 'C4B3A204', similar: { uid: '04A2B3C4', holder: 'Pool' } },
    { uid: '04A2B3C4', holder: 'Pool' },
  ]);
  expect((await site.api.get('/held-cards')).json.items[1].holder).toBe('Nora Nord');
});

test('nor with a reservation of the card, nor where a station says why it refuses it', async () => {
  const driverId = await added('/drivers', { tenantId: north, name: 'Nils Nord' });
  const cardId = await added('/cards', { tenantId: south, uid: 'BLOCKED1', driverId });
  const expiresAt = new Date(site.clock.now() + HOUR).toISOString();
  const kept = { kind: 'reserve', connectorId: 1, cardId, expiresAt };
  expect((await manager.post('/stations/YARD/commands', kept)).status).toBeLessThan(300);
  await site.api.patch(`/drivers/${driverId}`, { blocked: true });
  expect((await yard.ok('Authorize', { idTag: 'BLOCKED1' })).idTagInfo.status).toBe('Blocked');
  const why = (await manager.get('/stations/YARD/why')).json;
  expect(why).toMatchObject({
    cause: 'driver-blocked',
    figures: { card: 'BLOCKED1', driver: '', holder: '' },
  });
  expect(await everything(manager)).not.toMatch(/Nord/);
  expect((await site.api.get('/stations/YARD/why')).json.figures.driver).toBe('Nils Nord');
});

test('nor is the station where a card charges that is held to another one here', async () => {
  await added('/cards', { tenantId: south, uid: 'BUSY', holder: 'Bo' });
  const timestamp = new Date(site.clock.now()).toISOString();
  await gate.ok('StartTransaction', { connectorId: 1, idTag: 'BUSY', meterStart: 0, timestamp });
  await yard.ok('Authorize', { idTag: 'BUSY' });
  const { cause, figures, action } = (await manager.get('/stations/YARD/why')).json;
  expect({ cause, figures, action }).toMatchObject({
    cause: 'card-charging-elsewhere',
    figures: { card: 'BUSY', station: '' },
    action: null,
  });
});

test('nor is a group that may charge where a card of here may not', async () => {
  const group = await added('/groups', { of: 'users', tenantId: north, name: 'Nord staff' });
  const own = await added('/groups', { of: 'users', tenantId: south, name: 'South staff' });
  const rule = await added('/access-rules', {
    tenantId: 1,
    name: 'Staff only',
    who: { kind: 'groups', groupIds: [group, own] },
    where: { groupIds: [], powerClasses: [], stationIds: ['YARD'] },
  });
  await added('/cards', { tenantId: south, uid: 'GUEST7', holder: 'Gil' });
  expect((await yard.ok('Authorize', { idTag: 'GUEST7' })).idTagInfo.status).toBe('Blocked');
  const figures = async (client: RestClient) => (await client.get('/stations/YARD/why')).json.figures;
  expect(await figures(manager)).toMatchObject({ card: 'GUEST7', allowed: 'South staff' });
  expect((await figures(site.api)).allowed).toBe('Nord staff, South staff');
  await site.api.delete(`/access-rules/${rule}`);
});

test('a list that comes in says that a number is another spelling, and names no card of another branch', async () => {
  await added('/cards', { tenantId: north, uid: '11223344', holder: 'Nele Nord' });
  const sent = { text: 'UID\n44332211\nC4B3A204\n', headers: { 'content-type': 'text/csv' } };
  const { id } = (await manager.send('POST', '/api/v1/imports/cards/drafts', sent)).json;
  const wish = { mapping: { uid: 0 } };
  const dry = (await manager.post(`/import-drafts/${id}/dry-run`, wish)).json;
  expect(dry.items).toMatchObject([
    { problems: [{ kind: 'twin-elsewhere', suggestion: null, about: null }] },
    { problems: [{ kind: 'twin-known', suggestion: '04A2B3C4', about: '04A2B3C4' }] },
  ]);
});

test('however many cards are held elsewhere, those held here are listed', async () => {
  await yard.ok('Authorize', { idTag: 'OWN' });
  const held = (_: unknown, index: number): Change => ({
    kind: 'card-held',
    held: {
      uid: cardUid(`FOREIGN${index}`),
      stationId: stationId('GATE'),
      at: site.clock.now(),
      verdict: 'unknown',
    },
  });
  const changes = Array.from({ length: 600 }, held);
  await site.store.submit({ decide: () => ({ changes, value: null }), undo: () => {}, kept: () => {} });
  // Held here and there: what counts here is when it was held here.
  await gate.ok('Authorize', { idTag: 'OWN' });
  const { items } = (await manager.get('/held-cards?unknown=true')).json;
  expect(items[0]).toMatchObject({ uid: 'OWN', stationId: 'YARD' });
  expect(items.filter(({ uid }: { readonly uid: string }) => uid.startsWith('FOREIGN'))).toEqual([]);
});

test('a station that knocks in vain is shown only where it hangs, and forgotten by nobody else', async () => {
  await site.adopt('LOCKED', { tenantId: north, password: 'a-password-of-its-own' });
  await connectStation(site.server.ocppUrl, 'LOCKED', { password: 'another-one-of-mine' }).catch(() => null);
  const knocks = async (client: RestClient) => (await client.get('/knocks')).json.items;
  expect(await knocks(site.api)).toMatchObject([{ stationId: 'LOCKED' }]);
  expect(await knocks(manager)).toEqual([]);
  // Whether there is such an attempt is not said either.
  for (const key of ['LOCKED', 'NOBODY'])
    expect((await manager.delete(`/knocks/${key}`)).json.code).toBe('forbidden');
  expect(await knocks(site.api)).toHaveLength(1);
});

/** All lists and things in which a holder stands. */
async function everything(client: RestClient): Promise<string> {
  const paths = [
    '/held-cards',
    '/cards',
    '/drivers',
    '/stations/YARD/reservations',
    '/stations/YARD/local-list',
    '/stations/YARD/why',
    '/offline-board',
    '/service-desk?search=04A2B3C4',
  ];
  const answers = await Promise.all(paths.map((path) => client.get(path)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
  return answers.map(({ text }) => text).join('\n');
}

async function added(path: string, body: object): Promise<number> {
  const { status, text, json } = await site.api.post(path, body);
  if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
  return json.id;
}
