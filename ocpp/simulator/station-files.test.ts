import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestServer, until } from '../test-server.ts';
import { type ChargePoint, createChargePoint } from './charge-point.ts';
import { seededRandom } from './random.ts';
import { createTestAuthority } from './test-authority.ts';
import { realTime } from './time.ts';

const IMAGE = 'version 3.1.4 and much more';

let site: TestServer;
let station: ChargePoint;
let files: Server;
let address: string;
/** What was put to which path. */
let uploaded: Map<string, string>;

beforeEach(async () => {
  site = await startTestServer();
  uploaded = new Map();
  files = createServer((request, response) => {
    if (request.method === 'GET') {
      response.statusCode = request.url === '/new.bin' ? 200 : 404;
      response.end(IMAGE);
      return;
    }
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      uploaded.set(request.url ?? '', body);
      response.end();
    });
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
  const time = realTime();
  station = createChargePoint({
    url: site.url,
    id: 'SIM 1',
    time,
    random: seededRandom(2),
    reconnectMs: 20,
    installMs: 20,
  });
  station.switchOn();
  await until(() => station.online);
});
afterEach(async () => {
  station.switchOff();
  await site.server.close();
  files.close();
});

function words(action: string): readonly unknown[] {
  return site.calls
    .map(({ call }) => call)
    .filter((call) => call.action === action)
    .map(({ request }) => (request as { readonly status: string }).status);
}

test('new firmware is fetched, installed and booted, word by word', async () => {
  const retrieveDate = new Date().toISOString();
  await site.opened[0]?.call('UpdateFirmware', { location: `${address}/new.bin`, retrieveDate });
  await until(() => station.firmwareVersion === '3.1.4' && site.opened.length === 2 && station.online);
  expect(words('FirmwareStatusNotification')).toEqual([
    'Downloading',
    'Downloaded',
    'Installing',
    'Installed',
  ]);
  const boots = site.calls.map(({ call }) => call).filter(({ action }) => action === 'BootNotification');
  expect(boots.at(-1)?.request).toMatchObject({ firmwareVersion: '3.1.4' });
});

test('firmware that cannot be fetched is said so, after as many attempts as were wished', async () => {
  const retrieveDate = new Date().toISOString();
  await site.opened[0]?.call('UpdateFirmware', { location: `${address}/none.bin`, retrieveDate, retries: 1 });
  await until(() => words('FirmwareStatusNotification').includes('DownloadFailed'));
  expect(station.firmwareVersion).toBe('1.0.0');
});

test('signed firmware is installed when its signature holds, and reported when it or its certificate does not', async () => {
  const authority = await createTestAuthority();
  const maker = await authority.maker();
  const order = (signature: string, requestId: number) =>
    site.opened[0]?.call('SignedUpdateFirmware', {
      requestId,
      firmware: {
        location: `${address}/new.bin`,
        retrieveDateTime: new Date().toISOString(),
        signingCertificate: maker.certificate,
        signature,
      },
    });
  const status = (word: string) => ({ kind: 'result', response: { status: word } });
  expect(await order(maker.sign(IMAGE), 1)).toEqual(status('InvalidCertificate'));
  const root = { certificateType: 'ManufacturerRootCertificate', certificate: authority.rootPem } as const;
  await site.opened[0]?.call('InstallCertificate', root);
  expect(await order(maker.sign('another file'), 2)).toEqual(status('Accepted'));
  await until(() => words('SignedFirmwareStatusNotification').includes('InvalidSignature'));
  expect(station.firmwareVersion).toBe('1.0.0');
  expect(await order(maker.sign(IMAGE), 3)).toEqual(status('Accepted'));
  await until(() => station.firmwareVersion === '3.1.4');
  expect(words('SignedFirmwareStatusNotification')).toEqual([
    'Downloading',
    'Downloaded',
    'InvalidSignature',
    'Downloading',
    'Downloaded',
    'SignatureVerified',
    'Installing',
    'Installed',
  ]);
  const events = site.calls
    .map(({ call }) => call)
    .filter(({ action }) => action === 'SecurityEventNotification');
  expect(events.map(({ request }) => (request as { readonly type: string }).type)).toEqual([
    'InvalidFirmwareSigningCertificate',
    'InvalidFirmwareSignature',
  ]);
});

test('diagnostics and logs arrive where they were wished', async () => {
  const asked = await site.opened[0]?.call('GetDiagnostics', { location: `${address}/in/` });
  if (asked?.kind !== 'result') throw new Error('no answer');
  await until(() => words('DiagnosticsStatusNotification').includes('Uploaded'));
  expect([...uploaded.keys()]).toEqual([`/in/${asked.response.fileName}`]);

  const log = { remoteLocation: `${address}/security.log` };
  await site.opened[0]?.call('GetLog', { logType: 'SecurityLog', requestId: 5, log });
  await until(() => words('LogStatusNotification').includes('Uploaded'));
  expect(uploaded.get('/security.log')).toContain('SIM 1');
  const nowhere = { remoteLocation: 'http://127.0.0.1:9/log' };
  await site.opened[0]?.call('GetLog', { logType: 'DiagnosticsLog', requestId: 6, log: nowhere });
  await until(() => words('LogStatusNotification').includes('UploadFailure'));
});

test('every message comes when it is wished for', async () => {
  for (const requestedMessage of ['FirmwareStatusNotification', 'DiagnosticsStatusNotification'] as const)
    await site.opened[0]?.call('TriggerMessage', { requestedMessage });
  await site.opened[0]?.call('ExtendedTriggerMessage', { requestedMessage: 'LogStatusNotification' });
  await site.opened[0]?.call('TriggerMessage', { requestedMessage: 'MeterValues', connectorId: 1 });
  await until(() => site.calls.some(({ call }) => call.action === 'MeterValues'));
  expect([
    words('FirmwareStatusNotification'),
    words('DiagnosticsStatusNotification'),
    words('LogStatusNotification'),
  ]).toEqual([['Idle'], ['Idle'], ['Idle']]);
  await station.reportSecurityEvent('TamperDetectionActivated', 'door');
  expect(site.calls.at(-1)?.call.request).toMatchObject({
    type: 'TamperDetectionActivated',
    techInfo: 'door',
  });
});
