import 'reflect-metadata';
import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as x509 from '@peculiar/x509';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { instant } from '#core/shared/units.ts';
import { type CheckFirmware, createFirmwareCheck } from './check-firmware.ts';

const NOW = instant(Date.parse('2026-11-20T12:00:00Z'));
const FIRMWARE = Buffer.alloc(5_000_000, 'firmware');
let server: Server;
let maker: { readonly certificate: string; readonly key: KeyObject };
let good: string;

beforeAll(async () => {
  maker = await rsaMaker();
  good = sign('sha256', FIRMWARE, maker.key).toString('base64');
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

test('a signature is found good in both paddings of RSA, and no other is', async () => {
  const check = await checkOf((_request, response) => response.end(FIRMWARE));
  const pss = { key: maker.key, padding: constants.RSA_PKCS1_PSS_PADDING };
  expect(await check(good)).toEqual({ kind: 'good' });
  expect(await check(sign('sha256', FIRMWARE, pss).toString('base64'))).toEqual({ kind: 'good' });
  const other = sign('sha256', FIRMWARE.subarray(1), maker.key).toString('base64');
  expect(await check(other)).toMatchObject({ kind: 'wrong', field: 'signature' });
});

test('files are fetched one after the other, however many are asked for', async () => {
  let open = 0;
  let most = 0;
  const check = await checkOf((_request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    setTimeout(() => response.end(FIRMWARE), 20);
  });
  const verdicts = await Promise.all([check(good), check('AAAA'), check(good), check(good)]);
  expect(verdicts.map(({ kind }) => kind)).toEqual(['good', 'wrong', 'good', 'good']);
  expect(most).toBe(1);
});

test('a redirect is followed, but neither for ever nor to what is no web address', async () => {
  const check = await checkOf((request, response) => {
    if (request.url === '/firmware.bin') response.writeHead(302, { location: '/moved.bin' }).end();
    else response.end(FIRMWARE);
  });
  expect(await check(good)).toEqual({ kind: 'good' });
  let asked = 0;
  server.removeAllListeners('request').on('request', (_request, response) => {
    asked += 1;
    response.writeHead(302, { location: `/${asked}` }).end();
  });
  expect(await check(good)).toMatchObject({
    kind: 'unchecked',
    problem: expect.stringContaining('too often'),
  });
  expect(asked).toBeLessThanOrEqual(6);
  server.removeAllListeners('request').on('request', (_request, response) => {
    response.writeHead(302, { location: 'data:text/plain,firmware' }).end();
  });
  expect(await check(good)).toMatchObject({ kind: 'unchecked' });
});

async function checkOf(listener: RequestListener): Promise<(signature: string) => ReturnType<CheckFirmware>> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const location = `http://127.0.0.1:${(server.address() as AddressInfo).port}/firmware.bin`;
  const check = createFirmwareCheck();
  return (signature) => check({ location, certificate: maker.certificate, signature }, NOW);
}

async function rsaMaker(): Promise<typeof maker> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const { subtle } = globalThis.crypto;
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' });
  const open = publicKey.export({ type: 'spki', format: 'der' });
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Maker, O=Example',
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2099-01-01'),
    signingAlgorithm: algorithm,
    keys: {
      privateKey: await subtle.importKey('pkcs8', secret, algorithm, true, ['sign']),
      publicKey: await subtle.importKey('spki', open, algorithm, true, ['verify']),
    },
  });
  return { certificate: certificate.toString('pem'), key: privateKey };
}
