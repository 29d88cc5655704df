import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import type { Handshake } from './handshake.ts';
import { PortInUse } from './port-in-use.ts';
import { startOcppServer } from './server.ts';
import {
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

describe('the id of a station is the end of its path', () => {
  test.each([
    ['RDAM%20123', 'RDAM 123'],
    ['a%2Fb', 'a/b'],
    ['S%C3%A4ule', 'Säule'],
    ['CaSe', 'CaSe'],
    ['SLASH/', 'SLASH'],
    ['QUERY?token=1', 'QUERY'],
    ['/DOUBLE', 'DOUBLE'],
    ['ocpp/TWICE', 'TWICE'],
  ])('%s is %s', async (path, id) => {
    const { url, opened } = await start();
    const { socket } = await connectRaw(url + path);
    expect(opened.map(({ stationId }) => stationId)).toEqual([id]);
    socket.terminate();
  });
});

describe('a refused station learns a status, and we learn the reason', () => {
  test('a wrong path', async () => {
    const { url, refused } = await start();
    await expect(connectRaw(url.replace('/ocpp/', '/steve/X'))).rejects.toThrow('404');
    expect(refused).toMatchObject([{ reason: 'wrong-path', stationId: undefined, path: '/steve/X' }]);
  });

  test('a query, which may hold a password, is nobody’s business', async () => {
    const { url, refused } = await start();
    await expect(connectRaw(url.replace('/ocpp/', '/steve/X?key=c0ffee'))).rejects.toThrow('404');
    expect(refused).toMatchObject([{ reason: 'wrong-path', path: '/steve/X' }]);
  });

  test('an id with broken percent signs', async () => {
    const { url, refused } = await start();
    await expect(connectRaw(`${url}%E4`)).rejects.toThrow('400');
    await expect(connectRaw(`${url}a%0Ab`)).rejects.toThrow('400');
    expect(refused.map(({ reason }) => reason)).toEqual(['malformed-handshake', 'malformed-handshake']);
  });

  test('a foreign subprotocol (TC_088)', async () => {
    const { url, refused, opened } = await start();
    await expect(connectRaw(`${url}A`, { protocols: ['ocpp0.1'] })).rejects.toThrow('400');
    expect(refused).toMatchObject([{ reason: 'other-subprotocol', stationId: 'A', protocols: ['ocpp0.1'] }]);
    const { socket } = await connectRaw(`${url}A`, { protocols: ['ocpp0.1', 'ocpp1.6'] });
    expect(socket.protocol).toBe('ocpp1.6');
    expect(opened).toHaveLength(1);
    socket.terminate();
  });

  test('no subprotocol, unless the station may leave it out', async () => {
    const { url, refused, opened } = await start({
      admit: ({ stationId }) => Promise.resolve({ ...letIn, allowMissingProtocol: stationId === 'GRIZZLE' }),
    });
    await expect(connectRaw(`${url}A`, { protocols: [] })).rejects.toThrow('400');
    expect(refused).toMatchObject([{ reason: 'no-subprotocol' }]);
    const { socket } = await connectRaw(`${url}GRIZZLE`, { protocols: [] });
    expect(opened[0]?.handshakeDeviations).toEqual([{ kind: 'no-subprotocol', where: '' }]);
    socket.terminate();
  });

  test.each([
    ['unknown-station', 404],
    ['missing-password', 401],
    ['wrong-password', 401],
    ['too-many-attempts', 503],
    ['not-ready', 503],
  ] as const)('%s is %i', async (reason, status) => {
    const { url, refused } = await start({ admit: () => Promise.resolve({ kind: 'refuse', reason }) });
    await expect(connectRaw(`${url}A`)).rejects.toThrow(String(status));
    expect(refused).toMatchObject([{ reason, httpStatus: status, stationId: 'A', address: '127.0.0.1' }]);
  });

  test('an unknown station gets 401 where ids must not be probed', async () => {
    const { url } = await start({
      admit: () => Promise.resolve({ kind: 'refuse', reason: 'unknown-station', httpStatus: 401 }),
    });
    await expect(connectRaw(`${url}A`)).rejects.toThrow('401');
  });

  test('whoever decides is broken', async () => {
    const { url, refused } = await start({ admit: () => Promise.reject(new Error('for the test')) });
    await expect(connectRaw(`${url}A`)).rejects.toThrow('503');
    expect(refused).toMatchObject([{ reason: 'not-ready' }]);
  });
});

test('a browser that opens the address reads what it is for', async () => {
  const { url } = await start();
  const response = await fetch(`${url.replace('ws:', 'http:')}A`);
  expect(response.status).toBe(426);
  expect(await response.text()).toContain('charging stations');
});

describe('name and password of a station', () => {
  async function credentialsOf(authorization: string): Promise<Handshake['credentials']> {
    const seen: Handshake[] = [];
    const { url } = await start({
      admit(handshake) {
        seen.push(handshake);
        return Promise.resolve(letIn);
      },
    });
    const { socket } = await connectRaw(`${url}A:1`, { headers: { authorization } });
    socket.terminate();
    return seen[0]?.credentials ?? null;
  }
  const basic = (text: string | Buffer) => Buffer.from(text).toString('base64');

  test('come as usual, with an id that has a colon', async () => {
    expect(await credentialsOf(`Basic ${basic('A:1:secret')}`)).toEqual({
      username: 'A:1',
      passwords: [Buffer.from('secret')],
    });
  });

  test('come with a colon after Basic', async () => {
    expect(await credentialsOf(`Basic: ${basic('B:secret')}`)).toMatchObject({ username: 'B' });
  });

  test('may have an empty password', async () => {
    expect(await credentialsOf(`Basic ${basic('A:1:')}`)).toMatchObject({ passwords: [Buffer.alloc(0)] });
  });

  test('may have the key as hex text or as bytes', async () => {
    const key = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
    const asText = await credentialsOf(`Basic ${basic(`A:1:${key.toString('hex')}`)}`);
    expect(asText?.passwords).toContainEqual(key);
    const asBytes = await credentialsOf(`Basic ${basic(Buffer.concat([Buffer.from('A:1:'), key]))}`);
    expect(asBytes?.passwords).toContainEqual(key);
    expect(asBytes?.passwords).toContainEqual(Buffer.from(key.toString('hex')));
  });

  test.each(['Bearer abc', 'Basic', 'Basic !!!', `Basic ${basic('nocolon')}`])(
    'are none in %s',
    async (header) => {
      expect(await credentialsOf(header)).toBeNull();
    },
  );
});

test('a taken port is an error of its own, never another port', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const nothing = () => {};
  const starting = startOcppServer({
    host: '127.0.0.1',
    port,
    clock: systemClock,
    admit: () => Promise.resolve(letIn),
    onRefused: nothing,
    onOpen: nothing,
    onClose: nothing,
    onTraffic: nothing,
    onCall: () => Promise.resolve({ kind: 'close', code: 1011, reason: '' }),
  });
  await expect(starting).rejects.toBeInstanceOf(PortInUse);
  other.close();
});

test('closing answers what is being handled, then says 1001', async () => {
  let finish = () => {};
  const site = await startTestServer({
    onCall: (_connection, { messageId }) =>
      new Promise((resolve) => {
        finish = () => resolve({ kind: 'send', frame: `[3,"${messageId}",{}]` });
      }),
  });
  const { socket, received } = await connectRaw(`${site.url}A`);
  const code = closeCodeOf(socket);
  socket.send('[2,"1","Heartbeat",{}]');
  await until(() => site.calls.length === 1);

  const closing = site.server.close();
  await expect(connectRaw(`${site.url}B`)).rejects.toThrow();
  finish();
  await closing;
  expect(await code).toBe(1001);
  expect(received).toEqual(['[3,"1",{}]']);
});

test('closing does not wait for ever', async () => {
  const site = await startTestServer({
    limits: { closeTimeoutMs: 100 },
    onCall: () => new Promise(() => {}),
  });
  const { socket } = await connectRaw(`${site.url}A`);
  socket.send('[2,"1","Heartbeat",{}]');
  socket.pause();
  await until(() => site.calls.length === 1);
  const startedAt = performance.now();
  await site.server.close();
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  socket.terminate();
});
