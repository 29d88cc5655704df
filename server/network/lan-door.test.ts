import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
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
    expect((await ask()).json).toMatchObject({ product: 'Ladehaus', signedInAs: null });
    expect((await ask('/')).text).toContain('<title>Ladehaus</title>');
    expect((await site.api.get('/network')).json.uiUrls).toContain(`http://${OTHER}:${port}/`);
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
    expect((await site.api.get('/network')).json.uiUrls).toContain(`http://127.0.0.4:${port}/`);
    const bytes = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.4', () => socket.write('no HTTP\r\n\r\n'));
      socket.on('error', reject);
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(bytes).toMatch(/^HTTP\/1.1 400 /);
  },
);

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
