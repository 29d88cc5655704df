import { afterEach, expect, test } from 'vitest';
import { answerKindly, startTestServer, type TestServer, until } from '../test-server.ts';
import { type ChargePoint, createChargePoint } from './charge-point.ts';
import type { ChargePointOptions } from './charge-point-options.ts';
import { seededRandom } from './random.ts';
import { realTime } from './time.ts';

let site: TestServer;
let station: ChargePoint;

afterEach(async () => {
  station.switchOff();
  await site.server.close();
});

async function connect(options: Partial<ChargePointOptions> = {}) {
  site = await startTestServer();
  const base = { url: site.url, id: 'SIM', time: realTime(), random: seededRandom(2), reconnectMs: 20 };
  station = createChargePoint({ ...base, ...options });
  station.switchOn();
  await until(() => station.online);
  const [connection] = site.opened;
  if (connection === undefined) throw new Error('not connected');
  return connection;
}

const status = (word: string) => ({ kind: 'result', response: { status: word } });

function told(action: string) {
  return site.calls.map(({ call }) => call).filter((call) => call.action === action);
}

test('a key has a type, may be read-only, may wait for a restart, and a password is never shown', async () => {
  const connection = await connect({ configuration: { 'Vendor.Light': 'on' } });
  const change = (key: string, value: string) => connection.call('ChangeConfiguration', { key, value });
  expect(await change('NumberOfConnectors', '3')).toEqual(status('Rejected'));
  expect(await change('LocalPreAuthorize', 'perhaps')).toEqual(status('Rejected'));
  expect(await change('MeterValuesSampledData', 'SoC,SoC,SoC,SoC,SoC,SoC')).toEqual(status('Rejected'));
  expect(await change('Vendor.Light', 'off')).toEqual(status('Accepted'));
  expect(await change('WebSocketPingInterval', '90')).toEqual(status('RebootRequired'));
  expect(station.configuration.value('WebSocketPingInterval')).toBe('30');
  await connection.call('Reset', { type: 'Soft' });
  await until(() => told('BootNotification').length === 2 && station.online);
  expect(station.configuration.value('WebSocketPingInterval')).toBe('90');

  const all = await site.opened[1]?.call('GetConfiguration', {});
  if (all?.kind !== 'result') throw new Error('no configuration');
  const keys = all.response.configurationKey?.map(({ key }) => key) ?? [];
  expect(keys).toContain('ChargeProfileMaxStackLevel');
  expect(keys).not.toContain('AuthorizationKey');
});

test('a local list is kept by version, in parts or as a whole, and decides offline', async () => {
  const connection = await connect({ configuration: { AllowOfflineTxForUnknownId: 'false' } });
  const send = (listVersion: number, updateType: 'Full' | 'Differential', cards: readonly object[]) =>
    connection.call('SendLocalList', {
      listVersion,
      updateType,
      localAuthorizationList: cards as { idTag: string }[],
    });
  const good = (idTag: string) => ({ idTag, idTagInfo: { status: 'Accepted' } });
  expect(await send(3, 'Full', [good('ANNA'), good('BERT')])).toEqual(status('Accepted'));
  expect(await send(3, 'Differential', [])).toEqual(status('VersionMismatch'));
  expect(await send(4, 'Differential', [{ idTag: 'BERT' }])).toEqual(status('Accepted'));
  expect(
    await send(
      5,
      'Full',
      Array.from({ length: 21 }, (_, at) => good(`C${at}`)),
    ),
  ).toEqual(status('Failed'));
  expect(await connection.call('GetLocalListVersion', {})).toEqual({
    kind: 'result',
    response: { listVersion: 4 },
  });

  station.loseNetwork();
  station.plugIn(1);
  await station.presentCard(1, 'BERT');
  expect(station.statusOf(1)).toBe('Preparing');
  await station.presentCard(1, 'anna');
  expect(station.statusOf(1)).toBe('Charging');
});

test('a card that was refused once is refused offline, until the cache is cleared', async () => {
  site = await startTestServer({
    onCall: (_connection, call) =>
      Promise.resolve(
        call.action === 'Authorize'
          ? { kind: 'send', frame: `[3,"${call.messageId}",{"idTagInfo":{"status":"Blocked"}}]` }
          : answerKindly(call),
      ),
  });
  station = createChargePoint({ url: site.url, id: 'SIM', time: realTime(), random: seededRandom(2) });
  station.switchOn();
  await until(() => station.online);
  station.plugIn(1);
  await station.presentCard(1, 'EVE');
  await site.opened[0]?.call('GetLocalListVersion', {});
  station.loseNetwork();
  await station.presentCard(1, 'EVE');
  expect(station.statusOf(1)).toBe('Preparing');
  station.regainNetwork();
  await until(() => station.online);
  expect(await site.opened.at(-1)?.call('ClearCache', {})).toEqual(status('Accepted'));
  station.loseNetwork();
  await station.presentCard(1, 'EVE');
  expect(station.statusOf(1)).toBe('Charging');
});

test('a reserved place waits for its card, says so in the start, and is free again when it expires', async () => {
  const connection = await connect({ connectors: 2 });
  const reserve = (reservationId: number, connectorId: number, forMs: number) =>
    connection.call('ReserveNow', {
      reservationId,
      connectorId,
      idTag: 'ANNA',
      expiryDate: new Date(Date.now() + forMs).toISOString(),
    });
  expect(await reserve(7, 1, 60_000)).toEqual(status('Accepted'));
  await until(() => station.statusOf(1) === 'Reserved');
  expect(await connection.call('CancelReservation', { reservationId: 8 })).toEqual(status('Rejected'));
  station.plugIn(1);
  station.startCharging(1, 'BERT');
  expect(station.transactionIdOf(1)).toBeUndefined();
  expect(station.statusOf(1)).toBe('Preparing');
  station.startCharging(1, 'ANNA');
  await until(() => station.transactionIdOf(1) !== undefined);
  expect(told('StartTransaction')[0]?.request).toMatchObject({ idTag: 'ANNA', reservationId: 7 });
  expect(await reserve(9, 1, 60_000)).toEqual(status('Occupied'));
  expect(await reserve(10, 0, 100)).toEqual(status('Accepted'));
  station.plugIn(2);
  station.startCharging(2, 'BERT');
  expect(station.statusOf(2)).toBe('Preparing');
  await until(() => station.reservations.all.length === 0);
  station.startCharging(2, 'BERT');
  expect(station.statusOf(2)).toBe('Charging');
});

test('after a power cut the session has ended where the power went, and is told after the boot', async () => {
  await connect();
  station.plugIn(1);
  await station.presentCard(1, 'ANNA');
  await until(() => station.transactionIdOf(1) !== undefined);
  station.losePower();
  expect(station.online).toBe(false);
  station.switchOn();
  await until(() => told('StopTransaction').length === 1);
  expect(told('BootNotification')).toHaveLength(2);
  expect(told('StopTransaction')[0]?.request).toMatchObject({ reason: 'PowerLoss' });
});

test('a plug that does not let go says so, and a wall without a lock has none', async () => {
  const connection = await connect({ lock: 'jams' });
  expect(await connection.call('UnlockConnector', { connectorId: 1 })).toEqual(status('UnlockFailed'));
  station.answers('UnlockConnector', (_request, id) => ({
    kind: 'text',
    text: `[3,"${id}",{"status":"NotSupported"}]`,
  }));
  expect(await connection.call('UnlockConnector', { connectorId: 1 })).toEqual(status('NotSupported'));
  expect(station.heard.map(({ action }) => action)).toEqual(['UnlockConnector', 'UnlockConnector']);
});
