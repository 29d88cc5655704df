import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { closeCodeOf, connectRaw, letIn, startTestServer, type TestServer, until } from './test-server.ts';

let site: TestServer;

afterEach(() => site.server.close());

/** Connects from another address of this machine. */
function connectFrom(localAddress: string, url: string): Promise<WebSocket | number> {
  const socket = new WebSocket(url, ['ocpp1.6'], { localAddress });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.on('error', () => {});
      socket.terminate();
    });
    socket.once('error', reject);
  });
}

test('a station that has proven itself replaces its old connection at once', async () => {
  site = await startTestServer({ admit: () => Promise.resolve({ ...letIn, authenticated: true }) });
  const { socket: old } = await connectRaw(`${site.url}A`);
  const code = closeCodeOf(old);
  const { socket } = await connectRaw(`${site.url}A`);
  expect(await code).toBe(1000);
  expect(site.closed).toMatchObject([{ close: { code: 1000, reason: 'replaced', by: 'central-system' } }]);
  expect(site.server.connectionOf('A')).toBe(site.opened[1]);
  socket.terminate();
});

test('the late end of a replaced connection does not remove its successor', async () => {
  site = await startTestServer();
  const { socket: old } = await connectRaw(`${site.url}A`);
  old.pause();
  const { socket } = await connectRaw(`${site.url}A`);
  old.terminate();
  await until(() => site.closed.length === 1);
  socket.send('[2,"1","Heartbeat",{}]');
  await until(() => site.calls.length === 1);
  expect(site.server.connectionOf('A')).toBe(site.opened[1]);
  socket.terminate();
  await until(() => site.server.connectionOf('A') === undefined);
});

// macOS has no loopback addresses but 127.0.0.1.
test.skipIf(process.platform === 'darwin')(
  'nobody takes the place of a living station from elsewhere',
  async () => {
    site = await startTestServer();
    const { socket, received } = await connectRaw(`${site.url}A`);
    const stranger = await connectFrom('127.0.0.2', `${site.url}A`);
    expect(stranger).toBe(409);
    expect(site.refused).toMatchObject([{ reason: 'duplicate-connection', address: '127.0.0.2' }]);
    socket.send('[2,"1","Heartbeat",{}]');
    await until(() => received.length === 1);
    expect(site.server.connectionOf('A')).toBe(site.opened[0]);
    socket.terminate();
  },
);

test.skipIf(process.platform === 'darwin')(
  'nor that of a station which has sent more than is read of it at the moment',
  async () => {
    site = await startTestServer({
      limits: { messagesPerSecond: 0.1, messageBurst: 2, duplicateProbeMs: 50 },
    });
    const { socket, received } = await connectRaw(`${site.url}A`);
    for (let sent = 0; sent < 5; sent++) socket.send('[2,"1","Heartbeat",{}]');
    await until(() => received.length >= 3);
    expect(await connectFrom('127.0.0.2', `${site.url}A`)).toBe(409);
    expect(site.server.connectionOf('A')).toBe(site.opened[0]);
    socket.terminate();
  },
);

test.skipIf(process.platform === 'darwin')('a dead connection is replaced, also from elsewhere', async () => {
  site = await startTestServer({ limits: { duplicateProbeMs: 50 } });
  const { socket: dead } = await connectRaw(`${site.url}A`);
  dead.pause();
  const socket = await connectFrom('127.0.0.2', `${site.url}A`);
  expect(socket).toBeInstanceOf(WebSocket);
  expect(site.server.connectionOf('A')?.address).toBe('127.0.0.2');
  dead.terminate();
  if (socket instanceof WebSocket) socket.terminate();
});
