import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;
/** What the station keeps. */
let known: Map<string, Known>;

interface Known {
  readonly status: string;
  readonly expiryDate?: string;
}

/** Monday, 1 June 2026, 14:00 in Berlin. */
const MONDAY = Date.UTC(2026, 5, 1, 12);
const HOUR = 3_600_000;

beforeEach(async () => {
  site = await startSite({ access: 'known-cards', startsAt: MONDAY });
  known = new Map();
  station = await site.station('A');
  let version = 0;
  station.answers('GetConfiguration', () => ({ configurationKey: [], unknownKey: [] }));
  station.answers('GetLocalListVersion', () => ({ listVersion: version }));
  station.answers('SendLocalList', (payload) => {
    const entries = payload.localAuthorizationList as readonly { idTag: string; idTagInfo?: Known }[];
    if (payload.updateType === 'Full') known.clear();
    for (const { idTag, idTagInfo } of entries)
      if (idTagInfo === undefined) known.delete(idTag);
      else known.set(idTag, idTagInfo);
    version = Number(payload.listVersion);
    return { status: 'Accepted' };
  });
  desk = serviceDesk(site, 'A');
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('alone, the station decides of every card as it would be told on the line', async () => {
  const staff = await add('/groups', { of: 'users', name: 'Staff' });
  const night = await add('/groups', { of: 'users', name: 'Nights' });
  await add('/access-rules', { name: 'Staff', who: { kind: 'groups', groupIds: [staff] } });
  await add('/access-rules', {
    name: 'Nights',
    who: { kind: 'groups', groupIds: [night] },
    windows: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 13 * 60, to: 15 * 60 }],
  });
  const ada = await add('/drivers', { name: 'Ada', groupIds: [staff], expiresAt: '2026-07-01T00:00:00Z' });
  const ben = await add('/drivers', { name: 'Ben', groupIds: [staff] });
  await site.api.patch(`/drivers/${ben}`, { blocked: true });
  await add('/cards', { uid: 'STAFF', groupIds: [staff] });
  await add('/cards', { uid: 'GUEST' });
  await add('/cards', { uid: 'NIGHT', groupIds: [night] });
  await add('/cards', { uid: 'ADA', driverId: ada });
  await add('/cards', { uid: 'BEN', driverId: ben });
  await add('/cards', { uid: 'OLD', groupIds: [staff], expiresAt: '2026-01-01T00:00:00Z' });
  await add('/cards', { uid: 'EARLY', groupIds: [staff], validFrom: '2026-06-02T00:00:00Z' });
  await add('/vehicles', { plate: 'S-1', vid: 'VID:0011AABBCCDD', groupIds: [staff] });
  const spelled = await add('/cards', { uid: '04A2B3C4', groupIds: [staff] });
  await site.api.post(`/cards/${spelled}/spellings`, { uid: 'C4B3A204' });
  await send();
  expect(known.size).toBe(10);
  expect(
    [...known]
      .filter(([, { status }]) => status === 'Accepted')
      .map(([idTag]) => idTag)
      .sort(),
  ).toEqual(['04A2B3C4', 'ADA', 'C4B3A204', 'NIGHT', 'STAFF', 'VID:0011AABBCCDD']);
  for (const [idTag, { status }] of known)
    expect([idTag, (await station.ok('Authorize', { idTag })).idTagInfo.status]).toEqual([idTag, status]);
  expect(known.get('ADA')?.expiryDate).toBe('2026-07-01T00:00:00.000Z');
  expect(known.get('NIGHT')?.expiryDate).toBe(new Date(MONDAY + HOUR).toISOString());
  expect(known.get('STAFF')?.expiryDate).toBeUndefined();
});

test('when a window closes, the list that is kept follows', async () => {
  await add('/access-rules', {
    name: 'Afternoon',
    who: { kind: 'everybody' },
    windows: [{ days: [1], from: 13 * 60, to: 15 * 60 }],
  });
  await add('/cards', { uid: 'CARD' });
  await send();
  expect(known.get('CARD')?.status).toBe('Accepted');
  site.clock.advance(2 * HOUR);
  await send();
  expect(known.get('CARD')?.status).toBe('Blocked');
});

test('on a short list stands first who charged here lately, then who may charge at all', async () => {
  const staff = await add('/groups', { of: 'users', name: 'Staff' });
  await add('/access-rules', { name: 'Staff', who: { kind: 'groups', groupIds: [staff] } });
  for (const uid of ['N1', 'N2', 'N3']) await add('/cards', { uid, groupIds: [staff] });
  await add('/cards', { uid: 'GUEST' });
  const other = await site.station('B');
  await station.ok('Authorize', { idTag: 'N1' });
  await other.ok('Authorize', { idTag: 'N2' });
  station.answers('GetConfiguration', () => ({
    configurationKey: [{ key: 'LocalAuthListMaxLength', readonly: true, value: '2' }],
    unknownKey: [],
  }));
  await send();
  expect([...known.keys()]).toEqual(['N1', 'N2']);
  expect((await desk.get('local-list')).leftOut).toMatchObject([{ uid: 'N3' }]);
});

async function add(path: string, body: object): Promise<number> {
  const { json, status, text } = await site.api.post(path, body);
  expect(status, text).toBe(201);
  return json.id;
}

async function send(): Promise<void> {
  const ordered = await desk.order({ kind: 'send-local-list' });
  await desk.reaches(ordered.id, 'in-effect');
}
