import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERRORS } from '#api/errors.ts';
import type { Route } from '#api/route.ts';
import { routes } from '#api/routes.ts';
import { type Example, furnish } from '../testing/every-route.ts';
import { createRestClient, type RestAnswer } from '../testing/rest-client.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
let examples: readonly Example[];

beforeAll(async () => {
  site = await startSite();
  examples = await furnish(site);
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

/** Bad input gets a problem of the catalogue, never a bug, a stack trace or a path of ours. */
function expectGoodManners(answer: RestAnswer, what: string): void {
  expect(answer.status, what).not.toBe(500);
  expect(answer.text, what).not.toMatch(/\bat .*\.(ts|js):\d+|node_modules|SQLITE_|server\/rest/);
  if (answer.status < 400) return;
  expect(answer.headers['content-type'], what).toContain('application/problem+json');
  expect(Object.keys(ERRORS)).toContain(answer.json.code);
  expect(answer.json.status).toBe(answer.status);
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    -1,
    2 ** 53,
    1e300,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '__proto__',
    'x'.repeat(5_000),
    [],
    {},
  ),
);

test('whatever stands in a body, a query or a path, the answer has good manners', async () => {
  const shy: ReadonlySet<string> = new Set([
    'liveEvents',
    'followTrace',
    'signOut',
    'changePassword',
    'signIn',
    'setUp',
    // Makes RSA keys each time.
    'renewServerCertificates',
  ]);
  for (const { name, method, path, body } of examples) {
    const route: Route = routes[name];
    // OAuth has manners of its own.
    if (shy.has(name) || route.form === true) continue;
    const usual = typeof body === 'object' && body !== null ? body : {};
    const bodies = fc.oneof(
      odd,
      fc.record(Object.fromEntries(Object.keys(usual).map((field) => [field, odd])), { requiredKeys: [] }),
    );
    for (const given of method === 'GET' ? [] : fc.sample(bodies, { numRuns: 15, seed: 3 })) {
      const answer = await site.api.send(method, `/api/v1${path}`, { body: given ?? null });
      expectGoodManners(answer, `${name} ${JSON.stringify(given)?.slice(0, 300)}`);
    }
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '{"__proto__":{"a":1}}',
      '{"constructor":{"prototype":{}}}',
      '\u0000',
    ])
      expectGoodManners(
        await site.api.send(method, `/api/v1${path}`, {
          text,
          headers: { 'content-type': 'application/json' },
        }),
        `${name} ${text}`,
      );
  }
}, 180_000);

test('odd queries and path parameters are refused or found to be nothing', async () => {
  const values = [
    '',
    '-1',
    '0',
    '1e3',
    '9'.repeat(30),
    'x',
    '%00',
    '%F0%9F%98%80',
    '%ff',
    '..%2f..',
    "'",
    '"',
    '%',
    'ä',
    '2026-02-30',
    'NaN',
    'true',
    '__proto__',
  ];
  const params = [
    'limit',
    'cursor',
    'state',
    'from',
    'to',
    'search',
    'stationId',
    'sessionId',
    'level',
    'format',
    'sort',
    'cardUid',
    'retired',
    'language',
    'odd',
  ];
  for (const path of ['/sessions', '/session-totals', '/logbook', '/commands', '/stations'])
    for (const param of params)
      for (const value of values) {
        const asked = `${path}?${param}=${encoded(value)}`;
        expectGoodManners(await site.api.get(asked), asked);
      }
  for (const path of ['/sessions/', '/stations/', '/knocks/', '/nothing/', ''])
    for (const value of values) expectGoodManners(await site.api.get(path + encoded(value)), path + value);
}, 180_000);

test('searches find what they are asked for, and quotes are only letters', async () => {
  for (const search of [
    "'; drop table session; --",
    '%',
    '_',
    '*',
    '"',
    'a AND b',
    'NEAR(',
    'jörg',
    'JÖRG',
    'hof',
  ])
    expectGoodManners(await site.api.get(`/sessions?search=${encodeURIComponent(search)}`), search);
  expect((await site.api.get('/sessions?search=j%C3%B6rg')).json.items.length).toBeGreaterThan(0);
  expect((await site.api.get('/sessions?search=hof')).json.items.length).toBeGreaterThan(0);
  expect((await site.api.get('/sessions?search=%25')).json.items).toEqual([]);
});

test('what fails before there is a request is a problem, too', async () => {
  expectProblem(await site.api.get('/nothing'), 'not-found');
  expectProblem(await site.api.send('PUT', '/api/v1/site', { body: {} }), 'not-found');
  expectProblem(await site.api.send('GET', '/api/v1/stations/%ff'), 'invalid-request');
  expectProblem(await site.api.send('GET', `/api/v1/stations/${'x'.repeat(3_000)}`), 'not-found');
  expectProblem(
    await site.api.send('POST', '/api/v1/cards', { text: `"${'x'.repeat(1_100_000)}"` }),
    'payload-too-large',
  );
  expectProblem(
    await site.api.send('POST', '/api/v1/cards', { text: 'a=b', headers: { 'content-type': 'text/plain' } }),
    'unsupported-media-type',
  );
  const raw = await bytes('nonsense\r\n\r\n');
  expect(raw).toMatch(/^HTTP\/1.1 400 /);
  expect(raw).toContain('"code":"invalid-request"');
});

test('a wrong field is named, so that a form can show it', async () => {
  const { json } = await site.api.post('/stations', { id: 'a\u0001b', name: '' });
  const paths = json.fields.map(({ path }: { path: string }) => path);
  expect([...new Set(paths)]).toEqual(['body/id', 'body/name']);
  const missing = await site.api.post('/cards', { holder: 'X' });
  expect(missing.json.fields).toMatchObject([{ path: 'body/uid' }]);
  const zone = await site.api.patch('/site', { timeZone: 'Mars/Olympus' });
  expect(zone.json.fields).toMatchObject([{ path: 'body/timeZone' }]);
});

test('other web pages and foreign host names are refused', async () => {
  const { host } = new URL(site.server.uiUrl);
  const ask = (headers: Record<string, string>, path = '/api/v1/site') =>
    site.api.send('GET', path, { headers });
  expectProblem(await ask({ origin: 'https://evil.example' }), 'foreign-origin');
  expectProblem(await ask({ origin: 'null' }), 'foreign-origin');
  expectProblem(await ask({ 'sec-fetch-site': 'cross-site' }), 'foreign-origin');
  expectProblem(await ask({ 'sec-fetch-site': 'same-site' }), 'foreign-origin');
  expectProblem(await ask({ host: 'evil.example' }), 'foreign-host');
  expectProblem(
    await ask({ host: `rebound.example:${new URL(site.server.uiUrl).port}` }, '/'),
    'foreign-host',
  );
  expect((await ask({ origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  expect((await ask({ host: host.replace('127.0.0.1', 'localhost') })).status).toBe(200);
  // A link from elsewhere opens the page; only its requests to the API would be foreign.
  expect((await ask({ 'sec-fetch-site': 'cross-site' }, '/')).status).toBe(200);
});

test('every answer carries the headers that keep a page to itself', async () => {
  for (const path of ['/', '/sessions/7', '/api/v1/status', '/api/v1/nothing', '/assets/main-1a2b.js']) {
    const { headers } = await createRestClient(site.server.uiUrl).send('GET', path);
    const policy = String(headers['content-security-policy']);
    expect(policy, path).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  }
});

test('each page has a nonce of its own, and only built files may be kept', async () => {
  const page = () => createRestClient(site.server.uiUrl).send('GET', '/sessions/7');
  const [one, other] = [await page(), await page()];
  const nonce = /nonce="([^"]+)"/.exec(one.text)?.[1] ?? '';
  expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
  expect(other.text).not.toContain(nonce);
  expect(one.headers['cache-control']).toBe('no-store');
  const file = await createRestClient(site.server.uiUrl).send('GET', '/assets/main-1a2b.js');
  expect(file.headers['cache-control']).toContain('immutable');
});

function expectProblem(answer: RestAnswer, code: keyof typeof ERRORS): void {
  expect(answer.json, answer.text.slice(0, 300)).toMatchObject({ code });
  expectGoodManners(answer, code);
}

/** As much of the text as is not percent-encoded yet, percent-encoded. */
function encoded(text: string): string {
  return text.includes('%') ? text : encodeURIComponent(text);
}

/** Sends bytes that are no HTTP, and hands out what came back. */
function bytes(text: string): Promise<string> {
  const { port } = new URL(site.server.uiUrl);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}
