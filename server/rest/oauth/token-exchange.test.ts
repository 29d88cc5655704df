import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StandInIssuer, startStandInIssuer } from '../../testing/stand-in-issuer.ts';
import { startSite, type TestSite } from '../../testing/start-site.ts';
import { addClient, askOauth, askWith, type TestClient } from '../../testing/test-client.ts';

let site: TestSite;
let login: StandInIssuer;
let portal: TestClient;
let branch: number;

beforeEach(async () => {
  login = await startStandInIssuer();
  site = await startSite({ outside: { resolve: async () => ['127.0.0.1'], allowLoopback: true } });
  branch = (await site.api.post('/tenants', { parentId: 1, name: 'Hof', kind: 'site' })).json.id;
  await site.api.post('/people', {
    name: 'Tom Beck',
    email: 'tom@firma.example',
    tenantId: branch,
    grants: [{ tenantId: branch, role: 'viewer' }],
  });
  portal = await addClient(site, { permissions: ['stations.read', 'stations.operate', 'access.write'] });
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
  await login.stop();
});

const PERSON = { kind: 'person', claim: 'email' };
const TOM = { email: 'Tom@firma.example' };

async function trust(more: Readonly<Record<string, unknown>> = {}) {
  const { issuer } = login;
  const wish = { tenantId: 1, name: 'Login', issuer, audience: 'ladehaus', actsFor: PERSON };
  const keys = 'keysUrl' in more ? {} : { keys: login.keySet() };
  const { status, json } = await site.api.post('/issuers', { ...wish, ...keys, ...more });
  expect(status).toBe(201);
  return json;
}

function exchange(subjectToken: string, more: Readonly<Record<string, unknown>> = {}) {
  return askOauth(site, 'token', {
    ...portal,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: subjectToken,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    ...more,
  });
}

test('a person’s token becomes one of ours that may what both of them may, and says who acts', async () => {
  await trust();
  const { status, json } = await exchange(await login.token(TOM));
  expect(status).toBe(200);
  expect(json).toMatchObject({
    scope: 'stations.read',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  });
  const [, body = ''] = json.access_token.split('.');
  expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toMatchObject({
    client_id: portal.client.id,
    act: { sub: portal.client.id },
  });
  expect((await askWith(site, json.access_token, { path: '/stations' })).status).toBe(200);
  expect((await exchange(await login.token(TOM), { scope: 'stations.operate' })).json.error).toBe(
    'invalid_scope',
  );
  // The other one's token opens nothing by itself.
  const direct = await askWith(site, await login.token(TOM), { path: '/stations' });
  expect(direct.json.code).toBe('token-refused');
});

test('a token ends with the person it acts for', async () => {
  await trust();
  const { json } = await exchange(await login.token(TOM));
  const people = (await site.api.get('/people')).json.items;
  const tom = people.find(({ name }: { name: string }) => name === 'Tom Beck');
  expect((await site.api.patch(`/people/${tom.id}`, { disabled: true })).status).toBe(200);
  const after = await askWith(site, json.access_token, { path: '/stations' });
  expect([after.json.code, after.json.detail]).toEqual(['token-refused', 'person-gone']);
  expect((await exchange(await login.token(TOM))).json.error).toBe('invalid_request');
});

test('what is not as it should be is not exchanged', async () => {
  await trust();
  const now = Math.floor(Date.now() / 1_000);
  const odd: readonly (readonly [Record<string, unknown>, { typ?: string }?])[] = [
    [{ ...TOM, aud: 'somebody else' }],
    [{ ...TOM, iss: 'https://evil.example' }],
    [{ ...TOM, exp: now - 61 }],
    [{ ...TOM, nbf: now + 120 }],
    [{ ...TOM, iat: now + 120 }],
    [TOM, { typ: 'logout+jwt' }],
    [{ email: 'nobody@firma.example' }],
    [{ ...TOM, email_verified: false }],
    [{}],
  ];
  for (const [claims, header] of odd) {
    const { status, json } = await exchange(await login.token(claims, header));
    expect([status, json.error], JSON.stringify([claims, header])).toEqual([400, 'invalid_request']);
  }
  // A minute of difference between two clocks is none.
  expect((await exchange(await login.token({ ...TOM, exp: now - 30, iat: now + 30 }))).status).toBe(200);
  expect((await exchange('no token')).json.error).toBe('invalid_request');
  const foreign = await startStandInIssuer();
  const forged = await foreign.token({ ...TOM, iss: login.issuer });
  await foreign.stop();
  expect((await exchange(forged)).json.error).toBe('invalid_request');
});

test('keys behind an address are fetched once, again for a new one, and kept for when it is away', async () => {
  await trust({ keysUrl: login.keysUrl });
  for (let round = 0; round < 3; round += 1)
    expect((await exchange(await login.token(TOM))).status).toBe(200);
  expect(login.fetched()).toBe(1);
  login.rotate();
  expect((await exchange(await login.token(TOM))).status).toBe(400);
  site.clock.advance(60_000);
  expect(
    (await exchange(await login.token({ ...TOM, exp: Math.floor(Date.now() / 1_000) + 600 }))).status,
  ).toBe(200);
  expect(login.fetched()).toBe(2);
  // At most once a minute, whatever keys somebody makes up.
  for (const kid of ['made-up-1', 'made-up-2']) await exchange(await login.token(TOM, { kid }));
  expect(login.fetched()).toBe(2);
  const token = await login.token({ ...TOM, exp: Math.floor(Date.now() / 1_000) + 600 });
  await login.stop();
  await site.restart();
  expect((await exchange(token)).status).toBe(200);
  login = await startStandInIssuer();
});

test('an issuer speaks for its own branch only, and no longer than it is trusted', async () => {
  const issuer = await trust({ tenantId: branch });
  expect((await exchange(await login.token(TOM))).json.error).toBe('invalid_request');
  portal = await addClient(site, { tenantId: branch, permissions: ['stations.read'] });
  expect((await exchange(await login.token(TOM))).status).toBe(200);
  await site.api.patch(`/issuers/${issuer.id}`, { disabled: true });
  expect((await exchange(await login.token(TOM))).json.error).toBe('invalid_request');
  await site.api.patch(`/issuers/${issuer.id}`, { disabled: false });
  expect((await exchange(await login.token(TOM))).status).toBe(200);
  await site.api.delete(`/issuers/${issuer.id}`);
  expect((await exchange(await login.token(TOM))).json.error).toBe('invalid_request');
  await site.api.post(`/issuers/${issuer.id}/restore`);
  expect((await exchange(await login.token(TOM))).status).toBe(200);
});

test('an issuer is added with public keys only', async () => {
  const shared = { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] };
  const wish = { tenantId: 1, name: 'Login', issuer: login.issuer, audience: 'ladehaus', actsFor: PERSON };
  expect((await site.api.post('/issuers', { ...wish, keys: shared })).json.fields[0].path).toBe('body/keys');
  expect((await site.api.post('/issuers', wish)).json.fields[0].path).toBe('body/keys');
});
