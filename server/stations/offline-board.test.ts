import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChargePoint, createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

const CARDS = ['GOOD', 'BAD', 'STRANGER'] as const;
const KEYS = [
  'LocalAuthorizeOffline',
  'AuthorizationCacheEnabled',
  'LocalAuthListEnabled',
  'AllowOfflineTxForUnknownId',
] as const;

let site: TestSite;
const boxes: ChargePoint[] = [];

beforeEach(async () => {
  site = await startSite({ access: 'known-cards' });
  await site.api.post('/cards', { uid: 'GOOD', holder: 'A. Becker' });
  const { json: bad } = await site.api.post('/cards', { uid: 'BAD', holder: 'B. Gesperrt' });
  await site.api.patch(`/cards/${bad.id}`, { blocked: true });
});
afterEach(async () => {
  for (const box of boxes.splice(0)) box.switchOff();
  await site.stop();
});

test('whatever stations are set to, they do alone what the board says', async () => {
  const random = seededRandom(11);
  const settings = Array.from({ length: 12 }, (_, index) => ({
    id: `BOX ${index + 1}`,
    keys: KEYS.map((key) => [key, random() < 0.5 ? 'true' : 'false'] as const),
    sendsList: random() < 0.7,
  }));
  for (const { id, keys } of settings) {
    await site.adopt(id);
    station(id, keys).switchOn();
  }
  for (const { id, sendsList } of settings) {
    await eventually(async () => (await boardOf(id)).online);
    await site.api.post(`/stations/${encodeURIComponent(id)}/configuration/read`);
    if (sendsList)
      await site.api.post(`/stations/${encodeURIComponent(id)}/commands`, {
        kind: 'send-local-list',
        whole: true,
      });
  }
  for (const { id } of settings) await eventually(async () => (await boardOf(id)).readAt !== null);
  await eventually(async () => (await openCommands()) === 0);

  const told = new Map<string, Map<string, string>>();
  for (const card of CARDS) {
    const { items } = (await site.api.get(`/offline-board?card=${card}`)).json;
    for (const { stationId, takesCard } of items)
      told.set(stationId, (told.get(stationId) ?? new Map()).set(card, takesCard));
  }
  let definite = 0;
  for (const box of boxes) {
    box.loseNetwork();
    for (const [index, card] of CARDS.entries()) {
      const connector = index + 1;
      box.plugIn(connector);
      await box.presentCard(connector, card);
      const charges = box.statusOf(connector) === 'Charging' ? 'yes' : 'no';
      const prediction = told.get(box.id)?.get(card);
      if (prediction === 'unknown') continue;
      definite += 1;
      const set = settings.find(({ id }) => id === box.id);
      expect([box.id, set?.keys, set?.sendsList, card, prediction]).toEqual([
        box.id,
        set?.keys,
        set?.sendsList,
        card,
        charges,
      ]);
    }
  }
  expect(definite).toBeGreaterThan(12);
});

test('what a station answers when it is asked for its list makes the board know', async () => {
  await site.adopt('BOX');
  station('BOX', []).switchOn();
  await eventually(async () => (await boardOf('BOX')).online);
  await site.api.post('/stations/BOX/configuration/read');
  await eventually(async () => (await boardOf('BOX')).readAt !== null);
  expect(await boardOf('BOX')).toMatchObject({ listState: 'unknown', list: null });
  expect((await site.api.post('/stations/BOX/local-list/version')).json).toEqual({ version: 0 });
  expect(await boardOf('BOX')).toMatchObject({ listState: 'known', list: { version: 0, entries: 0 } });
});

test('one click sets the keys and sends the list; the board then says what holds', async () => {
  await site.adopt('BOX');
  station('BOX', [
    ['LocalAuthorizeOffline', 'false'],
    ['AllowOfflineTxForUnknownId', 'true'],
    ['AuthorizationCacheEnabled', 'false'],
  ]).switchOn();
  await eventually(async () => (await boardOf('BOX')).online);
  await site.api.post('/stations/BOX/configuration/read');
  const before = await eventually(async () => {
    const row = await boardOf('BOX');
    return row.readAt === null ? null : row;
  });
  expect(before).toMatchObject({ cards: 'everybody', unknownCards: 'yes', freeForAll: 'no', testedAt: null });
  expect(before.repairs).toEqual([
    { kind: 'set-key', key: 'LocalAuthorizeOffline', value: 'true' },
    { kind: 'set-key', key: 'AllowOfflineTxForUnknownId', value: 'false' },
    { kind: 'send-list', key: null, value: null },
  ]);
  expect((await site.api.post('/stations/BOX/offline-repair')).status).toBe(202);
  const after = await eventually(async () => {
    const row = await boardOf('BOX');
    return row.repairs.length === 0 ? row : null;
  });
  expect(after).toMatchObject({
    cards: 'list',
    unknownCards: 'no',
    list: { entries: 2, capacity: 100, current: true },
    leftOut: [],
  });
});

test('of a station that never came nothing is guessed', async () => {
  await site.adopt('NEVER');
  expect(await boardOf('NEVER')).toMatchObject({
    online: false,
    cards: 'unknown',
    unknownCards: 'unknown',
    freeForAll: 'unknown',
    list: null,
    takesCard: null,
    repairs: [{ kind: 'read-configuration' }],
  });
});

function station(id: string, keys: readonly (readonly [string, string])[]): ChargePoint {
  const box = createChargePoint({
    url: site.server.ocppUrl,
    id,
    time: realTime(),
    random: seededRandom(3),
    connectors: CARDS.length,
    reconnectMs: 50,
  });
  for (const [key, value] of keys) box.configuration.change({ key, value });
  boxes.push(box);
  return box;
}

async function boardOf(id: string) {
  const { items } = (await site.api.get('/offline-board')).json;
  return items.find(({ stationId }: { stationId: string }) => stationId === id);
}

async function openCommands(): Promise<number> {
  const { items } = (await site.api.get('/commands?limit=100')).json;
  const OPEN = ['queued', 'sent', 'accepted'];
  return items.filter(({ state }: { state: string }) => OPEN.includes(state)).length;
}
