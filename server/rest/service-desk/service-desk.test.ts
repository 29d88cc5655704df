import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedInPerson } from '../../testing/signed-in-person.ts';
import { startSite, type TestSite } from '../../testing/start-site.ts';

let site: TestSite;
let driver: number;

beforeAll(async () => {
  site = await startSite({ access: 'known-cards' });
  driver = (await site.api.post('/drivers', { name: 'A. Becker', phone: '0151 1234' })).json.id;
  const { json: vehicle } = await site.api.post('/vehicles', { plate: 'HH-AB 123' });
  const { json: card } = await site.api.post('/cards', { uid: '04A2B81C5E7280', driverId: driver });
  await site.api.post('/assignments', { driverId: driver, vehicleId: vehicle.id });
  const station = await site.station('LP-07');
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  await station.ok('Authorize', { idTag: '04A2B81C5E7280' });
  expect(card.id).toBeGreaterThan(0);
});
afterAll(() => site.stop());

test.each([
  ['a part of the name', 'beck', 'driver'],
  ['the plate without its signs', 'hhab123', 'vehicle'],
  ['the card as another reader writes it', '80725E1CB8A204', 'card'],
  ['the beginning of the card', '04A2', 'card'],
])('a caller is found by %s, and it is said where they are', async (_, search, kind) => {
  const { items } = (await site.api.get(`/service-desk?search=${encodeURIComponent(search)}`)).json;
  const hit = items.find((one: { kind: string }) => one.kind === kind);
  expect(hit).toMatchObject({ place: { stationId: 'LP-07', what: 'accepted' } });
});

test('a station is found by its name', async () => {
  const { items } = (await site.api.get('/service-desk?search=lp-07')).json;
  expect(items).toMatchObject([{ kind: 'station', id: 'LP-07' }]);
});

test('from the plate one comes to the driver, the phone and the card', async () => {
  const { items } = (await site.api.get('/service-desk?search=HH-AB')).json;
  const { id } = items.find((one: { kind: string }) => one.kind === 'vehicle');
  expect((await site.api.get(`/service-desk/vehicle/${id}`)).json).toMatchObject({
    name: 'HH-AB 123',
    drivers: [{ name: 'A. Becker', phone: '0151 1234' }],
    cards: [{ uid: '04A2B81C5E7280' }],
    places: [{ stationId: 'LP-07', what: 'accepted' }],
  });
});

test('who is gone is not found', async () => {
  const gone = (await site.api.post('/drivers', { name: 'Gone Person' })).json.id;
  await site.api.delete(`/drivers/${gone}`);
  expect((await site.api.get('/service-desk?search=gone')).json.items).toEqual([]);
  expect((await site.api.get(`/service-desk/driver/${gone}`)).status).toBe(404);
  expect((await site.api.get('/service-desk/driver/x')).status).toBe(404);
});

test('who answers for a branch finds its callers alone, and nothing is said of stations elsewhere', async () => {
  const tenantId = (await site.api.post('/tenants', { parentId: 1, name: 'South', kind: 'site' })).json.id;
  await site.api.post('/stations', { id: 'SOUTH-1', name: 'South gate', tenantId });
  const south = (await site.api.post('/drivers', { tenantId, name: 'B. Beckstein' })).json.id;
  await site.api.post('/cards', { tenantId, uid: '04FF00112233', driverId: south });
  const station = await site.station('LP-07');
  await station.ok('Authorize', { idTag: '04FF00112233' });
  const wish = { tenantId, name: 'Gate', permissions: ['stations.read', 'stations.operate', 'access.read'] };
  const { key: role } = (await site.api.post('/roles', wish)).json;
  const { client } = await signedInPerson(site, { name: 'G. Ate', tenantId, grants: [{ tenantId, role }] });

  const { items } = (await client.get('/service-desk?search=beck')).json;
  expect(items).toMatchObject([
    { kind: 'driver', id: String(south), place: null },
    { kind: 'card', also: ['B. Beckstein', '04FF00112233'], place: null },
  ]);
  expect((await client.get(`/service-desk/driver/${south}`)).json).toMatchObject({ places: [] });
  expect((await client.get('/service-desk?search=LP-07')).json.items).toEqual([]);
  expect((await client.get('/service-desk?search=south')).json.items).toMatchObject([{ id: 'SOUTH-1' }]);
  expect((await client.get(`/service-desk/driver/${driver}`)).status).toBe(404);
  expect((await client.get('/service-desk/station/LP-07')).status).toBe(404);
  expect((await site.api.get(`/service-desk/driver/${south}`)).json).toMatchObject({
    places: [{ stationId: 'LP-07' }],
  });
});
