import { type RequestOptions, request } from 'node:https';
import { connect } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OWNER, startSite, type TestSite } from '../testing/start-site.ts';
import { openTlsSite } from '../testing/tls-site.ts';
import { siteAddresses } from './site-addresses.ts';

let site: TestSite;
let addresses: readonly string[] = [];

afterEach(() => site.stop());

const OTHER = '127.0.0.2';

// Only Linux answers on all of 127.0.0.0/8 by itself.
test.runIf(process.platform === 'linux')(
  'the user interface is on the network only while the owner wants it',
  async () => {
    addresses = [OTHER, '127.0.0.1'];
    site = await startSite({ addresses: () => addresses });
    const { port } = new URL(site.server.uiUrl);
    const ask = (path = '/api/v1/status') =>
      site.stranger().send('GET', path, { host: OTHER, headers: { host: `${OTHER}:${port}` } });
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
    expect((await site.api.patch('/site', { lanOpen: true })).json.lanOpen).toBe(true);
    const { root } = await openTlsSite(site);
    const askSafely = (path: string) => secureGet(`https://${OTHER}:${port}${path}`, { ca: root });
    expect((await askSafely('/api/v1/status')).text).toContain('"signedInAs":null');
    expect((await askSafely('/')).text).toContain('<title>Ladehaus</title>');
    expect((await site.api.get('/network')).json.uiUrls).toContain(`https://${OTHER}:${port}/`);
    await site.api.patch('/site', { lanOpen: false });
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
    // Not under this name any more, either.
    const rebound = await site.stranger().send('GET', '/', { headers: { host: `${OTHER}:${port}` } });
    expect(rebound.json).toMatchObject({ code: 'foreign-host' });
  },
);

test.runIf(process.platform === 'linux')(
  'it follows the addresses of the machine, and switching fast leaves nothing behind',
  async () => {
    addresses = [OTHER];
    site = await startSite({ addresses: () => addresses });
    await Promise.all(
      [true, false, true, false, true].map((lanOpen) => site.api.patch('/site', { lanOpen })),
    );
    await site.api.patch('/site', { lanOpen: true });
    const urls = async () => (await site.api.get('/network')).json.uiUrls as string[];
    expect(await urls()).toHaveLength(2);
    addresses = ['127.0.0.3'];
    site.server.resumed();
    await expect.poll(async () => (await urls()).at(-1)).toContain('127.0.0.3');
    expect(site.errors).toEqual([]);
  },
);

test.runIf(process.platform === 'linux')(
  'an attempt that fails does not stand in the way of the next',
  async () => {
    site = await startSite({
      addresses() {
        if (addresses.length === 0) throw new Error('no list of addresses');
        return addresses;
      },
    });
    addresses = [];
    expect((await site.api.patch('/site', { lanOpen: true })).status).toBe(500);
    addresses = ['127.0.0.4'];
    expect((await site.api.patch('/site', { lanOpen: true })).status).toBe(200);
    const { port } = new URL(site.server.uiUrl);
    expect((await site.api.get('/network')).json.uiUrls).toContain(`https://127.0.0.4:${port}/`);
    const bytes = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.4', () => socket.write('no HTTP\r\n\r\n'));
      socket.on('error', reject);
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(bytes).toMatch(/^HTTP\/1.1 400 /);
  },
);

describe.runIf(process.platform === 'linux')('on the network everything is encrypted', () => {
  let port: string;
  let root: string;
  beforeEach(async () => {
    site = await startSite({ addresses: () => [OTHER] });
    await site.api.patch('/site', { lanOpen: true });
    port = new URL(site.server.uiUrl).port;
    ({ root } = await openTlsSite(site));
  });
  const url = (path = '/') => `https://${OTHER}:${port}${path}`;

  test('by TLS 1.2 or 1.3, with a certificate of the site for that very address; older ones are refused', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const options = { ca: root, minVersion: version, maxVersion: version };
      expect((await secureGet(url(), options)).status).toBe(200);
    }
    const old = {
      ca: root,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    await expect(secureGet(url(), old)).rejects.toThrow(/protocol version|EPROTO|alert/i);
    await expect(secureGet(url(), {})).rejects.toThrow(/self-signed|issuer|verify/i);
  });

  test('a page asked for in the clear leads to the encrypted one, and a program is told', async () => {
    const plain = (method: string, path: string, host = `${OTHER}:${port}`) =>
      site.stranger().send(method, path, { host: OTHER, headers: { host } });
    const page = await plain('GET', '/sessions?from=1');
    expect([page.status, page.headers.location]).toEqual([308, url('/sessions?from=1')]);
    expect((await plain('POST', '/api/v1/sign-in')).json).toMatchObject({
      code: 'tls-required',
      status: 403,
    });
    expect((await plain('GET', '/', 'evil.example')).json.code).toBe('foreign-host');
    // On this computer nothing changes.
    expect((await site.api.get('/status')).status).toBe(200);
  });

  test('the cookie of a sign-in there never leaves encryption', async () => {
    const body = JSON.stringify(OWNER);
    const answer = await secureGet(url('/api/v1/sign-in'), {
      ca: root,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      body,
    });
    expect([answer.status, answer.cookie]).toEqual([200, expect.stringMatching(/; Secure/)]);
    expect(answer.cookie).toMatch(/SameSite=Strict/);
    const here = await site.stranger().send('POST', '/api/v1/sign-in', { body: OWNER });
    expect(String(here.headers['set-cookie'])).not.toContain('Secure');
  });

  test('a renewed certificate is shown without a restart', async () => {
    const before = (await secureGet(url(), { ca: root })).serial;
    await site.api.post('/authority/server-certificates', { names: ['laden.example'] });
    const after = await secureGet(url(), { ca: root });
    expect(after.serial).not.toBe(before);
    expect(after.names).toContain('laden.example');
    expect(after.names).toContain(OTHER);
  });
});

type Wish = RequestOptions & { readonly body?: string };

function secureGet(address: string, { body, ...options }: Wish) {
  interface Seen {
    readonly status: number | undefined;
    readonly text: string;
    readonly cookie: string;
    readonly serial: string;
    readonly names: string;
  }
  return new Promise<Seen>((resolve, reject) => {
    const asked = request(address, { agent: false, ...options }, (response) => {
      const { serialNumber, subjectaltname = '' } = (response.socket as TLSSocket).getPeerCertificate();
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          text: Buffer.concat(parts).toString(),
          cookie: String(response.headers['set-cookie']),
          serial: serialNumber,
          names: subjectaltname,
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test('stations are told the address of the cable before Wi-Fi, and none of a container', () => {
  site = { stop: async () => {} } as TestSite;
  const v4 = (address: string) => ({
    address,
    family: 'IPv4' as const,
    internal: false,
    netmask: '',
    mac: '',
    cidr: null,
  });
  const found = siteAddresses({
    docker0: [v4('172.17.0.1')],
    wlan0: [v4('192.168.1.20')],
    eth0: [v4('192.168.1.10')],
    lo: [{ ...v4('127.0.0.1'), internal: true }],
  });
  expect(found.map(({ address }) => address)).toEqual(['192.168.1.10', '192.168.1.20', '172.17.0.1']);
  expect(found.map(({ recommended }) => recommended)).toEqual([true, false, false]);
  expect(siteAddresses({})).toMatchObject([{ address: '127.0.0.1', recommended: true }]);
});
