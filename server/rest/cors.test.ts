import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import { addClient, tokenOf } from '../testing/test-client.ts';

let site: TestSite;
const PAGE = 'https://erp.example';

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

function preflight(origin: string, path = '/api/v1/stations') {
  const headers = { origin, 'access-control-request-method': 'GET' };
  return site.stranger().send('OPTIONS', path, { headers });
}

test('a page that an enabled client lists may ask with its tokens, and reads the answer', async () => {
  const client = await addClient(site, { permissions: ['stations.read'], origins: [PAGE] });
  const asked = await preflight(PAGE);
  expect(asked.status).toBe(204);
  expect(asked.headers).toMatchObject({
    'access-control-allow-origin': PAGE,
    'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
    vary: 'Origin',
  });
  expect(asked.headers['access-control-allow-credentials']).toBeUndefined();
  const authorization = `Bearer ${await tokenOf(site, client)}`;
  const { status, headers } = await site.stranger().send('GET', '/api/v1/stations', {
    headers: { origin: PAGE, authorization },
  });
  expect(status).toBe(200);
  expect(headers['access-control-allow-origin']).toBe(PAGE);
  expect(headers['access-control-expose-headers']).toContain('ETag');
  await site.api.patch(`/clients/${client.client.id}`, { disabled: true });
  expect((await preflight(PAGE)).json.code).toBe('foreign-origin');
});

test('no other page may, and no cookie counts from elsewhere', async () => {
  await addClient(site, { permissions: ['stations.read'], origins: [PAGE] });
  const other = await addClient(site, { name: 'Other', permissions: ['stations.read'] });
  for (const origin of ['https://evil.example', 'null', 'http://erp.example', `${PAGE}:8443`])
    expect((await preflight(origin)).json.code).toBe('foreign-origin');
  const withCookie = await site.api.send('GET', '/api/v1/stations', { headers: { origin: PAGE } });
  expect(withCookie.json.code).toBe('foreign-origin');
  const authorization = `Bearer ${await tokenOf(site, other)}`;
  const ofOther = await site.api.send('GET', '/api/v1/stations', {
    headers: { origin: PAGE, authorization },
  });
  expect(ofOther.json.code).toBe('foreign-origin');
});

test('tokens themselves are not had from a page', async () => {
  await addClient(site, { permissions: ['stations.read'], origins: [PAGE] });
  expect((await preflight(PAGE, '/api/v1/oauth/token')).json.code).toBe('foreign-origin');
});
