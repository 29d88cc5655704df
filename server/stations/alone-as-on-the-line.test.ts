import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChargePoint, createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { eventually, OWNER, startSite, type TestSite } from '../testing/start-site.ts';

/** Monday, 1 June 2026, 14:00 in Berlin. */
const MONDAY = Date.UTC(2026, 5, 1, 12);
const HOUR = 3_600_000;

let site: TestSite;
let box: ChargePoint;

beforeAll(async () => {
  site = await startSite({ access: 'known-cards', startsAt: MONDAY });
  await site.adopt('BOX');
  box = createChargePoint({
    url: site.server.ocppUrl,
    id: 'BOX',
    time: realTime(site.clock),
    random: seededRandom(5),
    reconnectMs: 50,
  });
  // Whoever is unknown is not let in: what is not on the list is refused, as on the line.
  box.configuration.change({ key: 'AllowOfflineTxForUnknownId', value: 'false' });
  box.switchOn();
  await eventually(async () => box.online);
  await fill();
  await order({ kind: 'send-local-list', whole: true });
});
afterAll(async () => {
  box.switchOff();
  await site.stop();
});

/** Each card, and whether it may charge on the line now, at the end of the afternoon's hours, and once it is June 2. */
const CARDS: readonly (readonly [string, readonly [boolean, boolean, boolean]])[] = [
  ['STAFF', [true, true, true]],
  ['BLOCKED', [false, false, false]],
  ['EXPIRED', [false, false, false]],
  ['EXPIRES-SOON', [true, false, false]],
  ['OTHER-GROUP', [false, false, false]],
  ['NO-GROUP', [false, false, false]],
  ['OTHER-STATIONS', [false, false, false]],
  ['PARENT', [true, true, true]],
  ['CHILD', [true, true, true]],
  ['AFTERNOON', [true, false, false]],
  ['NIGHT', [false, false, false]],
  ['ADA', [true, true, true]],
  ['BEN-BLOCKED', [false, false, false]],
  ['CEM-LEAVES', [true, false, false]],
  ['SHARED', [true, true, true]],
  ['ENDS-WITH-RULE', [true, true, false]],
  ['LENT', [true, false, false]],
  ['04A2B3C4', [true, true, true]],
  ['C4B3A204', [true, true, true]],
  ['VID:0011AABBCCDD', [true, true, true]],
  ['VID:0011AABBCCEE', [false, false, false]],
  ['STRANGER', [false, false, false]],
  ['REMOVED', [false, false, false]],
];

/**
 * What OCPP 1.6 cannot say in a list is not in the table: a card that charges elsewhere (ConcurrentTx is nothing that
 * holds later), one that may charge only later (a list has an end for an entry and no beginning), one that found no
 * room, and one that changed after the line was cut. Each of them is refused alone, never let in.
 */
test('with its line cut, the station decides of every card as it would be told on the line', async () => {
  const online = async () => {
    const verdicts: [string, boolean][] = [];
    for (const [idTag] of CARDS) {
      const outcome = await box.call('Authorize', { idTag });
      verdicts.push([idTag, outcome.kind === 'result' && outcome.response.idTagInfo.status === 'Accepted']);
    }
    return verdicts;
  };
  expect(await online()).toEqual(expected(0));
  box.loseNetwork();
  expect(await alone()).toEqual(expected(0));
  site.clock.advance(2 * HOUR);
  expect(await alone()).toEqual(expected(1));
  site.clock.advance(8 * HOUR);
  expect(await alone()).toEqual(expected(2));
});

test('what begins while it is alone, the station learns when it is back', async () => {
  // Tuesday, 23:00: the nights have begun, and NIGHT may charge.
  site.clock.advance(23 * HOUR);
  expect((await alone()).find(([idTag]) => idTag === 'NIGHT')).toEqual(['NIGHT', false]);
  box.regainNetwork();
  await eventually(async () => box.online);
  await site.api.post('/sign-in', OWNER);
  await order({ kind: 'send-local-list' });
  box.loseNetwork();
  expect((await alone()).find(([idTag]) => idTag === 'NIGHT')).toEqual(['NIGHT', true]);
});

function expected(at: 0 | 1 | 2): readonly (readonly [string, boolean])[] {
  return CARDS.map(([idTag, verdicts]) => [idTag, verdicts[at]]);
}

/** Holds each card to the station while a car is plugged in, and sees whether it charges. */
async function alone(): Promise<readonly (readonly [string, boolean])[]> {
  const verdicts: [string, boolean][] = [];
  for (const [idTag] of CARDS) {
    box.plugIn(1);
    await box.presentCard(1, idTag);
    verdicts.push([idTag, box.statusOf(1) === 'Charging']);
    box.unplug(1);
  }
  return verdicts;
}

async function fill(): Promise<void> {
  const iso = (hours: number) => new Date(MONDAY + hours * HOUR).toISOString();
  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  const group = (name: string) => add('/groups', { of: 'users', name });
  const staff = await group('Staff');
  const other = await group('Other');
  const afternoon = await group('Afternoon');
  const night = await group('Night');
  const brief = await group('Brief');
  const yard = await add('/groups', { of: 'stations', name: 'Yard' });
  const rule = (name: string, groupIds: readonly number[], more: object = {}) =>
    add('/access-rules', { name, who: { kind: 'groups', groupIds }, ...more });
  await rule('Staff', [staff]);
  await rule('Elsewhere', [other], { where: { groupIds: [yard], powerClasses: [], stationIds: [] } });
  await rule('Afternoon', [afternoon], { windows: [{ days: everyDay, from: 13 * 60, to: 15 * 60 }] });
  await rule('Night', [night], { windows: [{ days: everyDay, from: 22 * 60, to: 23 * 60 + 59 }] });
  await rule('Brief', [brief], { to: iso(5) });
  const ada = await add('/drivers', { name: 'Ada', groupIds: [staff] });
  const ben = await add('/drivers', { name: 'Ben', groupIds: [staff] });
  await site.api.patch(`/drivers/${ben}`, { blocked: true });
  const cem = await add('/drivers', { name: 'Cem', groupIds: [staff], expiresAt: iso(1) });
  const card = (uid: string, more: object = {}) => add('/cards', { uid, ...more });
  const groupIds = [staff];
  await card('STAFF', { groupIds });
  const blocked = await card('BLOCKED', { groupIds });
  await site.api.patch(`/cards/${blocked}`, { blocked: true });
  await card('EXPIRED', { groupIds, expiresAt: iso(-1) });
  await card('EXPIRES-SOON', { groupIds, expiresAt: iso(1) });
  await card('OTHER-GROUP', { groupIds: [other] });
  await card('NO-GROUP');
  await card('OTHER-STATIONS', { groupIds: [other] });
  await card('PARENT', { groupIds, parentTag: 'HALL' });
  await card('CHILD', { groupIds, parentTag: 'HALL' });
  await card('AFTERNOON', { groupIds: [afternoon] });
  await card('NIGHT', { groupIds: [night] });
  await card('ADA', { driverId: ada });
  await card('BEN-BLOCKED', { driverId: ben });
  await card('CEM-LEAVES', { driverId: cem });
  const shared = await card('SHARED', { driverId: cem });
  await add('/assignments', { cardId: shared, driverId: ada });
  await card('ENDS-WITH-RULE', { groupIds: [brief] });
  const lent = await card('LENT');
  await add('/assignments', { cardId: lent, driverId: ada, to: iso(1) });
  const spelled = await card('04A2B3C4', { groupIds });
  await site.api.post(`/cards/${spelled}/spellings`, { uid: 'C4B3A204' });
  await add('/vehicles', { plate: 'S-1', vid: 'VID:0011AABBCCDD', groupIds });
  const van = await add('/vehicles', { plate: 'S-2', vid: 'VID:0011AABBCCEE', groupIds });
  await site.api.patch(`/vehicles/${van}`, { blocked: true });
  const removed = await card('REMOVED', { groupIds });
  await site.api.delete(`/cards/${removed}`);
}

async function order(wish: object): Promise<void> {
  const { json, text } = await site.api.post('/stations/BOX/commands', wish);
  await eventually(async () => {
    const { items } = (await site.api.get('/commands')).json;
    const known = items.find(({ id }: { readonly id: number }) => id === json.id);
    if (known?.state === 'rejected' || known?.state === 'failed')
      throw new Error(text + JSON.stringify(known));
    return known?.state === 'in-effect';
  });
}

async function add(path: string, body: object): Promise<number> {
  const { json, status, text } = await site.api.post(path, body);
  expect(status, text).toBe(201);
  return json.id;
}
