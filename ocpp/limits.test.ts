import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createMessageBudget } from './message-budget.ts';
import { createReconnectThrottle } from './reconnect-throttle.ts';
import {
  answerKindly,
  closeCodeOf,
  connectRaw,
  letIn,
  startTestServer,
  type TestServer,
  type TestServerOptions,
  until,
} from './test-server.ts';

const servers: TestServer[] = [];

afterEach(async () => {
  for (const { server } of servers.splice(0)) await server.close();
});

async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const site = await startTestServer(options);
  servers.push(site);
  return site;
}

const at = '2026-11-21T12:00:00Z';

function stopOf(bytes: number): string {
  const sample = { timestamp: at, sampledValue: [{ value: '1' }] };
  const transactionData = Array.from({ length: bytes / JSON.stringify(sample).length }, () => sample);
  return JSON.stringify([
    2,
    'big',
    'StopTransaction',
    { transactionId: 1, meterStop: 1, timestamp: at, transactionData },
  ]);
}

describe('the size of a frame', () => {
  test('is small until an unproven station has said something sensible', async () => {
    const site = await start();
    const { socket } = await connectRaw(`${site.url}A`);
    const code = closeCodeOf(socket);
    socket.send(stopOf(70_000));
    expect(await code).toBe(1009);
  });

  test('may be large afterwards: a stop with thousands of values is read', async () => {
    const site = await start();
    const { socket, received } = await connectRaw(`${site.url}A`);
    socket.send('[2,"1","Heartbeat",{}]');
    socket.send(stopOf(1_500_000));
    await until(() => received.length === 2);
    expect(site.calls[1]?.call.validity).toBe('valid');
    socket.terminate();
  });

  test('may be large at once for a station that has proven itself', async () => {
    const site = await start({ admit: () => Promise.resolve({ ...letIn, authenticated: true }) });
    const { socket, received } = await connectRaw(`${site.url}A`);
    socket.send(stopOf(1_500_000));
    await until(() => received.length === 1);
    socket.terminate();
  });

  test('does not shorten what is reported of one that cannot be read', async () => {
    const site = await start();
    const { socket } = await connectRaw(`${site.url}A`);
    const code = closeCodeOf(socket);
    const junk = ['x'.repeat(50_000), stopOf(70_000)];
    for (const frame of junk) socket.send(frame);
    expect(await code).toBe(1009);
    expect(site.traffic).toMatchObject(junk.map((raw) => ({ kind: 'unreadable-frame', raw })));
  });

  test('is never more than the limit', async () => {
    const site = await start({ admit: () => Promise.resolve({ ...letIn, authenticated: true }) });
    const { socket } = await connectRaw(`${site.url}A`);
    socket.on('error', () => {});
    const code = closeCodeOf(socket);
    socket.send('x'.repeat(2 * 1024 * 1024 + 1));
    expect(await code).toBe(1009);
    expect(site.calls).toEqual([]);
  });
});

test('compression is not negotiated', async () => {
  const site = await start();
  const { socket } = await connectRaw(`${site.url}A`, {
    headers: { 'Sec-WebSocket-Extensions': 'permessage-deflate' },
  });
  expect(socket.extensions).toBe('');
  socket.terminate();
});

test('a flood of tiny fragments ends in a closed connection', async () => {
  const site = await start();
  const { socket } = await connectRaw(`${site.url}A`);
  const code = closeCodeOf(socket);
  for (let i = 0; i < 20_000; i++) socket.send('[', { fin: false });
  expect([1006, 1008]).toContain(await code);
});

test('silent and dripping sockets are closed, while a station connects meanwhile', async () => {
  const site = await start({ limits: { headersTimeoutMs: 200, handshakeTimeoutMs: 300 } });
  const sockets: Socket[] = [];
  let closed = 0;
  for (let i = 0; i < 40; i++) {
    const socket = connect(site.server.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.on('close', () => {
      closed += 1;
    });
    socket.resume();
    if (i % 2 === 0) socket.write('GET /ocpp/A HT');
    sockets.push(socket);
  }
  const { socket } = await connectRaw(`${site.url}A`);
  socket.terminate();
  await until(() => closed === 40);
});

test('an address may have only so many sockets that are not admitted yet', async () => {
  const site = await start({ limits: { pendingSocketsPerAddress: 3 } });
  const sockets = Array.from({ length: 5 }, () => connect(site.server.port, '127.0.0.1'));
  let closed = 0;
  for (const socket of sockets) {
    socket.on('error', () => {});
    socket.on('close', () => {
      closed += 1;
    });
    socket.resume();
  }
  await until(() => closed === 2);
  for (const socket of sockets) socket.destroy();
  await until(() => closed === 5);

  const ids = ['A', 'B', 'C', 'D', 'E'];
  const stations = await Promise.all(ids.slice(0, 3).map((id) => connectRaw(site.url + id)));
  for (const id of ids.slice(3)) stations.push(await connectRaw(site.url + id));
  expect(site.opened).toHaveLength(5);
  for (const { socket } of stations) socket.terminate();
});

test('there are only so many connections', async () => {
  const site = await start({ limits: { connections: 1 } });
  const { socket } = await connectRaw(`${site.url}A`);
  await expect(connectRaw(`${site.url}B`)).rejects.toThrow('503');
  expect(site.refused).toMatchObject([{ reason: 'too-many-connections' }]);
  socket.terminate();
});

test('a station that reconnects all the time is held to one connection per minute', async () => {
  const site = await start({ limits: { reconnectsPerHour: 3 } });
  for (let i = 0; i < 4; i++) (await connectRaw(`${site.url}A`)).socket.terminate();
  await expect(connectRaw(`${site.url}A`)).rejects.toThrow('503');
  expect(site.refused).toMatchObject([{ reason: 'reconnecting-too-often' }]);
  (await connectRaw(`${site.url}B`)).socket.terminate();

  const throttle = createReconnectThrottle(2);
  for (const ms of [0, 1, 2]) throttle.connected('A', ms);
  expect(throttle.allows('A', 59_000)).toBe(false);
  expect(throttle.allows('A', 60_002)).toBe(true);
});

test('a flooding station is read more slowly, and nothing it says is lost', async () => {
  const site = await start({ limits: { messagesPerSecond: 400, messageBurst: 20 } });
  const { socket, received } = await connectRaw(`${site.url}A`);
  const startedAt = performance.now();
  for (let i = 0; i < 220; i++) socket.send(`[2,"${i}","Heartbeat",{}]`);
  socket.send('[2,"last","Heartbeat",{}]');
  await until(() => received.length === 221);
  expect(site.calls.map(({ call }) => call.messageId)).toEqual([
    ...Array.from({ length: 220 }, (_, i) => String(i)),
    'last',
  ]);
  socket.send('[2,"after","Heartbeat",{}]');
  await until(() => received.length === 222);
  expect(performance.now() - startedAt).toBeGreaterThan(400);
  socket.terminate();
});

test('a budget is spent by messages and refilled by time', () => {
  const budget = createMessageBudget(20, 3, 0);
  expect([budget.spend(0), budget.spend(0), budget.spend(0)]).toEqual([0, 0, 0]);
  expect(budget.spend(0)).toBe(50);
  expect(budget.spend(0)).toBe(100);
  expect(budget.spend(150)).toBe(0);
  expect(createMessageBudget(Number.POSITIVE_INFINITY, 0, 0).spend(0)).toBe(0);
});

test('while its call is being handled, a station is read only so far', async () => {
  const finish: (() => void)[] = [];
  const site = await start({
    limits: { waitingCalls: 4, messagesPerSecond: Number.POSITIVE_INFINITY },
    onCall: (_connection, call) => new Promise((resolve) => finish.push(() => resolve(answerKindly(call)))),
  });
  const { socket, received } = await connectRaw(`${site.url}A`);
  const padding = 'x'.repeat(10_000);
  const total = 2_000;
  for (let i = 0; i < total; i++) {
    socket.send(`[2,"${i}","DataTransfer",{"vendorId":"V","data":"${padding}"}]`);
  }
  await until(() => site.calls.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(socket.bufferedAmount).toBeGreaterThan(1_000_000);
  while (received.length < total) {
    finish.shift()?.();
    await new Promise(setImmediate);
  }
  expect(site.calls.map(({ call }) => call.messageId)).toEqual(
    Array.from({ length: total }, (_, i) => `${i}`),
  );
  socket.terminate();
});

describe('life', () => {
  test('is any frame or pong; after two silent intervals the connection ends', async () => {
    const site = await start({ limits: { pingIntervalMs: 40 } });
    const { socket } = await connectRaw(`${site.url}ALIVE`);
    const dead = await connectRaw(`${site.url}DEAD`);
    dead.socket.pause();
    await until(() => site.closed.length === 1);
    expect(site.closed[0]?.connection.stationId).toBe('DEAD');
    expect(site.closed[0]?.close).toMatchObject({ by: 'silence', reason: 'silent' });
    expect(site.server.connectionOf('ALIVE')?.lastHeardAt).toBeGreaterThan(site.opened[0]?.openedAt ?? 0);
    socket.terminate();
    dead.socket.terminate();
  });

  test('may show without pongs', async () => {
    const site = await start({ limits: { pingIntervalMs: 100 } });
    const { WebSocket } = await import('ws');
    const socket = new WebSocket(`${site.url}A`, ['ocpp1.6'], { autoPong: false });
    await until(() => socket.readyState === WebSocket.OPEN);
    const talking = setInterval(() => socket.send('[2,"1","Heartbeat",{}]'), 30);
    await until(() => site.calls.length > 15);
    expect(site.closed).toEqual([]);
    clearInterval(talking);
    await until(() => site.closed.length === 1);
    socket.terminate();
  });
});
