import 'reflect-metadata';
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as x509 from '@peculiar/x509';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServiceDesk, serviceDesk } from '../testing/service-desk.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;
let desk: ServiceDesk;

beforeEach(async () => {
  site = await startSite();
  station = await site.station('A');
  desk = serviceDesk(site, 'A');
});
afterEach(() => site.stop());

const LOCATION = 'http://10.0.0.5/firmware.bin';

test('clearing the memory of cards is done with the yes of the station', async () => {
  const ordered = await desk.order({ kind: 'clear-cache' });
  await desk.reaches(ordered.id, 'in-effect');
  expect(station.asked).toEqual([{ action: 'ClearCache', payload: {} }]);
  station.answers('ClearCache', () => ({ status: 'Rejected' }));
  const refused = await desk.order({ kind: 'clear-cache' });
  await desk.reaches(refused.id, 'rejected');
});

test('a message that was asked for is the effect, at the connector that was meant', async () => {
  const ordered = await desk.order({ kind: 'trigger', message: 'StatusNotification', connectorId: 2 });
  await desk.reaches(ordered.id, 'accepted');
  expect(station.asked.at(-1)).toEqual({
    action: 'TriggerMessage',
    payload: { requestedMessage: 'StatusNotification', connectorId: 2 },
  });
  await status(1);
  expect(await state(ordered.id)).toBe('accepted');
  await status(2);
  await desk.reaches(ordered.id, 'in-effect');
  const extended = await desk.order({ kind: 'trigger', message: 'LogStatusNotification' });
  await desk.reaches(extended.id, 'accepted');
  expect(station.asked.at(-1)?.action).toBe('ExtendedTriggerMessage');
  await station.ok('LogStatusNotification', { status: 'Idle' });
  await desk.reaches(extended.id, 'in-effect');
  station.answers('TriggerMessage', () => ({ status: 'NotImplemented' }));
  const unknown = await desk.order({ kind: 'trigger', message: 'DiagnosticsStatusNotification' });
  expect(await desk.reaches(unknown.id, 'rejected')).toMatchObject({ answer: 'NotImplemented' });
});

test('a station that has been accepted is never asked to boot (errata 3.40)', async () => {
  await station.ok('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' });
  for (const extended of [false, true]) {
    const refused = await desk.refused({ kind: 'trigger', message: 'BootNotification', extended });
    expect(refused.code).toBe('boot-not-triggered');
  }
  expect(station.asked.filter(({ action }) => action.includes('Trigger'))).toEqual([]);
});

test('what a vendor answers to its own message is shown', async () => {
  station.answers('DataTransfer', () => ({ status: 'Accepted', data: '42 °C' }));
  const wish = { kind: 'data-transfer', vendorId: 'com.example', messageId: 'temperature', data: 'now' };
  const ordered = await desk.order(wish);
  expect(await desk.reaches(ordered.id, 'in-effect')).toMatchObject({ answer: '42 °C' });
  expect(station.asked.at(-1)?.payload).toEqual({
    vendorId: 'com.example',
    messageId: 'temperature',
    data: 'now',
  });
  station.answers('DataTransfer', () => ({ status: 'UnknownVendorId' }));
  const data = JSON.stringify({ ssid: 'yard', password: 'sesame' });
  const unknown = await desk.order({ ...wish, data });
  expect(await desk.reaches(unknown.id, 'rejected')).toMatchObject({ answer: 'UnknownVendorId' });
  // The station has to know the password; nothing that is kept does.
  expect(station.asked.at(-1)?.payload).toMatchObject({ data });
  const { listCommands, journal } = site.store.reads;
  const kept = JSON.stringify([await listCommands({ limit: 9 }), await journal({ limit: 99 })]);
  expect(kept).toContain('yard');
  expect(kept).not.toContain('sesame');
});

test('an update of the firmware is followed word by word until it is installed', async () => {
  station.answers('UpdateFirmware', () => ({}));
  const retrieveAt = '2026-12-01T02:00:00Z';
  const ordered = await desk.order({ kind: 'update-firmware', location: LOCATION, retrieveAt, retries: 3 });
  await desk.reaches(ordered.id, 'accepted');
  expect(station.asked.at(-1)?.payload).toEqual({
    location: LOCATION,
    retrieveDate: '2026-12-01T02:00:00.000Z',
    retries: 3,
  });
  for (const word of ['Downloading', 'Downloaded', 'Installing']) {
    await station.ok('FirmwareStatusNotification', { status: word });
    expect(await progress(ordered.id)).toBe(word);
  }
  await station.ok('FirmwareStatusNotification', { status: 'Installed' });
  await desk.reaches(ordered.id, 'in-effect');
});

test.each(['DownloadFailed', 'InstallationFailed'])('an update that ends in %s has failed', async (word) => {
  station.answers('UpdateFirmware', () => ({}));
  const ordered = await desk.order({ kind: 'update-firmware', location: LOCATION });
  await desk.reaches(ordered.id, 'accepted');
  await station.ok('FirmwareStatusNotification', { status: word });
  expect(await desk.reaches(ordered.id, 'failed')).toMatchObject({ answer: word });
});

test('a station that says nothing has updated itself when it boots with another version', async () => {
  station.answers('UpdateFirmware', () => ({}));
  await boot('1.0');
  const ordered = await desk.order({ kind: 'update-firmware', location: LOCATION });
  await desk.reaches(ordered.id, 'accepted');
  await boot('1.0');
  expect(await state(ordered.id)).toBe('accepted');
  await boot('1.1');
  await desk.reaches(ordered.id, 'in-effect');
});

test('a signed firmware goes out only when its signature belongs to the file (A00.FR.706)', async () => {
  const firmware = Buffer.from('new firmware');
  const maker = await makerOf(firmware);
  const server = createServer((_request, response) => response.end(firmware));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const location = `http://127.0.0.1:${(server.address() as AddressInfo).port}/firmware.bin`;
    const wish = { kind: 'signed-update-firmware', location, ...maker };
    const forged = Buffer.from(maker.signature, 'base64').reverse().toString('base64');
    expect((await desk.refused({ ...wish, signature: forged })).fields).toMatchObject([
      { path: 'body/signature' },
    ]);
    expect((await desk.refused({ ...wish, certificate: 'none' })).fields).toMatchObject([
      { path: 'body/certificate' },
    ]);
    const elsewhere = { ...wish, location: 'ftp://10.0.0.5/firmware.bin' };
    expect((await desk.refused(elsewhere)).code).toBe('firmware-unchecked');
    expect(station.asked).toEqual([]);
    const ordered = await desk.order(wish);
    await desk.reaches(ordered.id, 'accepted');
    const sent = station.asked.at(-1)?.payload;
    const requestId = Number(sent?.requestId);
    expect(sent?.firmware).toMatchObject({
      location,
      signature: maker.signature,
      signingCertificate: maker.certificate,
    });
    const say = (status: string, number = requestId) =>
      station.ok('SignedFirmwareStatusNotification', { status, requestId: number });
    await say('SignatureVerified');
    expect(await progress(ordered.id)).toBe('SignatureVerified');
    await say('InvalidSignature', requestId + 1);
    expect(await state(ordered.id)).toBe('accepted');
    await say('Installed');
    await desk.reaches(ordered.id, 'in-effect');
    // Knowing better, one may leave the judgement to the station.
    const anyway = await desk.order({ ...wish, signature: forged, unchecked: true });
    await desk.reaches(anyway.id, 'accepted');
    await station.ok('SignedFirmwareStatusNotification', { status: 'InvalidSignature' });
    expect(await desk.reaches(anyway.id, 'failed')).toMatchObject({ answer: 'InvalidSignature' });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

async function makerOf(
  firmware: Buffer,
): Promise<{ readonly certificate: string; readonly signature: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const { subtle } = globalThis.crypto;
  const keys = {
    privateKey: await subtle.importKey(
      'pkcs8',
      privateKey.export({ type: 'pkcs8', format: 'der' }),
      algorithm,
      true,
      ['sign'],
    ),
    publicKey: await subtle.importKey(
      'spki',
      publicKey.export({ type: 'spki', format: 'der' }),
      algorithm,
      true,
      ['verify'],
    ),
  };
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Maker, O=Example',
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2099-01-01'),
    signingAlgorithm: algorithm,
    keys,
  });
  return {
    certificate: certificate.toString('pem'),
    signature: sign('sha256', firmware, privateKey).toString('base64'),
  };
}

function boot(firmwareVersion: string) {
  return station.ok('BootNotification', {
    chargePointVendor: 'V',
    chargePointModel: 'M',
    firmwareVersion,
  });
}

function status(connectorId: number) {
  return station.ok('StatusNotification', { connectorId, errorCode: 'NoError', status: 'Available' });
}

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into as a foreign program would
async function command(id: number): Promise<any> {
  const { items } = (await site.api.get('/commands')).json;
  return items.find((one: { readonly id: number }) => one.id === id);
}

async function state(id: number): Promise<string> {
  return (await command(id)).state;
}

async function progress(id: number): Promise<string> {
  return (await eventually(async () => command(id))).progress;
}
