import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;
let anna: { readonly id: number };

beforeEach(async () => {
  site = await startSite({ access: 'known-cards' });
  station = await site.station('A');
  desk = serviceDesk(site, 'A');
  anna = (await site.api.post('/cards', { uid: 'ANNA', holder: 'Anna', parentTag: 'HALL1' })).json;
  await site.api.post('/cards', { uid: 'BEN', holder: 'Ben', parentTag: 'HALL1' });
  await site.api.post('/cards', { uid: 'CEM', holder: 'Cem' });
  await status('Available');
});
afterEach(() => site.stop());

const HOUR = 3_600_000;

test('a reservation is there when the station has agreed, in effect when it shows it, and used by its card', async () => {
  const ordered = await reserve();
  const { payload } = await asked('ReserveNow');
  expect(payload).toMatchObject({ connectorId: 1, idTag: 'ANNA', parentIdTag: 'HALL1' });
  expect(Date.parse(String(payload.expiryDate))).toBeGreaterThan(site.clock.now());
  await desk.reaches(ordered.id, 'accepted');
  expect(await reservations()).toMatchObject([{ id: payload.reservationId, state: 'held', holder: 'Anna' }]);
  await status('Reserved');
  await desk.reaches(ordered.id, 'in-effect');
  await begin('ANNA', { reservationId: payload.reservationId });
  expect(await reservations()).toMatchObject([{ state: 'used', sessionId: expect.any(Number) }]);
  expect(await lines()).toContain('reservation-used');
});

test('another card of the group may use it, also when the station does not name it; a stranger may not', async () => {
  const ordered = await reserve();
  await desk.reaches(ordered.id, 'accepted');
  expect((await station.ok('Authorize', { idTag: 'BEN' })).idTagInfo).toMatchObject({
    status: 'Accepted',
    parentIdTag: 'HALL1',
  });
  expect((await station.ok('Authorize', { idTag: 'CEM' })).idTagInfo).toEqual({ status: 'Accepted' });
  await status('Available', 2);
  await begin('CEM', { connectorId: 2 });
  expect(await reservations()).toMatchObject([{ state: 'held' }]);
  await begin('BEN');
  expect(await reservations()).toMatchObject([{ state: 'used' }]);
});

test.each(['Faulted', 'Occupied', 'Unavailable', 'Rejected'])(
  'a station that says %s holds no reservation',
  async (word) => {
    station.answers('ReserveNow', () => ({ status: word }));
    const ordered = await reserve();
    expect(await desk.reaches(ordered.id, 'rejected')).toMatchObject({ answer: word });
    expect(await reservations()).toEqual([]);
  },
);

test('a start that names a reservation nobody knows is a session like any other', async () => {
  await begin('CEM', { reservationId: 4_711 });
  const { items } = (await site.api.get('/sessions')).json;
  expect(items).toMatchObject([{ state: 'running' }]);
  expect(await reservations()).toEqual([]);
});

test('a reservation expires on its own, also while the program is off', async () => {
  const ordered = await reserve();
  await desk.reaches(ordered.id, 'accepted');
  await site.restart();
  expect(await reservations()).toMatchObject([{ state: 'held' }]);
  site.clock.advance(2 * HOUR);
  site.server.resumed();
  await eventually(async () => (await reservations())[0]?.state === 'expired');
  expect(await lines()).toContain('reservation-expired');
});

test('the whole station is reserved at connector 0, and cancelled by the number it was made with', async () => {
  const ordered = await reserve({ connectorId: 0 });
  await desk.reaches(ordered.id, 'in-effect');
  const [held] = await reservations();
  station.answers('CancelReservation', () => ({ status: 'Rejected' }));
  const no = await desk.order({ kind: 'cancel-reservation', reservationId: held.id });
  await desk.reaches(no.id, 'rejected');
  expect(await reservations()).toMatchObject([{ state: 'held' }]);
  station.answers('CancelReservation', () => ({ status: 'Accepted' }));
  const yes = await desk.order({ kind: 'cancel-reservation', reservationId: held.id });
  await desk.reaches(yes.id, 'in-effect');
  expect((await asked('CancelReservation')).payload).toEqual({ reservationId: held.id });
  expect(await reservations()).toMatchObject([{ state: 'cancelled' }]);
  expect((await desk.refused({ kind: 'cancel-reservation', reservationId: held.id })).code).toBe('not-found');
});

test('a reservation in the past, or for a card that is not there, reaches no station', async () => {
  const past = await desk.refused({ ...wish(), expiresAt: new Date(site.clock.now() - 1_000).toISOString() });
  expect(past.fields).toMatchObject([{ path: 'body/expiresAt' }]);
  expect((await desk.refused({ ...wish(), cardId: 999 })).code).toBe('not-found');
  expect(station.asked).toEqual([]);
});

function wish(more: object = {}) {
  const expiresAt = new Date(site.clock.now() + HOUR).toISOString();
  return { kind: 'reserve', connectorId: 1, cardId: anna.id, expiresAt, ...more };
}

function reserve(more: object = {}) {
  return desk.order(wish(more));
}

async function reservations() {
  return (await desk.get('reservations')).items;
}

function asked(action: string) {
  return eventually(async () => station.asked.find((one) => one.action === action));
}

function status(word: string, connectorId = 1) {
  return station.ok('StatusNotification', { connectorId, errorCode: 'NoError', status: word });
}

function begin(idTag: string, more: object = {}) {
  const timestamp = new Date(site.clock.now()).toISOString();
  return station.ok('StartTransaction', { connectorId: 1, idTag, meterStart: 0, timestamp, ...more });
}

async function lines(): Promise<readonly string[]> {
  const { items } = (await site.api.get('/logbook?stationId=A')).json;
  return items.map(({ kind }: { readonly kind: string }) => kind);
}
