import { afterEach, expect, test } from 'vitest';
import {
  answerKindly,
  startTestServer,
  type TestServer,
  type TestServerOptions,
  until,
} from '../test-server.ts';
import { type ChargePoint, createChargePoint } from './charge-point.ts';
import type { ChargePointOptions } from './charge-point-options.ts';
import { seededRandom } from './random.ts';
import { realTime } from './time.ts';

const servers: TestServer[] = [];
const stations: ChargePoint[] = [];

afterEach(async () => {
  for (const station of stations.splice(0)) station.switchOff();
  for (const { server } of servers.splice(0)) await server.close();
});

async function connectedSite(
  options: Partial<ChargePointOptions> = {},
  serverOptions: TestServerOptions = {},
) {
  const site = await startTestServer(serverOptions);
  servers.push(site);
  const station = createChargePoint({
    url: site.url,
    id: 'SIM-01',
    time: realTime(),
    random: seededRandom(1),
    reconnectMs: 20,
    ...options,
  });
  stations.push(station);
  const actions = () => site.calls.map(({ call }) => call.action);
  return { site, station, actions };
}

test('a station boots, tells its status, charges for a card and stops when unplugged', async () => {
  const { site, station, actions } = await connectedSite({ meterIntervalMs: 50 });
  station.switchOn();
  await until(() => station.online);

  station.plugIn(1, 11_000);
  await station.presentCard(1, 'CARD');
  await until(() => station.transactionIdOf(1) !== undefined);
  await until(() => actions().includes('MeterValues'));
  expect(station.statusOf(1)).toBe('Charging');

  station.unplug(1);
  await until(() => station.undelivered === 0 && actions().includes('StopTransaction'));

  expect(actions().filter((action) => action !== 'MeterValues' && action !== 'StatusNotification')).toEqual([
    'BootNotification',
    'Authorize',
    'StartTransaction',
    'StopTransaction',
  ]);
  expect(site.calls.every(({ call }) => call.validity === 'valid')).toBe(true);
});

test('what happens without network is told later, in order, with the times at which it happened', async () => {
  const { site, station } = await connectedSite();
  station.switchOn();
  await until(() => station.online);
  station.loseNetwork();
  await until(() => site.closed.length === 1);

  const before = Date.now();
  station.plugIn(1, 22_000);
  await station.presentCard(1, 'CARD');
  station.unplug(1);
  const after = Date.now();
  expect(station.undelivered).toBe(2);
  station.regainNetwork();
  await until(() => station.undelivered === 0);

  const told = site.calls.map(({ call }) => call).filter(({ action }) => action.endsWith('Transaction'));
  expect(told.map(({ action }) => action)).toEqual(['StartTransaction', 'StopTransaction']);
  const [start, stop] = told;
  if (start?.action !== 'StartTransaction' || start.validity === 'invalid') throw new Error('no start');
  if (stop?.action !== 'StopTransaction' || stop.validity === 'invalid') throw new Error('no stop');
  expect(Date.parse(start.request.timestamp)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(stop.request.timestamp)).toBeLessThanOrEqual(after);
  expect(stop.request.transactionId).toBeGreaterThan(0);
});

test('a station that boots once does not boot again after a lost connection', async () => {
  const { site, station, actions } = await connectedSite();
  station.switchOn();
  await until(() => station.online);
  site.opened[0]?.close(1000, 'for the test');
  await until(() => site.opened.length === 2 && station.online);
  expect(actions().filter((action) => action === 'BootNotification')).toHaveLength(1);
});

test('a stop that could not be stored is told again, with a new message id', async () => {
  let refusals = 2;
  const { site, station } = await connectedSite(
    {},
    {
      onCall(_connection, call) {
        if (call.action !== 'StopTransaction' || refusals === 0) return Promise.resolve(answerKindly(call));
        refusals -= 1;
        return Promise.resolve({ kind: 'close', code: 1013, reason: 'disk full' });
      },
    },
  );
  station.switchOn();
  await until(() => station.online);
  station.plugIn(1);
  station.startCharging(1, 'CARD');
  await until(() => station.transactionIdOf(1) !== undefined);
  station.unplug(1);
  await until(() => station.undelivered === 0);

  const stops = site.calls.map(({ call }) => call).filter(({ action }) => action === 'StopTransaction');
  expect(stops).toHaveLength(3);
  expect(new Set(stops.map(({ messageId }) => messageId)).size).toBe(3);
  expect(new Set(stops.map(({ request }) => JSON.stringify(request))).size).toBe(1);
});

test('a remote start charges a plugged car and a remote stop ends it', async () => {
  const { site, station, actions } = await connectedSite();
  station.switchOn();
  await until(() => station.online);
  station.plugIn(1);

  const started = await site.opened[0]?.call('RemoteStartTransaction', { connectorId: 1, idTag: 'CARD' });
  expect(started).toEqual({ kind: 'result', response: { status: 'Accepted' } });
  await until(() => station.transactionIdOf(1) !== undefined);
  const transactionId = station.transactionIdOf(1) ?? 0;

  const foreign = await site.opened[0]?.call('RemoteStopTransaction', { transactionId: transactionId + 1 });
  expect(foreign).toEqual({ kind: 'result', response: { status: 'Rejected' } });
  const stopped = await site.opened[0]?.call('RemoteStopTransaction', { transactionId });
  expect(stopped).toEqual({ kind: 'result', response: { status: 'Accepted' } });
  await until(() => actions().includes('StopTransaction') && station.statusOf(1) === 'Finishing');
});

test('the other commands are answered as a decent wallbox does', async () => {
  const { site, station, actions } = await connectedSite({ connectors: 2 });
  station.switchOn();
  await until(() => station.online);
  const [connection] = site.opened;
  if (connection === undefined) throw new Error('not connected');
  const status = (status: string) => ({ kind: 'result', response: { status } });

  expect(await connection.call('UnlockConnector', { connectorId: 9 })).toEqual(status('NotSupported'));
  expect(await connection.call('UnlockConnector', { connectorId: 1 })).toEqual(status('Unlocked'));
  expect(await connection.call('ClearCache', {})).toEqual(status('Accepted'));
  expect(await connection.call('DataTransfer', { vendorId: 'x' })).toEqual(status('UnknownVendorId'));
  const change = { key: 'MeterValueSampleInterval', value: '60' };
  expect(await connection.call('ChangeConfiguration', change)).toEqual(status('Accepted'));
  expect(await connection.call('ChangeConfiguration', { ...change, value: 'no' })).toEqual(
    status('Rejected'),
  );
  expect(await connection.call('ChangeConfiguration', { key: 'Nonsense', value: '1' })).toEqual(
    status('NotSupported'),
  );
  expect(
    await connection.call('GetConfiguration', { key: ['MeterValueSampleInterval', 'Nonsense'] }),
  ).toEqual({
    kind: 'result',
    response: {
      configurationKey: [{ key: 'MeterValueSampleInterval', readonly: false, value: '60' }],
      unknownKey: ['Nonsense'],
    },
  });
  expect(await connection.call('ChangeAvailability', { connectorId: 2, type: 'Inoperative' })).toEqual(
    status('Accepted'),
  );
  await until(() => station.statusOf(2) === 'Unavailable');
  expect(await connection.call('TriggerMessage', { requestedMessage: 'Heartbeat' })).toEqual(
    status('Accepted'),
  );
  await until(() => actions().includes('Heartbeat'));
  expect(
    await connection.call('TriggerMessage', { requestedMessage: 'StatusNotification', connectorId: 3 }),
  ).toEqual(status('Rejected'));
});

test('a reset stops the session, and the station comes back with a boot', async () => {
  const { site, station, actions } = await connectedSite();
  station.switchOn();
  await until(() => station.online);
  station.plugIn(1);
  await station.presentCard(1, 'CARD');
  await until(() => station.transactionIdOf(1) !== undefined);

  await site.opened[0]?.call('Reset', { type: 'Soft' });
  await until(() => actions().filter((action) => action === 'BootNotification').length === 2);
  await until(() => station.online && station.undelivered === 0);
  const stop = site.calls.find(({ call }) => call.action === 'StopTransaction')?.call;
  expect(stop?.request).toMatchObject({ reason: 'SoftReset' });
});

test('the meter counts what the power says', async () => {
  let now = 1_000_000;
  const time = { now: () => now, after: () => () => {} };
  const { station } = await connectedSite({ time, registerWh: 500 });
  station.plugIn(1, 11_000);
  station.startCharging(1, 'CARD');
  now += 30 * 60_000;
  expect(station.registerWhOf(1)).toBe(6_000);
  station.setCarPower(1, 0);
  expect(station.statusOf(1)).toBe('SuspendedEV');
  now += 60 * 60_000;
  expect(station.registerWhOf(1)).toBe(6_000);
});
