import { afterEach, beforeEach, expect, test } from 'vitest';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { addClient, askOauth, askWith, tokenOf } from '../testing/test-client.ts';

let site: TestSite;

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const logged = async (query = '') => (await site.api.get(`/api-requests${query}`)).json;

test('what a program asks is listed with what came of it, without its query', async () => {
  const erp = await addClient(site, { permissions: ['stations.read'] });
  const token = await tokenOf(site, erp);
  await askWith(site, token, { path: '/stations?retired=true' });
  await askWith(site, token, { path: '/cards' });
  await askWith(site, `${token}x`, { path: '/stations' });
  await askOauth(site, 'token', { ...erp, secret: 'wrong', grant_type: 'client_credentials' });
  const { items } = await eventually(async () => {
    const page = await logged();
    return page.items.length === 5 ? page : null;
  });
  const told = items.map(({ method, path, status, code, clientName }: Record<string, unknown>) =>
    [method, path, status, code, clientName].join(' '),
  );
  expect(told).toEqual([
    'POST /api/v1/oauth/token 401 invalid_client ERP',
    'GET /api/v1/stations 401 token-refused ',
    'GET /api/v1/cards 403 forbidden ERP',
    'GET /api/v1/stations 200  ERP',
    'POST /api/v1/oauth/token 200  ERP',
  ]);
  expect((await logged('?failed=true')).items).toHaveLength(3);
  expect((await logged(`?clientId=${erp.client.id}&limit=2`)).items).toHaveLength(2);
  const first = await logged('?limit=2');
  const rest = await logged(`?limit=10&cursor=${first.next}`);
  expect([...first.items, ...rest.items]).toEqual(items);
});
