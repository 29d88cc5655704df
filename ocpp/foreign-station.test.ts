import { RPCClient } from 'ocpp-rpc';
import { afterEach, expect, test } from 'vitest';
import { readBasicCredentials } from './basic-credentials.ts';
import { letIn, startTestServer, type TestServer } from './test-server.ts';

let site: TestServer;

afterEach(() => site.server.close());

test('a station of another make, strict about every message, completes a session', async () => {
  site = await startTestServer({
    admit: ({ credentials }) =>
      Promise.resolve(
        credentials?.passwords.some((password) => password.toString() === 'secret')
          ? { ...letIn, authenticated: true }
          : { kind: 'refuse', reason: 'wrong-password' },
      ),
  });
  const station = foreignStation('RDAM 123', 'secret');
  station.handle('RemoteStopTransaction', () => Promise.resolve({ status: 'Accepted' }));
  station.handle('UnlockConnector', () => Promise.reject(new Error('jammed')));
  await station.connect();

  const timestamp = new Date().toISOString();
  const boot = await station.call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  expect(boot).toMatchObject({ status: 'Accepted', interval: 300 });
  expect(await station.call('Authorize', { idTag: 'CARD' })).toEqual({ idTagInfo: { status: 'Accepted' } });
  const { transactionId } = (await station.call('StartTransaction', {
    connectorId: 1,
    idTag: 'CARD',
    meterStart: 0,
    timestamp,
  })) as { transactionId: number };

  const connection = site.server.connectionOf('RDAM 123');
  expect(await connection?.call('RemoteStopTransaction', { transactionId })).toEqual({
    kind: 'result',
    response: { status: 'Accepted' },
  });
  expect(await connection?.call('UnlockConnector', { connectorId: 1 })).toMatchObject({ kind: 'error' });
  expect(await connection?.call('Reset', { type: 'Hard' })).toMatchObject({
    kind: 'error',
    code: 'NotImplemented',
  });

  const stop = { transactionId, idTag: 'CARD', meterStop: 12_000, timestamp, reason: 'Remote' };
  expect(await station.call('StopTransaction', stop)).toEqual({});
  await station.close();
  expect(site.calls.map(({ call }) => [call.action, call.validity])).toEqual([
    ['BootNotification', 'valid'],
    ['Authorize', 'valid'],
    ['StartTransaction', 'valid'],
    ['StopTransaction', 'valid'],
  ]);
});

test('a wrong password keeps it out', async () => {
  site = await startTestServer({
    admit: () => Promise.resolve({ kind: 'refuse', reason: 'wrong-password' }),
  });
  const station = foreignStation('A', 'wrong');
  await expect(station.connect()).rejects.toMatchObject({ code: 401 });
  expect(site.refused).toMatchObject([{ reason: 'wrong-password', stationId: 'A' }]);
});

test('a header without name is no credentials', () => {
  expect(readBasicCredentials(undefined, 'A')).toBeUndefined();
});

function foreignStation(identity: string, password: string): RPCClient {
  const options = {
    endpoint: site.url.slice(0, -1),
    identity,
    password,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
  };
  // Its types demand every option, its manual only these.
  return new RPCClient(options as ConstructorParameters<typeof RPCClient>[0]);
}
