import { connect as connectTcp, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { connectRaw } from '#ocpp/test-server.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { openTlsSite } from '../testing/tls-site.ts';

let site: TestSite;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await site.stop();
});

test('twelve broken clients each leave the one line that says what is wrong with them', async () => {
  site = await startSite();
  await site.adopt('OPEN');
  await site.adopt('LOCKED', { password: 'a-long-password' });
  const online = await site.station('ONLINE');
  const clients: (readonly [outcome: string, come: () => unknown])[] = [
    ['said-nothing', () => tcp().end()],
    ['gave-up', () => tcp().end('GET /ocpp/OPEN HTTP/1.1\r\nHost: ')],
    ['no-http', () => tcp().write('OCPP please\r\n\r\n')],
    ['no-upgrade', () => tcp().write('GET /ocpp/OPEN?key=secret HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['path-without-id', () => come('')],
    ['path-id-twice', () => come('OPEN/SERIAL-4711')],
    ['wrong-path', () => connectRaw(`${origin()}/steve/websocket/CentralSystemService/OPEN`)],
    ['no-subprotocol', () => come('OPEN', { protocols: [] })],
    ['other-subprotocol', () => come('OPEN', { protocols: ['ocpp2.0.1'] })],
    ['missing-password', () => come('LOCKED')],
    ['wrong-password', () => come('LOCKED', { headers: basic('LOCKED', 'another-password') })],
    ['unknown-station', () => come('NOBODY', { headers: basic('NOBODY', 'whatever-it-is') })],
    ['oversized-frame', () => sendHugeFirstFrame('OPEN')],
  ];
  // Only Linux answers on all of 127.0.0.0/8 by itself.
  if (process.platform === 'linux')
    clients.push(['duplicate-connection', () => come('ONLINE', { from: '127.0.0.2' })]);
  for (const [outcome, visit] of clients) {
    const before = (await door()).total;
    await Promise.resolve(visit()).catch(() => null);
    const newest = await eventually(async () => {
      const { items } = await door();
      return items.find(
        (item: { id: number; outcome: string }) => item.id > before && item.outcome !== 'admitted',
      );
    });
    expect(newest.outcome, outcome).toBe(outcome);
    expect(newest.address).toMatch(/^127\.0\.0\.[12]$/);
  }
  expect(online.socket.readyState).toBe(online.socket.OPEN);
  expect(JSON.stringify(await door())).not.toContain('secret');
  expect((await site.api.get('/logbook?limit=200')).text).not.toContain('secret');
  expect(site.errors).toEqual([]);
});

test('a station that speaks TLS to the port without it is told apart from noise', async () => {
  site = await startSite();
  const { port } = new URL(site.server.ocppUrl);
  const socket = connectTls({ host: '127.0.0.1', port: Number(port), rejectUnauthorized: false });
  sockets.push(socket);
  socket.on('error', () => {});
  const visit = await eventually(async () => (await door()).items[0]);
  expect(visit).toMatchObject({ outcome: 'tls-at-plain-port', transport: 'ws' });
});

test('at the port with TLS, too, everybody leaves the one right line', async () => {
  site = await startSite();
  const { port, root } = await openTlsSite(site);
  const get = 'GET /ca.pem HTTP/1.1\r\nHost: x\r\n\r\n';
  const clients: readonly (readonly [outcome: string, come: () => unknown])[] = [
    ['said-nothing', () => tcp(port).end()],
    ['plain-at-tls-port', () => tcp(port).write('GET /ocpp/A HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['tls-too-old', () => tcp(port).write(HELLO_OF_TLS_11)],
    ['certificate-not-trusted', () => tls({ port })],
    ['no-upgrade', () => tls({ port, ca: root }, (socket) => socket.write(get.replace('/ca.pem', '/')))],
  ];
  for (const [outcome, visit] of clients) {
    const before = (await door()).total;
    visit();
    const newest = await eventually(async () => {
      const [item] = (await door()).items;
      return item !== undefined && item.id > before && item;
    });
    expect(newest.outcome, outcome).toBe(outcome);
    expect(newest.transport).toBe('wss');
  }
});

test('whoever is let in is in the log, too, by name', async () => {
  site = await startSite();
  await site.station('HOF 1');
  await site.api.patch('/stations/HOF%201', { name: 'Platz 7' });
  expect((await door()).items).toMatchObject([
    { outcome: 'admitted', stationId: 'HOF 1', stationName: 'Platz 7', transport: 'ws' },
  ]);
});

test('the last two thousand are kept and read page by page; the logbook has each kind once', async () => {
  site = await startSite();
  for (let visit = 0; visit < 2_020; visit += 20)
    await Promise.all(
      Array.from({ length: 20 }, () => new Promise((resolve) => tcp().on('close', resolve).end())),
    );
  await eventually(async () => (await door()).total === 2_020);
  const newest = (await site.api.get('/door?limit=2000')).json.items;
  expect(newest).toHaveLength(2_000);
  const older = (await site.api.get(`/door?before=${newest[9].id}&limit=5`)).json.items;
  expect(older.map(({ id }: { id: number }) => id)).toEqual([2010, 2009, 2008, 2007, 2006]);
  const noted = (await site.api.get('/logbook?limit=200')).json.items.filter(
    ({ kind }: { kind: string }) => kind === 'connection-refused',
  );
  expect(noted).toMatchObject([{ level: 'info', facts: { reason: 'said-nothing', address: '127.0.0.1' } }]);
});

test('a first message that is too long has its own words in the logbook', async () => {
  site = await startSite();
  await site.adopt('OPEN');
  await sendHugeFirstFrame('OPEN');
  const reasons = await eventually(async () => {
    const items: readonly { kind: string; facts: { reason?: string } }[] = (await site.api.get('/logbook'))
      .json.items;
    const found = items
      .filter(({ kind }) => /refused|disconnected/.test(kind))
      .map(({ facts }) => facts.reason);
    return found.length === 2 && found;
  });
  expect(reasons.toSorted()).toEqual(['oversized', 'oversized-frame']);
});

async function door() {
  return (await site.api.get('/door')).json;
}

function origin(): string {
  return site.server.ocppUrl.replace(/\/ocpp\/$/, '');
}

async function come(path: string, more: Parameters<typeof connectRaw>[1] = {}) {
  const { socket } = await connectRaw(site.server.ocppUrl + path, more);
  return socket;
}

async function sendHugeFirstFrame(id: string): Promise<void> {
  const socket = await come(id);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.send(`[2,"1","Heartbeat",{"x":"${'x'.repeat(70_000)}"}]`);
  await closed;
}

/** Node speaks no TLS 1.1 any more: the first record of a client that knows nothing newer (RFC 4346 §7.4.1.2). */
const HELLO_OF_TLS_11 = Buffer.from(`16030100310100002d0302${'07'.repeat(32)}000006c013c014002f0100`, 'hex');

function tls(options: ConnectionOptions, then?: (socket: Socket) => void): void {
  const socket = connectTls({ host: '127.0.0.1', ...options });
  sockets.push(socket);
  socket.on('error', () => {});
  if (then !== undefined) socket.on('secureConnect', () => then(socket));
}

function tcp(port = Number(new URL(site.server.ocppUrl).port)): Socket {
  const socket = connectTcp(port, '127.0.0.1');
  socket.on('error', () => {});
  sockets.push(socket);
  // What is not read keeps the socket from closing.
  return socket.resume();
}

function basic(id: string, password: string): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}` };
}
