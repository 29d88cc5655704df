import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let yard: Kept;

/** Monday, 1 June 2026, 14:00 in Berlin. */
const MONDAY = Date.UTC(2026, 5, 1, 12);
const HOUR = 3_600_000;
/** What is written on an entry of the list, by its number. */
type List = Map<string, { readonly status: string; readonly expiryDate?: string }>;

interface Kept {
  readonly station: TestStation;
  readonly list: List;
}

beforeAll(async () => {
  site = await startSite({ access: 'known-cards', startsAt: MONDAY });
  yard = await kept('YARD');
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('a list that is kept follows whatever decides who may charge there, and rests when nothing has changed', async () => {
  const staff = await add('/groups', { of: 'users', name: 'Staff' });
  const bays = await add('/groups', { of: 'stations', name: 'Bays' });
  const ada = await add('/drivers', { name: 'Ada' });
  const card = await add('/cards', { uid: 'ADA', driverId: ada });
  await follows('ADA', 'Accepted');
  // A rule about other stations changes nothing here, one about these does.
  const rule = await add('/access-rules', {
    name: 'Staff',
    who: { kind: 'groups', groupIds: [staff] },
    where: { groupIds: [bays], powerClasses: [], stationIds: [] },
  });
  await rests();
  await change('/stations/YARD', { groupIds: [bays] });
  await follows('ADA', 'Blocked');
  await change(`/drivers/${ada}`, { groupIds: [staff] });
  await follows('ADA', 'Accepted');
  await change(`/drivers/${ada}`, { blocked: true });
  await follows('ADA', 'Blocked');
  await change(`/drivers/${ada}`, { blocked: false });
  await follows('ADA', 'Accepted');
  await change(`/access-rules/${rule}`, { windows: [{ days: [1], from: 14 * 60, to: 16 * 60 }] });
  await follows('ADA', 'Accepted', new Date(MONDAY + 2 * HOUR).toISOString());
  // Nothing but the time passes.
  site.clock.advance(2 * HOUR);
  await follows('ADA', 'Blocked');
  await change(`/access-rules/${rule}`, { windows: [] });
  await follows('ADA', 'Accepted');
  const expiresAt = new Date(site.clock.now() + HOUR).toISOString();
  await change(`/cards/${card}`, { expiresAt });
  await follows('ADA', 'Accepted', expiresAt);
  site.clock.advance(HOUR);
  await follows('ADA', 'Expired');
  await change(`/cards/${card}`, { expiresAt: null });
  await follows('ADA', 'Accepted');
  const validFrom = new Date(site.clock.now() + HOUR).toISOString();
  await change(`/drivers/${ada}`, { validFrom });
  await follows('ADA', 'Blocked');
  site.clock.advance(HOUR);
  await follows('ADA', 'Accepted');
  await site.api.post(`/cards/${card}/spellings`, { uid: '0ADA' });
  await follows('0ADA', 'Accepted');
  // Its reader has shown how it writes the card: the other way takes no room any more.
  await yard.station.ok('Authorize', { idTag: '0ADA' });
  site.clock.advance(HOUR);
  await seen(() => !yard.list.has('ADA'));
  expect([...yard.list.keys()]).toEqual(['0ADA']);
  await rests();
});

test('on a large site not all stations are sent their cards at once', async () => {
  const others: Kept[] = [];
  for (let number = 1; number <= 13; number += 1) others.push(await kept(`BAY ${number}`));
  for (const { station } of others) station.answers('SendLocalList', () => null);
  await add('/cards', { uid: 'NEWS' });
  await seen(() => sendingTo() === 10);
  for (let again = 0; again < 3; again += 1) await round();
  expect(sendingTo()).toBe(10);

  function sendingTo(): number {
    return others.filter(({ station }) => station.asked.some(({ action }) => action === 'SendLocalList'))
      .length;
  }
});

async function kept(id: string): Promise<Kept> {
  const station = await site.station(id);
  const list: List = new Map();
  let version = 0;
  station.answers('GetConfiguration', () => ({ configurationKey: [], unknownKey: [] }));
  station.answers('GetLocalListVersion', () => ({ listVersion: version }));
  station.answers('SendLocalList', (payload) => {
    const entries = payload.localAuthorizationList as readonly { idTag: string; idTagInfo?: never }[];
    if (payload.updateType === 'Full') list.clear();
    for (const { idTag, idTagInfo } of entries)
      if (idTagInfo === undefined) list.delete(idTag);
      else list.set(idTag, idTagInfo);
    version = Number(payload.listVersion);
    return { status: 'Accepted' };
  });
  await change(`/stations/${encodeURIComponent(id)}/local-list`, { kept: true });
  return { station, list };
}

/** Lets the program look after its lists until the station knows what it should. */
async function follows(uid: string, status: string, expiryDate?: string): Promise<void> {
  await seen(() => {
    const entry = yard.list.get(uid);
    return entry?.status === status && entry.expiryDate === expiryDate;
  });
}

function seen(look: () => boolean): Promise<unknown> {
  return eventually(async () => {
    await round();
    return look();
  });
}

/** Nothing is sent, however often the program looks. */
async function rests(): Promise<void> {
  const before = yard.station.asked.length;
  for (let again = 0; again < 4; again += 1) await round();
  const sent = yard.station.asked.slice(before).filter(({ action }) => action === 'SendLocalList');
  expect(sent).toEqual([]);
}

async function round(): Promise<void> {
  site.clock.advance(16_000);
  site.server.resumed();
  await yard.station.ok('Heartbeat', {});
}

async function add(path: string, body: object): Promise<number> {
  const { json, status, text } = await site.api.post(path, body);
  expect(status, text).toBe(201);
  return json.id;
}

async function change(path: string, body: object): Promise<void> {
  const { status, text } = await site.api.patch(path, body);
  expect(status, text).toBe(200);
}
