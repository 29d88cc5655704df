import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { signedInPerson } from '../testing/signed-in-person.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;
let staff: number;
let guest: number;

/** Monday, 1 June 2026, 14:00 in Berlin. */
const MONDAY = Date.UTC(2026, 5, 1, 12);

beforeAll(async () => {
  site = await startSite({ access: 'known-cards', startsAt: MONDAY });
  station = await site.station('A');
  desk = serviceDesk(site, 'A');
  staff = await add('/groups', { of: 'users', name: 'Staff' });
  await add('/access-rules', { name: 'Staff', who: { kind: 'groups', groupIds: [staff] } });
  guest = await add('/cards', { uid: '04A2B3C4', holder: 'Guest' });
});
beforeEach(() => {
  station.asked.length = 0;
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('a card that may not charge is not started from here either, and the problem says why', async () => {
  const problem = await desk.refused(start());
  expect(problem).toMatchObject({
    code: 'card-refused',
    status: 409,
    detail: 'not-allowed-here',
    refused: { verdict: 'not-allowed-here', allowed: ['Staff'], anywayAllowed: true },
  });
  await station.ok('Heartbeat', {});
  expect(station.asked).toEqual([]);
});

test('started all the same, the session is let in for this once, and the logbook names who did it', async () => {
  const ordered = await desk.order(start({ anyway: true }));
  await desk.reaches(ordered.id, 'accepted');
  expect(station.asked).toMatchObject([{ action: 'RemoteStartTransaction', payload: { idTag: '04A2B3C4' } }]);
  const other = await site.station('B');
  expect((await other.ok('Authorize', { idTag: '04A2B3C4' })).idTagInfo.status).toBe('Blocked');
  // The station asks, and does not keep the answer for long.
  const { idTagInfo } = await station.ok('Authorize', { idTag: '04A2B3C4' });
  expect(idTagInfo.status).toBe('Accepted');
  expect(Date.parse(idTagInfo.expiryDate) - site.clock.now()).toBeLessThanOrEqual(15 * 60_000);
  const started = await begin();
  expect(started.idTagInfo.status).toBe('Accepted');
  await desk.reaches(ordered.id, 'in-effect');
  expect((await site.api.get('/sessions')).json.items[0]).toMatchObject({
    holder: 'Guest',
    state: 'running',
  });
  expect((await station.ok('Authorize', { idTag: '04A2B3C4' })).idTagInfo.status).toBe('Blocked');
  const { items } = (await site.api.get('/logbook?stationId=A')).json;
  expect(items.find(({ kind }: { readonly kind: string }) => kind === 'command-anyway')).toMatchObject({
    actor: 'Mara Weber',
    level: 'attention',
    facts: { command: 'remote-start', card: '04A2B3C4', refusal: 'not-allowed-here' },
  });
  const timestamp = new Date(site.clock.now()).toISOString();
  const { transactionId } = started;
  await station.ok('StopTransaction', { transactionId, meterStop: 0, timestamp, reason: 'Remote' });
});

test('whoever does not decide who may charge there cannot insist, and is not offered to', async () => {
  const grants = [{ tenantId: 1, role: 'technician' }];
  const { client: technician } = await signedInPerson(site, { name: 'Tom', grants });
  const asked = await technician.post('/stations/A/commands', start());
  expect(asked.json).toMatchObject({ code: 'card-refused', refused: { anywayAllowed: false } });
  expect((await technician.post('/stations/A/commands', start({ anyway: true }))).json.code).toBe(
    'forbidden',
  );
});

test('a place is kept for who may charge before the reservation ends, and for nobody else unless insisted on', async () => {
  const night = await add('/groups', { of: 'users', name: 'Nights' });
  await add('/access-rules', {
    name: 'Nights',
    who: { kind: 'groups', groupIds: [night] },
    windows: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 16 * 60, to: 20 * 60 }],
  });
  const nights = await add('/cards', { uid: 'NIGHT', groupIds: [night] });
  expect(await desk.refused(reserve(nights, 1))).toMatchObject({
    code: 'card-refused',
    refused: { verdict: 'outside-hours', opensAt: '2026-06-01T14:00:00.000Z' },
  });
  await desk.reaches((await desk.order(reserve(nights, 3))).id, 'in-effect');
  expect(await desk.refused(reserve(guest, 3))).toMatchObject({ code: 'card-refused' });
  const kept = await desk.order({ ...reserve(guest, 3), anyway: true });
  await desk.reaches(kept.id, 'in-effect');
  expect(await desk.refused({ ...reserve(nights, 3), cardId: 999 })).toMatchObject({ code: 'not-found' });
});

test('a station is told of a card as its own reader wrote it last', async () => {
  const anna = await add('/cards', { uid: '0411223344', groupIds: [staff], parentTag: 'HALL' });
  await site.api.post(`/cards/${anna}/spellings`, { uid: '4433221104' });
  await desk.order(start({ cardId: anna, connectorId: 2 }));
  await eventually(async () => station.asked.length === 1);
  await station.ok('Authorize', { idTag: '4433221104' });
  await desk.order(reserve(anna, 1));
  await eventually(async () => station.asked.length === 2);
  expect(station.asked.map(({ payload }) => payload.idTag)).toEqual(['0411223344', '4433221104']);
  // It is the card's all the same.
  await expect
    .poll(async () => (await desk.get('reservations')).items)
    .toContainEqual(expect.objectContaining({ cardUid: '0411223344', group: 'HALL' }));
  const long = await add('/cards', { uid: 'X'.repeat(30), groupIds: [staff] });
  expect((await desk.refused(start({ cardId: long }))).code).toBe('invalid-request');
  await site.api.post(`/cards/${long}/spellings`, { uid: 'XSHORT' });
  await desk.order(start({ cardId: long, connectorId: 3 }));
  await eventually(async () => station.asked.at(-1)?.payload.idTag === 'XSHORT');
});

function start(more: object = {}) {
  return { kind: 'remote-start', connectorId: 1, cardId: guest, ...more };
}

function reserve(cardId: number, hours: number) {
  const expiresAt = new Date(site.clock.now() + hours * 3_600_000).toISOString();
  return { kind: 'reserve', connectorId: 0, cardId, expiresAt };
}

function begin() {
  const timestamp = new Date(site.clock.now()).toISOString();
  return station.ok('StartTransaction', { connectorId: 1, idTag: '04A2B3C4', meterStart: 0, timestamp });
}

async function add(path: string, body: object): Promise<number> {
  const { json, status, text } = await site.api.post(path, body);
  expect(status, text).toBe(201);
  return json.id;
}
