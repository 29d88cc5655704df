import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { addClient, askOauth, askWith, type TestClient, tokenOf } from '../../testing/test-client.ts';

let site: TestSite;
let erp: TestClient;

beforeEach(async () => {
  site = await startSite();
  erp = await addClient(site, { permissions: ['stations.read', 'access.read'] });
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const grant = { grant_type: 'client_credentials' };

test('whatever is wrong is said in the words of OAuth, and nothing may be kept on the way', async () => {
  const cases: readonly [Record<string, string>, string][] = [
    [{}, 'invalid_request'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ ...grant, scope: 'sessions.read' }, 'invalid_scope'],
    [{ ...grant, scope: 'stations.read admin' }, 'invalid_scope'],
    [{ ...grant, client_secret: 'wrong' }, 'invalid_client'],
    [{ ...grant, client_id: 'nobody' }, 'invalid_client'],
  ];
  for (const [fields, error] of cases) {
    const answer = await askOauth(site, 'token', { ...erp, ...fields });
    expect(answer.json.error, JSON.stringify(fields)).toBe(error);
    expect(answer.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
  }
});

test('a form that names a field twice is refused, and JSON is no form', async () => {
  const post = (text: string, type: string) =>
    site.stranger().send('POST', '/api/v1/oauth/token', { text, headers: { 'content-type': type } });
  const form = 'application/x-www-form-urlencoded';
  expect((await post('grant_type=a&grant_type=b', form)).json.error).toBe('invalid_request');
  expect((await post('{"grant_type":"client_credentials"}', 'application/json')).json.error).toBe(
    'invalid_request',
  );
  // Nor does the rest of the API take forms, which a foreign page could send.
  const foreign = await site.api.send('POST', '/api/v1/cards', {
    text: 'uid=A&holder=B',
    headers: { 'content-type': form },
  });
  expect(foreign.json.code).toBe('unsupported-media-type');
});

test('a program that asks for many tokens at once gets them all', async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => askOauth(site, 'token', { ...erp, ...grant })),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
});

test('whoever guesses at many secrets at once is slowed as if one came after the other', async () => {
  const guess = (_: unknown, index: number) =>
    askOauth(site, 'token', { ...erp, ...grant, client_secret: `guess ${index}` });
  const answers = await Promise.all(Array.from({ length: 30 }, guess));
  const judged = answers.filter(({ json }) => json.error_description === 'name or secret is wrong');
  // Five are free; on a busy machine a second or two may pass meanwhile, and each lets one more in.
  expect(judged.length).toBeGreaterThanOrEqual(5);
  expect(judged.length).toBeLessThan(9);
  const slowed = answers.filter(({ headers }) => Number(headers['retry-after']) > 0);
  expect(slowed).toHaveLength(30 - judged.length);
  site.clock.advance(61_000);
  expect((await askOauth(site, 'token', { ...erp, ...grant })).status).toBe(200);
});

test('a token is good for ten minutes at most', async () => {
  const token = await tokenOf(site, erp);
  expect((await askWith(site, token, { path: '/stations' })).status).toBe(200);
  site.clock.advance(601_000);
  const { status, json } = await askWith(site, token, { path: '/stations' });
  expect([status, json.code, json.detail]).toEqual([401, 'token-refused', 'expired']);
});

test('what a client loses its tokens lose at once', async () => {
  const token = await tokenOf(site, erp);
  await site.api.patch(`/clients/${erp.client.id}`, { permissions: ['access.read'] });
  expect((await askWith(site, token, { path: '/stations' })).json.code).toBe('forbidden');
  expect((await askWith(site, token, { path: '/cards' })).status).toBe(200);
});

test('a secret that is changed at once ends all tokens, and new ones count from the same second on', async () => {
  const token = await tokenOf(site, erp);
  const renewed = await site.api.post(`/clients/${erp.client.id}/secret`, { oldValidSeconds: 0 });
  expect((await askWith(site, token, { path: '/stations' })).json.detail).toBe('revoked');
  expect((await askOauth(site, 'token', { ...erp, ...grant })).json.error).toBe('invalid_client');
  const next = await tokenOf(site, renewed.json);
  expect((await askWith(site, next, { path: '/stations' })).status).toBe(200);
});

test('the old secret counts as long as was chosen', async () => {
  await site.api.post(`/clients/${erp.client.id}/secret`, { oldValidSeconds: 60 });
  await tokenOf(site, erp);
  site.clock.advance(61_000);
  expect((await askOauth(site, 'token', { ...erp, ...grant })).json.error).toBe('invalid_client');
});

test('a client that is disabled gets no tokens, and those it had do not come back with it', async () => {
  const token = await tokenOf(site, erp);
  const set = (disabled: boolean) => site.api.patch(`/clients/${erp.client.id}`, { disabled });
  await set(true);
  expect((await askWith(site, token, { path: '/stations' })).json.detail).toBe('client-gone');
  expect((await askOauth(site, 'token', { ...erp, ...grant })).json.error).toBe('invalid_client');
  await set(false);
  expect((await askWith(site, token, { path: '/stations' })).json.detail).toBe('revoked');
  expect((await askWith(site, await tokenOf(site, erp), { path: '/stations' })).status).toBe(200);
});

test('a client ends and looks into its own tokens only', async () => {
  const other = await addClient(site, { name: 'Other', permissions: ['stations.read'] });
  const token = await tokenOf(site, erp);
  expect((await askOauth(site, 'introspect', { ...other, token })).json).toEqual({ active: false });
  expect((await askOauth(site, 'revoke', { ...other, token })).json.error).toBe('unauthorized_client');
  expect((await askWith(site, token, { path: '/stations' })).status).toBe(200);
  expect((await askOauth(site, 'revoke', { ...erp, token: 'no token' })).status).toBe(200);
});

test('what was ended stays ended after a restart', async () => {
  const port = Number(new URL(site.server.uiUrl).port);
  await site.stop();
  site = await startSite({ config: { uiPort: port } });
  erp = await addClient(site, { permissions: ['stations.read'] });
  const [ended, kept] = [await tokenOf(site, erp), await tokenOf(site, erp)];
  await askOauth(site, 'revoke', { ...erp, token: ended });
  await site.restart();
  expect((await askWith(site, ended, { path: '/stations' })).json.detail).toBe('revoked');
  expect((await askWith(site, kept, { path: '/stations' })).status).toBe(200);
});

test('a token in the address of a request is no token', async () => {
  const token = await tokenOf(site, erp);
  const answer = await site.stranger().get(`/stations?access_token=${token}`);
  expect(answer.json.code).toBe('sign-in-required');
});

test('keys change every month, and what an old one has signed counts to its end', async () => {
  const kids = async () =>
    (await site.stranger().get('/oauth/jwks')).json.keys.map(({ kid }: { kid: string }) => kid);
  await tokenOf(site, erp);
  const [first] = await kids();
  site.clock.advance(30 * 86_400_000 - 60_000);
  const last = await tokenOf(site, erp);
  site.clock.advance(120_000);
  const next = await tokenOf(site, erp);
  expect(await kids()).toEqual([first, expect.any(String)]);
  for (const token of [last, next])
    expect((await askWith(site, token, { path: '/stations' })).status).toBe(200);
  site.clock.advance(30.5 * 86_400_000);
  await tokenOf(site, erp);
  expect(await kids()).toHaveLength(2);
  expect(await kids()).not.toContain(first);
});
