import { createServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { instant } from '#core/shared/units.ts';
import { keyAsPem, makeRoot, makeServerCertificate } from '../security/make-certificates.ts';
import { createGuardedRequests, type GuardedRequestFacts } from './guarded-request.ts';
import type { TargetPolicy } from './judge-target.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

describe('what may be asked', () => {
  test('a receiver gets the request under its name, and its answer comes back', async () => {
    const seen: string[] = [];
    const port = await receive((request, response) => {
      seen.push(`${request.method} ${request.headers.host} ${request.url}`);
      request.on('data', (data) => seen.push(String(data)));
      request.on('end', () => response.writeHead(202).end('taken'));
    });
    const requests = guarded({ resolve: async () => ['127.0.0.1'] });
    const url = `http://erp.example:${port}/hook?x=1`;
    expect(await requests.send({ url, method: 'POST', body: 'Grüße' })).toEqual({
      kind: 'answered',
      status: 202,
      body: 'taken',
      cut: false,
    });
    expect(seen).toEqual([`POST erp.example:${port} /hook?x=1`, 'Grüße']);
  });

  test('a redirect is an answer and leads nowhere', async () => {
    let inner = 0;
    const secret = await receive((_request, response) => {
      inner += 1;
      response.end('secret');
    });
    const port = await receive((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${secret}/` }).end(),
    );
    expect(await get(guarded(), `http://127.0.0.1:${port}/`)).toMatchObject({ status: 302 });
    expect(inner).toBe(0);
  });

  test('of a long answer only the beginning is read', async () => {
    const port = await receive((_request, response) => {
      response.on('error', () => {});
      for (let part = 0; part < 100; part++) response.write('x'.repeat(10_000));
    });
    const answer = await get(guarded(), `http://127.0.0.1:${port}/`);
    expect(answer).toMatchObject({ kind: 'answered', cut: true });
    expect(answer.kind === 'answered' && answer.body.length).toBe(64_000);
  });
});

describe('what may not be asked', () => {
  test.each([
    ['ftp://erp.example/', 'not-http'],
    ['file:///etc/passwd', 'not-http'],
    ['erp.example/hook', 'no-address'],
    ['http://user:secret@erp.example/', 'user-info'],
    ['http://127.0.0.1/', 'this-computer'],
    ['http://2130706433/', 'this-computer'],
    ['http://0x7f.1/', 'this-computer'],
    ['http://[::1]/', 'this-computer'],
    ['http://0.0.0.0/', 'reserved'],
    ['http://[::]/', 'reserved'],
    ['http://[::ffff:127.0.0.1]/', 'reserved'],
    ['http://[::ffff:93.184.215.14]/', 'reserved'],
    ['http://[::127.0.0.1]/', 'reserved'],
    ['http://[64:ff9b::7f00:1]/', 'reserved'],
    ['http://[64:ff9b:1::a00:1]/', 'reserved'],
    ['http://[2002:7f00:1::]/', 'reserved'],
    ['http://[2001:0:7f00:1::]/', 'reserved'],
    ['http://169.254.169.254/latest/meta-data/', 'reserved'],
    ['http://[fd00:ec2::254]/', 'reserved'],
    ['http://100.100.100.200/', 'reserved'],
    ['http://168.63.129.16/', 'reserved'],
    ['http://[fe80::1]/', 'reserved'],
    ['http://224.0.0.1/', 'reserved'],
    ['http://255.255.255.255/', 'reserved'],
    ['http://[ff02::1]/', 'reserved'],
    ['http://10.1.2.3/', 'lan-not-allowed'],
    ['http://172.16.0.1/', 'lan-not-allowed'],
    ['http://192.168.1.20/', 'lan-not-allowed'],
    ['http://100.64.0.1/', 'lan-not-allowed'],
    ['http://[fd12::1]/', 'lan-not-allowed'],
    // Public by its number, and yet beside us.
    ['http://[2a02:8108::77]/', 'lan-not-allowed'],
  ])('%s: %s', async (url, obstacle) => {
    const requests = guarded({ policy: { allowLoopback: false } });
    expect(await get(requests, url)).toEqual({ kind: 'refused', obstacle });
    expect(await requests.check(url)).toBe(obstacle);
  });

  test('an address that the owner has allowed is asked, and what is never right stays refused', async () => {
    const lanTargets = ['192.168.1.0/24', '10.0.0.7', '0.0.0.0/0', '169.254.0.0/16', '127.0.0.0/8'];
    const requests = guarded({ policy: { allowLoopback: false, lanTargets: () => lanTargets } });
    for (const url of ['http://192.168.1.20/', 'https://10.0.0.7/', 'http://93.184.215.14/'])
      expect(await requests.check(url)).toBe(null);
    expect(await requests.check('http://169.254.169.254/')).toBe('reserved');
    expect(await requests.check('http://127.0.0.1/')).toBe('this-computer');
  });

  test('no request comes back to a port of this program, by whatever address', async () => {
    const policy = {
      lanTargets: () => ['192.168.7.0/24'],
      ownNetworks: () => ['192.168.7.5/24'],
      ownPorts: () => new Set([80, 8180]),
    };
    const requests = guarded({ policy });
    expect(await requests.check('http://127.0.0.1:8180/')).toBe('own-port');
    expect(await requests.check('http://192.168.7.5/')).toBe('own-port');
    expect(await requests.check('http://192.168.7.5:3000/')).toBe(null);
    expect(await requests.check('http://192.168.7.6/')).toBe(null);
  });

  test('a name that means another address the next moment reaches the one that was looked at', async () => {
    let asked = 0;
    let hits = 0;
    const port = await receive((_request, response) => {
      hits += 1;
      response.end();
    });
    const answers = [['127.0.0.1'], ['169.254.169.254']];
    const requests = guarded({ resolve: async () => answers[asked++] ?? [] });
    expect(await get(requests, `http://rebound.example:${port}/`)).toMatchObject({ kind: 'answered' });
    expect([asked, hits]).toEqual([1, 1]);
    expect(await get(requests, `http://rebound.example:${port}/`)).toEqual({
      kind: 'refused',
      obstacle: 'reserved',
    });
    expect([asked, hits]).toEqual([2, 1]);
  });

  test('of several addresses of a name only those that may be asked are connected to', async () => {
    const port = await receive((_request, response) => response.end());
    const resolve = async () => ['10.0.0.1', '::ffff:127.0.0.1', '127.0.0.1', 'nonsense'];
    expect(await get(guarded({ resolve }), `http://erp.example:${port}/`)).toMatchObject({ status: 200 });
    const none = guarded({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await none.check('http://nowhere.example/')).toBe('name-unknown');
  });
});

describe('what goes wrong is an outcome', () => {
  test('nobody listens', async () => {
    const port = await receive(() => {});
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await get(guarded(), `http://127.0.0.1:${port}/`)).toEqual({
      kind: 'failed',
      failure: 'no-connection',
      detail: 'ECONNREFUSED',
    });
  });

  test('a receiver that never answers, one that drips, one that hangs up, one that speaks no HTTP', async () => {
    const sockets: { destroy(): void }[] = [];
    const silent = await serve(createTcpServer((socket) => void sockets.push(socket)));
    const hasty = { wholeMs: 300 };
    const ask = (port: number) => get(guarded(hasty), `http://127.0.0.1:${port}/`);
    expect(await ask(silent)).toMatchObject({ failure: 'timed-out', detail: 'no answer' });
    const drips = await receive((_request, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await ask(drips)).toMatchObject({ failure: 'timed-out' });
    const hangsUp = await serve(createTcpServer((socket) => socket.destroy()));
    expect(await ask(hangsUp)).toMatchObject({ failure: 'broken-off' });
    const riddles = await serve(createTcpServer((socket) => socket.resume().end('220 smtp\r\n')));
    expect(await ask(riddles)).toMatchObject({ failure: 'broken-off' });
    for (const socket of sockets) socket.destroy();
  });

  test('a name service that is silent', async () => {
    const requests = guarded({ resolve: () => new Promise(() => {}), connectMs: 50 });
    expect(await get(requests, 'http://erp.example/')).toEqual({
      kind: 'refused',
      obstacle: 'name-unknown',
    });
  });
});

test('a certificate is looked at: of the name, and of a root that is trusted, the own one of the site too', async () => {
  const now = instant(Date.now());
  const root = await makeRoot('Werk Süd', now);
  const facts = { signer: root, organisation: 'Werk Süd', now };
  const made = await makeServerCertificate('rsa', ['erp.example'], facts);
  const identity = { cert: made.certificate, key: keyAsPem(made.key) };
  const port = await serve(createHttpsServer(identity, (_request, response) => response.end('in')));
  const resolve = async () => ['127.0.0.1'];
  const url = `https://erp.example:${port}/`;
  expect(await get(guarded({ resolve }), url)).toMatchObject({ failure: 'not-trusted' });
  const trusting = guarded({ resolve, roots: () => [root.certificate] });
  expect(await get(trusting, url)).toMatchObject({ status: 200, body: 'in' });
  expect(await get(trusting, `https://other.example:${port}/`)).toMatchObject({ failure: 'not-trusted' });
  const old = await serve(
    createHttpsServer({ ...identity, maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1' }, () => {}),
  );
  expect(await get(trusting, `https://erp.example:${old}/`)).toMatchObject({ kind: 'failed' });
});

function get(requests: ReturnType<typeof guarded>, url: string) {
  return requests.send({ url, method: 'GET' });
}

type Wish = Partial<Omit<GuardedRequestFacts, 'policy'>> & { readonly policy?: Partial<TargetPolicy> };

function guarded({ policy, ...more }: Wish = {}) {
  return createGuardedRequests({
    resolve: (name) => Promise.reject(new Error(`${name} is not asked for`)),
    roots: () => [],
    ...more,
    policy: {
      lanTargets: () => [],
      ownNetworks: () => ['2a02:8108::5/64'],
      ownPorts: () => new Set(),
      allowLoopback: true,
      ...policy,
    },
  });
}

function receive(listener: RequestListener): Promise<number> {
  return serve(createServer(listener));
}

async function serve(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
