import { afterEach, describe, expect, test } from 'vitest';
import { connectRaw } from '#ocpp/test-server.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { readAddressOrigins } from './address-origin.ts';

let site: TestSite | undefined;

afterEach(async () => {
  await site?.stop();
  site = undefined;
});

test('a new address is noticed, with the stations that still have the old one, also over a restart', async () => {
  let addresses = ['192.0.2.10'];
  site = await startSite({ addresses: () => addresses });
  await eventually(async () => (await card()).interfaces[0]?.recommended);
  for (const id of ['A', 'B', 'C']) await site.adopt(id);
  await come('A', '192.0.2.10:8180');
  await come('B', '192.0.2.10');
  await come('C', 'Ladehaus.local:8180');
  await eventually(async () => (await card()).interfaces[0].stations === 2);

  // A second network beside it changes nothing in the stations, and takes nothing over.
  addresses = ['192.0.2.99', '192.0.2.10'];
  site.server.resumed();
  expect((await card()).interfaces).toMatchObject([
    { address: '192.0.2.10', recommended: true },
    { address: '192.0.2.99', recommended: false },
  ]);
  expect((await card()).change).toBe(null);

  addresses = ['192.0.2.99'];
  await site.restart();
  const changed = await eventually(async () => (await card()).change);
  expect(changed).toMatchObject({ from: '192.0.2.10', to: '192.0.2.99', stations: 2 });
  expect((await site.api.get('/logbook')).json.items).toContainEqual(
    expect.objectContaining({
      kind: 'address-changed',
      level: 'attention',
      facts: { from: '192.0.2.10', to: '192.0.2.99', stations: 2 },
    }),
  );
  expect((await attention())?.facts).toMatchObject({
    station: '192.0.2.99',
    from: '192.0.2.10',
    stations: 2,
  });

  // Once a station comes to the new address it is none of them; when all do, nobody has to look any more.
  await come('A', '192.0.2.99:8180');
  await come('B', '192.0.2.99:8180');
  await eventually(async () => (await card()).change.stations === 0);
  expect(await attention()).toBe(undefined);
});

test('a cable pulled for a while is no new address', async () => {
  let addresses = ['192.0.2.10'];
  site = await startSite({ addresses: () => addresses });
  await eventually(async () => (await card()).interfaces[0]?.recommended);
  for (const present of [[], ['127.0.0.1'], ['192.0.2.10']]) {
    addresses = present;
    site.server.resumed();
    await site.api.get('/overview');
  }
  expect((await card()).change).toBe(null);
  expect((await site.api.get('/logbook')).text).not.toContain('address-changed');
});

test('the card knows the ports and how makes want the address', async () => {
  site = await startSite();
  const { ports, path, makes } = await card();
  expect(ports.ws).toBe(Number(new URL(site.server.ocppUrl).port));
  expect(path).toBe('/ocpp/');
  expect(makes).toContainEqual({ make: 'EN+ / Ocular', form: 'without-scheme', identity: 'added' });
});

describe('who gave an address is read from the system, and left open where it does not say', () => {
  const interfaces = [
    { name: 'en0', address: '192.0.2.1' },
    { name: 'en5', address: '192.0.2.2' },
  ];

  test('Linux', async () => {
    const answer = JSON.stringify([
      { addr_info: [{ local: '127.0.0.1', valid_life_time: 4294967295 }] },
      { addr_info: [{ local: '192.0.2.1', dynamic: true, valid_life_time: 4000 }] },
      { addr_info: [{ local: '192.0.2.3' }] },
      {},
    ]);
    expect(await readAddressOrigins('linux', interfaces, async () => answer)).toEqual(
      new Map([
        ['127.0.0.1', 'fixed'],
        ['192.0.2.1', 'dhcp'],
      ]),
    );
  });

  test('Windows', async () => {
    const answer = '192.0.2.1 Dhcp\r\n192.0.2.2 Manual\r\n169.254.1.1 WellKnown\r\n';
    expect(await readAddressOrigins('win32', interfaces, async () => answer)).toEqual(
      new Map([
        ['192.0.2.1', 'dhcp'],
        ['192.0.2.2', 'fixed'],
      ]),
    );
  });

  test('macOS', async () => {
    const run = async (_program: string, [, name]: readonly string[]) =>
      name === 'en0' ? 'IPv4 : <array> {\n ConfigMethod : DHCP\n' : 'nothing known';
    expect(await readAddressOrigins('darwin', interfaces, run)).toEqual(new Map([['192.0.2.1', 'dhcp']]));
  });

  test('a system that lacks the program, or speaks in riddles', async () => {
    const missing = () => Promise.reject(new Error('ENOENT'));
    for (const platform of ['linux', 'win32', 'darwin', 'freebsd'] as const) {
      expect(await readAddressOrigins(platform, interfaces, missing)).toEqual(new Map());
      expect(await readAddressOrigins(platform, interfaces, async () => '<html>')).toEqual(new Map());
    }
  });
});

async function card() {
  return (await site?.api.get('/address-card'))?.json;
}

async function attention() {
  const { json } = (await site?.api.get('/overview')) ?? { json: { attention: [] } };
  return json.attention.find(({ kind }: { kind: string }) => kind === 'address');
}

/** A station connects by a certain name of ours, and goes again. */
async function come(id: string, host: string): Promise<void> {
  const { socket } = await connectRaw(`${site?.server.ocppUrl}${id}`, { headers: { host } });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.close();
  await closed;
}
