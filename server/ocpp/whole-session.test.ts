import { RPCClient } from 'ocpp-rpc';
import { afterEach, expect, test } from 'vitest';
import { createChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { realTime } from '#ocpp/simulator/time.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

afterEach(() => site.stop());

const MINUTE = 60_000;

test('a station of another make charges a known card, and the session shows it all', async () => {
  site = await startSite({ access: 'known-cards' });
  const password = 'sixteen-letters-';
  await site.adopt('RDAM 123', { name: 'Hof 1', password });
  await site.api.post('/cards', { uid: '04a2 b3c4', holder: 'Anna Becker' });
  const station = foreignStation('RDAM 123', password);
  await station.connect();
  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString();

  const boot = { chargePointVendor: 'Acme', chargePointModel: 'Wall 11', firmwareVersion: '4.2' };
  expect(await station.call('BootNotification', boot)).toMatchObject({ status: 'Accepted', interval: 300 });
  await station.call('StatusNotification', status('Preparing'));
  expect(await station.call('Authorize', { idTag: '04A2B3C4' })).toEqual({
    idTagInfo: { status: 'Accepted' },
  });
  const start = { connectorId: 1, idTag: '04A2B3C4', meterStart: 70_000, timestamp: ago(60) };
  const { transactionId } = (await station.call('StartTransaction', start)) as { transactionId: number };
  expect(transactionId).toBeGreaterThan(0);
  await station.call('StatusNotification', status('Charging'));
  for (const [minutesAgo, wh] of [
    [45, 72_500],
    [30, 75_000],
    [15, 77_500],
  ] as const)
    await station.call('MeterValues', {
      connectorId: 1,
      transactionId,
      meterValue: [{ timestamp: ago(minutesAgo), sampledValue: [energy(wh), power(10_000)] }],
    });

  const running = await only();
  expect(running).toMatchObject({
    state: 'running',
    holder: 'Anna Becker',
    measuredWh: 7_500,
    energyWh: null,
  });

  const stop = { transactionId, idTag: '04A2B3C4', meterStop: 80_000, timestamp: ago(0) };
  expect(await station.call('StopTransaction', { ...stop, reason: 'EVDisconnected' })).toEqual({
    idTagInfo: { status: 'Accepted' },
  });
  await station.call('StatusNotification', status('Available'));
  await station.close();

  const { json: session } = await site.api.get(`/sessions/${running.id}`);
  expect(session).toMatchObject({
    state: 'ended',
    stationName: 'Hof 1',
    connectorId: 1,
    cardUid: '04A2B3C4',
    holder: 'Anna Becker',
    energyWh: 10_000,
    durationSeconds: 3_600,
    reason: 'EVDisconnected',
    meterStartWh: 70_000,
    meterStopWh: 80_000,
    endSource: 'stop-transaction',
    doubts: [],
  });
  expect(session.curve.map(({ energyWh, powerW }: Point) => [energyWh, powerW])).toEqual([
    [2_500, 10_000],
    [5_000, 10_000],
    [7_500, 10_000],
  ]);
  const { json: log } = await site.api.get(`/logbook?sessionId=${running.id}`);
  expect(log.items.map(({ kind }: { kind: string }) => kind)).toEqual(['session-ended', 'session-started']);
  const { json: shown } = await site.api.get('/stations/RDAM%20123');
  expect(shown).toMatchObject({ vendor: 'Acme', model: 'Wall 11', firmware: '4.2', protection: 'password' });
  expect(shown.connectors).toMatchObject([{ mark: 'offline', status: 'Available', session: null }]);
  expect(site.errors).toEqual([]);
});

test('a station that was cut off delivers its session late, and nothing of it is lost or doubled', async () => {
  site = await startSite();
  await site.adopt('SIM-1');
  const station = createChargePoint({
    id: 'SIM-1',
    url: site.server.ocppUrl,
    time: realTime(),
    random: seededRandom(1),
    registerWh: 500_000,
    meterIntervalMs: 150,
    reconnectMs: 50,
  });
  station.switchOn();
  await eventually(async () => station.online);
  station.plugIn(1, 11_000);
  await station.presentCard(1, 'CARD-1');
  await eventually(async () => station.transactionIdOf(1));

  station.loseNetwork();
  await new Promise((resolve) => setTimeout(resolve, 400));
  station.unplug(1);
  station.plugIn(1);
  await station.presentCard(1, 'CARD-2');
  station.unplug(1);
  expect(station.undelivered).toBeGreaterThan(3);
  station.regainNetwork();
  await eventually(async () => station.online && station.undelivered === 0);

  const { json } = await site.api.get('/sessions?sort=started-asc');
  expect(json.items).toMatchObject([
    { cardUid: 'CARD-1', state: 'ended', doubts: [], reason: 'EVDisconnected' },
    { cardUid: 'CARD-2', state: 'ended', doubts: [] },
  ]);
  station.switchOff();
});

interface Point {
  readonly energyWh: number;
  readonly powerW: number;
}

async function only() {
  const { json } = await site.api.get('/sessions');
  expect(json.items).toHaveLength(1);
  return json.items[0];
}

function status(word: string) {
  return { connectorId: 1, errorCode: 'NoError', status: word, timestamp: new Date().toISOString() };
}

function energy(wh: number) {
  return { value: String(wh), measurand: 'Energy.Active.Import.Register', unit: 'Wh' };
}

function power(watts: number) {
  return { value: String(watts), measurand: 'Power.Active.Import', unit: 'W' };
}

function foreignStation(identity: string, password: string): RPCClient {
  const endpoint = site.server.ocppUrl.slice(0, -1);
  const options = {
    endpoint,
    identity,
    password,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
  };
  // Its types demand every option, its manual only these.
  return new RPCClient(options as ConstructorParameters<typeof RPCClient>[0]);
}
