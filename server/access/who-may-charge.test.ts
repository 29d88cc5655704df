import { afterEach, beforeEach, expect, test } from 'vitest';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let yard: TestStation;

/** Monday, 1 June 2026, 14:00 in Berlin. */
const MONDAY = Date.UTC(2026, 5, 1, 12);
const HOUR = 3_600_000;

beforeEach(async () => {
  site = await startSite({ access: 'known-cards', startsAt: MONDAY });
  yard = await site.station('YARD');
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('a card of another group is refused, and the question why is answered with since when', async () => {
  const staff = await add('/groups', { of: 'users', name: 'Staff' });
  const guests = await add('/groups', { of: 'users', name: 'Guests' });
  await add('/cards', { uid: 'STAFF', groupIds: [staff] });
  await add('/cards', { uid: 'GUEST', groupIds: [guests] });
  expect([await held('STAFF'), await held('GUEST')]).toEqual(['Accepted', 'Accepted']);
  await add('/access-rules', {
    name: 'Yard is for staff',
    who: { kind: 'groups', groupIds: [staff] },
    where: { stationIds: ['YARD'], groupIds: [], powerClasses: [] },
    from: '2026-05-01T00:00:00Z',
  });
  expect([await held('STAFF'), await held('GUEST')]).toEqual(['Accepted', 'Blocked']);
  expect(await why()).toMatchObject({
    cause: 'card-not-allowed-here',
    figures: { card: 'GUEST', allowed: 'Staff', sinceAt: Date.UTC(2026, 4, 1) },
  });
  const hall = await site.station('HALL');
  expect((await hall.ok('Authorize', { idTag: 'GUEST' })).idTagInfo.status).toBe('Accepted');
});

test('outside its hours a card is refused, and told when it may charge again', async () => {
  const night = { days: [1, 2, 3, 4, 5, 6, 7], from: 22 * 60, to: 6 * 60 };
  await add('/access-rules', { name: 'Nights', who: { kind: 'everybody' }, windows: [night] });
  await add('/cards', { uid: 'NIGHT' });
  expect(await held('NIGHT')).toBe('Blocked');
  expect(await why()).toMatchObject({
    cause: 'card-outside-hours',
    figures: { opensAt: MONDAY + 8 * HOUR },
  });
  site.clock.advance(8 * HOUR);
  expect(await held('NIGHT')).toBe('Accepted');
});

test('a card goes with its driver: blocked, expired, not valid yet', async () => {
  const driver = await add('/drivers', { name: 'Ada Lehmann' });
  await add('/cards', { uid: 'ADA', holder: 'Pool', driverId: driver });
  expect(await held('ADA')).toBe('Accepted');
  await site.api.patch(`/drivers/${driver}`, { blocked: true });
  expect(await held('ADA')).toBe('Blocked');
  expect(await why()).toMatchObject({ cause: 'driver-blocked', figures: { driver: 'Ada Lehmann' } });
  await site.api.patch(`/drivers/${driver}`, { blocked: false, expiresAt: '2026-06-01T00:00:00Z' });
  expect(await held('ADA')).toBe('Expired');
  await site.api.patch(`/drivers/${driver}`, { validFrom: '2026-06-02T00:00:00Z', expiresAt: null });
  expect(await held('ADA')).toBe('Blocked');
  await site.api.delete(`/drivers/${driver}`);
  expect(await held('ADA')).toBe('Blocked');
});

test('a car that the station recognises is judged by its own groups, and the session is its', async () => {
  const vehicle = await add('/vehicles', { plate: 'S-AB 123', vid: '00:11:22:AA:BB:CC' });
  const driver = await add('/drivers', { name: 'Ben Okoro' });
  await add('/assignments', { driverId: driver, vehicleId: vehicle });
  expect(await held('VID:001122AABBCC')).toBe('Accepted');
  await start('VID:001122AABBCC');
  expect((await site.api.get('/sessions')).json.items[0]).toMatchObject({ holder: 'Ben Okoro' });
  expect((await site.api.get(`/vehicles/${vehicle}`)).json.lastUsedAt).not.toBeNull();
  expect((await site.api.get(`/drivers/${driver}`)).json.lastUsedAt).not.toBeNull();
  await site.api.patch(`/vehicles/${vehicle}`, { blocked: true });
  expect(await held('vid:001122aabbcc')).toBe('Blocked');
});

test('every spelling of a card is that card: one session at a time, whatever the reader', async () => {
  const card = await add('/cards', { uid: '04A2B3C4', holder: 'A. Becker' });
  expect(await held('C4B3A204')).toBe('Invalid');
  await site.api.post(`/cards/${card}/spellings`, { uid: 'C4B3A204' });
  expect(await held('C4B3A204')).toBe('Accepted');
  await start('C4B3A204');
  expect((await site.api.get('/sessions')).json.items[0]).toMatchObject({ cardUid: '04A2B3C4' });
  const hall = await site.station('HALL');
  expect((await hall.ok('Authorize', { idTag: '04A2B3C4' })).idTagInfo.status).toBe('ConcurrentTx');
});

test('in the nights in which the clock is changed, windows follow the clock on the wall', async () => {
  const early = { days: [7], from: 2 * 60, to: 3 * 60 };
  await add('/access-rules', { name: 'Early', who: { kind: 'everybody' }, windows: [early] });
  await add('/cards', { uid: 'EARLY' });
  // 25 October 2026: from two to three comes twice, at 0 and at 1 UTC.
  const verdicts: string[] = [];
  site.clock.advance(Date.UTC(2026, 9, 24, 23, 30) - MONDAY);
  for (let step = 0; step < 4; step += 1) {
    const again = await site.station('YARD');
    verdicts.push((await again.ok('Authorize', { idTag: 'EARLY' })).idTagInfo.status);
    again.socket.terminate();
    site.clock.advance(HOUR);
  }
  expect(verdicts).toEqual(['Blocked', 'Accepted', 'Accepted', 'Blocked']);
});

test('in the night in which the clock is put forward, an hour that is leapt over lets nobody in', async () => {
  const early = { days: [7], from: 2 * 60, to: 3 * 60 };
  const late = { days: [7], from: 2 * 60 + 30, to: 4 * 60 };
  const group = await add('/groups', { of: 'users', name: 'Late' });
  await add('/access-rules', {
    name: 'Early',
    who: { kind: 'groups', groupIds: [await add('/groups', { of: 'users', name: 'Early' })] },
    windows: [early],
  });
  await add('/access-rules', { name: 'Late', who: { kind: 'groups', groupIds: [group] }, windows: [late] });
  await add('/cards', { uid: 'LATE', groupIds: [group] });
  const [first] = (await site.api.get('/groups?of=users')).json.items;
  await add('/cards', { uid: 'EARLY', groupIds: [first.id] });
  // 28 March 2027: at 1 UTC the clock leaps from two to three.
  site.clock.advance(Date.UTC(2027, 2, 28, 0, 30) - MONDAY);
  yard = await site.station('YARD');
  expect([await held('EARLY'), await held('LATE')]).toEqual(['Blocked', 'Blocked']);
  await site.api.post('/sign-in', OWNER);
  // Whatever would have begun within that hour begins at the leap.
  expect((await why()).figures).toMatchObject({ card: 'LATE', opensAt: Date.UTC(2027, 2, 28, 1) });
  site.clock.advance(HOUR / 2 + 1_000);
  yard = await site.station('YARD');
  expect([await held('EARLY'), await held('LATE')]).toEqual(['Blocked', 'Accepted']);
  expect((await yard.ok('Authorize', { idTag: 'LATE' })).idTagInfo.expiryDate).toBe(
    '2027-03-28T02:00:00.000Z',
  );
});

test('an answer bears the earliest end: of the card, the driver, the assignment, the rule, the hours', async () => {
  const day = 24 * HOUR;
  const iso = (moment: number) => new Date(moment).toISOString();
  const until = async (idTag: string) => (await yard.ok('Authorize', { idTag })).idTagInfo.expiryDate;
  await add('/cards', { uid: 'OPEN' });
  expect(await until('OPEN')).toBeUndefined();
  const driver = await add('/drivers', { name: 'Ada Lehmann', expiresAt: iso(MONDAY + 20 * day) });
  const ended = await add('/drivers', { name: 'Gone', expiresAt: iso(MONDAY - day) });
  const card = await add('/cards', { uid: 'ADA', driverId: driver, expiresAt: iso(MONDAY + 30 * day) });
  expect(await until('ADA')).toBe(iso(MONDAY + 20 * day));
  // Once Ada's time is over, only somebody who may not charge is left.
  await add('/assignments', { cardId: card, driverId: ended });
  await site.api.patch(`/drivers/${driver}`, { expiresAt: null });
  const [held] = (await site.api.get(`/cards/${card}`)).json.assignments.filter(
    (one: { readonly driver: { readonly id: number } | null }) => one.driver?.id === driver,
  );
  await site.api.patch(`/assignments/${held.id}`, { to: iso(MONDAY + 10 * day) });
  expect(await until('ADA')).toBe(iso(MONDAY + 10 * day));
  await add('/access-rules', { name: 'Week', who: { kind: 'everybody' }, to: iso(MONDAY + 5 * day) });
  // Where no rule holds any more, everybody may: that is no end.
  expect(await until('ADA')).toBe(iso(MONDAY + 10 * day));
  const group = await add('/groups', { of: 'users', name: 'Others' });
  await add('/access-rules', { name: 'Others', who: { kind: 'groups', groupIds: [group] } });
  expect(await until('ADA')).toBe(iso(MONDAY + 5 * day));
  const timestamp = iso(site.clock.now());
  const started = await yard.ok('StartTransaction', {
    connectorId: 1,
    idTag: 'ADA',
    meterStart: 0,
    timestamp,
  });
  expect(started.idTagInfo.expiryDate).toBe(iso(MONDAY + 5 * day));
  // What the station repeats is answered the same.
  const again = await yard.ok('StartTransaction', { connectorId: 1, idTag: 'ADA', meterStart: 0, timestamp });
  expect(again).toEqual(started);
});

test('hours that end shut nobody out who may charge again later: asked again, the program says what holds then', async () => {
  const day = { days: [1, 2, 3, 4, 5, 6, 7], from: 8 * 60, to: 18 * 60 };
  await add('/access-rules', { name: 'Days', who: { kind: 'everybody' }, windows: [day] });
  await add('/cards', { uid: 'DAY' });
  const ask = async () => (await yard.ok('Authorize', { idTag: 'DAY' })).idTagInfo;
  expect(await ask()).toEqual({ status: 'Accepted', expiryDate: new Date(MONDAY + 4 * HOUR).toISOString() });
  site.clock.advance(20 * HOUR);
  yard = await site.station('YARD');
  expect(await ask()).toEqual({ status: 'Accepted', expiryDate: new Date(MONDAY + 28 * HOUR).toISOString() });
});

test('a group, a driver or a card of another branch is not tied to what is ours', async () => {
  const north = await add('/tenants', { name: 'North', kind: 'site', parentId: 1 });
  const south = await add('/tenants', { name: 'South', kind: 'site', parentId: 1 });
  const group = await add('/groups', { of: 'users', name: 'North', tenantId: north });
  const answer = await site.api.post('/drivers', { name: 'S', tenantId: south, groupIds: [group] });
  expect(answer.json).toMatchObject({ code: 'other-branch' });
});

async function add(path: string, body: object): Promise<number> {
  const { json, status, text } = await site.api.post(path, body);
  expect(status, text).toBe(201);
  return json.id;
}

async function held(idTag: string): Promise<string> {
  return (await yard.ok('Authorize', { idTag })).idTagInfo.status;
}

async function start(idTag: string): Promise<void> {
  const timestamp = new Date(site.clock.now()).toISOString();
  await yard.ok('StartTransaction', { connectorId: 1, idTag, meterStart: 0, timestamp });
}

async function why() {
  return (await site.api.get('/stations/YARD/why')).json;
}
