import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;
/** What the station keeps. */
let version: number;
let known: Map<string, unknown>;

beforeEach(async () => {
  site = await startSite({ access: 'known-cards' });
  version = 0;
  known = new Map();
  station = await connect();
  desk = serviceDesk(site, 'A');
});
afterEach(() => site.stop());

test('the cards of the site go to the station whole, then only what has changed', async () => {
  const anna = await card('ANNA', { expiresAt: '2036-01-01T00:00:00Z', parentTag: 'HALL1' });
  await card('BEN');
  await send();
  expect(updates()).toEqual([['Full', 1, 2]]);
  expect(known.get('ANNA')).toEqual({
    status: 'Accepted',
    expiryDate: '2036-01-01T00:00:00.000Z',
    parentIdTag: 'HALL1',
  });
  await card('CEM');
  await site.api.patch(`/cards/${anna.id}`, { blocked: true });
  await send();
  expect(updates().at(-1)).toEqual(['Differential', 2, 2]);
  expect(known.get('ANNA')).toMatchObject({ status: 'Blocked' });
  await site.api.delete(`/cards/${anna.id}`);
  await send();
  expect(updates().at(-1)).toEqual(['Differential', 3, 1]);
  expect([...known.keys()].sort()).toEqual(['BEN', 'CEM']);
  expect(await desk.get('local-list')).toMatchObject({ version: 3, state: 'acknowledged', outdated: false });
});

test('a long list goes out in messages that the station can take, and what has no room is told', async () => {
  configure({ LocalAuthListMaxLength: '5', SendLocalListMaxLength: '2' });
  for (const uid of ['N1', 'N2', 'N3', 'N4', 'N5', 'N6']) await card(uid);
  // Held lately: it matters more than the others.
  await station.ok('Authorize', { idTag: 'N1' });
  await send();
  expect(updates()).toEqual([
    ['Full', 1, 2],
    ['Differential', 2, 2],
    ['Differential', 3, 1],
  ]);
  expect(known.has('N1')).toBe(true);
  const list = await desk.get('local-list');
  expect(list).toMatchObject({ capacity: 5, perMessage: 2, version: 3 });
  expect(list.leftOut).toHaveLength(1);
});

test.each(['VersionMismatch', 'Failed'])(
  'a difference that the station answers with %s is followed by all of it',
  async (word) => {
    await card('ANNA');
    await send();
    await card('BEN');
    station.answers('SendLocalList', (payload) =>
      payload.updateType === 'Differential' ? { status: word } : take(payload),
    );
    await send();
    expect(
      updates()
        .slice(-2)
        .map(([type]) => type),
    ).toEqual(['Differential', 'Full']);
    expect([...known.keys()].sort()).toEqual(['ANNA', 'BEN']);
  },
);

test('a station without a list says so, and one that refuses all of it is a no', async () => {
  await card('ANNA');
  version = -1;
  const none = await desk.order({ kind: 'send-local-list' });
  expect(await desk.reaches(none.id, 'rejected')).toMatchObject({ answer: 'NotSupported' });
  expect(updates()).toEqual([]);
  expect(await desk.get('local-list')).toMatchObject({ state: 'not-supported' });
  expect((await site.api.post('/stations/A/local-list/version')).json).toEqual({ version: -1 });
  version = 0;
  station.answers('SendLocalList', () => ({ status: 'Failed' }));
  const failed = await desk.order({ kind: 'send-local-list', whole: true });
  expect(await desk.reaches(failed.id, 'rejected')).toMatchObject({ answer: 'Failed' });
  expect(updates()).toEqual([['Full', 1, 1]]);
  expect(await desk.get('local-list')).toMatchObject({ state: 'failed', answer: 'Failed', version: null });
});

test('a station that says it took the list and then names another version has not', async () => {
  await card('ANNA');
  station.answers('SendLocalList', () => ({ status: 'Accepted' }));
  version = 12;
  const ordered = await desk.order({ kind: 'send-local-list' });
  await desk.reaches(ordered.id, 'failed');
  expect(await desk.get('local-list')).toMatchObject({ state: 'lost' });
});

test('a long list may take longer than one answer does', async () => {
  configure({ SendLocalListMaxLength: '1' });
  for (const uid of ['N1', 'N2', 'N3', 'N4']) await card(uid);
  station.answers('SendLocalList', (payload) => {
    site.clock.advance(60_000);
    site.server.resumed();
    return take(payload);
  });
  const ordered = await desk.order({ kind: 'send-local-list' });
  expect((await ended(ordered.id)).state).toBe('in-effect');
  expect(updates()).toHaveLength(4);
});

test('an order to unlock does not wait for the end of a long list, one to restart does', async () => {
  configure({ SendLocalListMaxLength: '1' });
  for (const uid of ['N1', 'N2', 'N3', 'N4']) await card(uid);
  station.answers('UnlockConnector', () => ({ status: 'Unlocked' }));
  station.answers('SendLocalList', () => null);
  const long = await desk.order({ kind: 'send-local-list' });
  await eventually(async () => updates().length === 1);
  const firstId = station.lastAskedId;
  const restart = await desk.order({ kind: 'reset', type: 'Soft' });
  const unlock = await desk.order({ kind: 'unlock', connectorId: 1 });
  station.answers('SendLocalList', take);
  const [first] = station.asked.filter(({ action }) => action === 'SendLocalList');
  station.socket.send(JSON.stringify([3, firstId, take(first?.payload ?? {})]));
  await desk.reaches(unlock.id, 'in-effect');
  await desk.reaches(long.id, 'in-effect');
  await desk.reaches(restart.id, 'accepted');
  const order = station.asked.map(({ action }) => action);
  expect(order.indexOf('UnlockConnector')).toBeLessThan(order.lastIndexOf('SendLocalList'));
  expect(order.indexOf('Reset')).toBeGreaterThan(order.lastIndexOf('SendLocalList'));
});

test.each([0, -1])(
  'a station that takes cards and then says version %i has lost them: all is sent once more, and then no more',
  async (said) => {
    await card('ANNA');
    station.answers('GetLocalListVersion', () => ({ listVersion: 0 }));
    station.answers('SendLocalList', () => {
      station.answers('GetLocalListVersion', () => ({ listVersion: said }));
      return { status: 'Accepted' };
    });
    const ordered = await desk.order({ kind: 'send-local-list', whole: true });
    expect(await desk.reaches(ordered.id, 'failed')).toMatchObject({
      answer: `the station says version ${said} instead of 2`,
    });
    expect(updates()).toEqual([
      ['Full', 1, 1],
      ['Full', 2, 1],
    ]);
    expect(await desk.get('local-list')).toMatchObject({ state: 'lost' });
    expect((await site.api.patch('/stations/A/local-list', { kept: true })).status).toBe(200);
    for (const _ of [1, 2, 3]) await looked();
    await station.hangUp();
    station = await connect();
    station.answers('GetLocalListVersion', () => ({ listVersion: said }));
    for (const _ of [1, 2, 3]) await looked();
    expect(updates()).toEqual([]);
  },
);

test('a list that is kept follows the cards by itself, all changes together', async () => {
  await card('ANNA');
  expect((await site.api.patch('/stations/A/local-list', { kept: true })).json).toMatchObject({ kept: true });
  await settled(1);
  for (const uid of ['N1', 'N2', 'N3']) await card(uid);
  await settled(2);
  expect(updates()).toEqual([
    ['Full', 1, 1],
    ['Differential', 2, 3],
  ]);
});

test('a station that lost its list gets it again when it is back', async () => {
  await card('ANNA');
  await site.api.patch('/stations/A/local-list', { kept: true });
  await settled(1);
  await station.hangUp();
  version = 0;
  known.clear();
  station = await connect();
  await settled(2);
  expect(updates()).toEqual([['Full', 2, 1]]);
  expect([...known.keys()]).toEqual(['ANNA']);
  const { items } = (await site.api.get('/logbook?stationId=A')).json;
  expect(items.map(({ kind }: { readonly kind: string }) => kind)).toContain('local-list-lost');
});

test('nothing is sent unasked to a station whose list nobody keeps', async () => {
  await card('ANNA');
  site.clock.advance(60_000);
  site.server.resumed();
  await station.ok('Heartbeat', {});
  expect(station.asked.filter(({ action }) => action.includes('LocalList'))).toEqual([]);
});

async function connect(): Promise<TestStation> {
  const connected = await site.station('A');
  connected.answers('GetLocalListVersion', () => ({ listVersion: version }));
  connected.answers('SendLocalList', take);
  connected.answers('GetConfiguration', () => ({ configurationKey: [], unknownKey: [] }));
  return connected;
}

function configure(keys: Readonly<Record<string, string>>): void {
  station.answers('GetConfiguration', () => ({
    configurationKey: Object.entries(keys).map(([key, value]) => ({ key, value, readonly: true })),
    unknownKey: [],
  }));
}

function take(payload: Readonly<Record<string, unknown>>) {
  const entries = payload.localAuthorizationList as readonly { idTag: string; idTagInfo?: object }[];
  if (payload.updateType === 'Full') known.clear();
  for (const { idTag, idTagInfo } of entries)
    if (idTagInfo === undefined) known.delete(idTag);
    else known.set(idTag, idTagInfo);
  version = Number(payload.listVersion);
  return { status: 'Accepted' };
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function card(uid: string, more: object = {}): Promise<any> {
  return (await site.api.post('/cards', { uid, holder: uid.toLowerCase(), ...more })).json;
}

async function send(): Promise<void> {
  const ordered = await desk.order({ kind: 'send-local-list' });
  await desk.reaches(ordered.id, 'in-effect');
}

async function looked(): Promise<void> {
  site.clock.advance(16_000);
  site.server.resumed();
  await station.ok('Heartbeat', {});
}

/** What became of an order, once nothing more can. */
function ended(id: number) {
  return eventually(async () => {
    const { items } = (await site.api.get('/commands?limit=50')).json;
    const known = items.find((one: { readonly id: number }) => one.id === id);
    return !['queued', 'sent', 'accepted', 'no-answer'].includes(known?.state) && known;
  });
}

/** Lets the program look after its lists until the station has the wanted version. */
function settled(wanted: number): Promise<unknown> {
  return eventually(async () => {
    site.clock.advance(16_000);
    site.server.resumed();
    await station.ok('Heartbeat', {});
    const list = await desk.get('local-list');
    return list.version === wanted && list.state === 'acknowledged';
  });
}

function updates(): readonly (readonly unknown[])[] {
  return station.asked
    .filter(({ action }) => action === 'SendLocalList')
    .map(({ payload }) => [
      payload.updateType,
      payload.listVersion,
      (payload.localAuthorizationList as readonly unknown[]).length,
    ]);
}
