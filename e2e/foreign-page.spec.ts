import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIRequestContext, expect, test } from 'playwright/test';
import { type RunningProgram, startProgram } from './running-program.ts';

/** The sample page of the documentation, on a web server of somebody else. */
let program: RunningProgram;
let elsewhere: Server;
let page: string;

test.beforeAll(async () => {
  program = await startProgram('--demo');
  const sample = readFileSync('docs/examples/live-connectors.html');
  elsewhere = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(sample),
  );
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  page = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});

test.afterAll(async () => {
  elsewhere.close();
  await program.stop();
});

test('a page on another server shows connectors live, as long as its client may', async ({
  page: tab,
  request,
}) => {
  const { id, token } = await addClient(request);
  await tab.goto(page);
  await tab.getByLabel('Address of Ladehaus').fill(program.uiUrl);
  await tab.getByLabel('Token').fill(token);
  await tab.getByRole('button', { name: 'Show' }).click();
  await expect(tab.getByRole('status')).toHaveText('Live');
  await expect(tab.getByRole('cell', { name: '1', exact: true }).first()).toBeVisible();

  await request.patch(`${program.uiUrl}api/v1/clients/${id}`, { data: { disabled: true } });
  await expect(tab.getByRole('status')).toHaveText(/The stream has ended|token/, { timeout: 25_000 });
});

test('no other page may', async ({ page: tab, request }) => {
  const { token } = await addClient(request, 'https://erp.example');
  await tab.goto(page);
  await tab.getByLabel('Address of Ladehaus').fill(program.uiUrl);
  await tab.getByLabel('Token').fill(token);
  await tab.getByRole('button', { name: 'Show' }).click();
  await expect(tab.getByRole('status')).toHaveText(/fetch|refused/i);
});

/** Adds a client for pages of an origin, and gets its token, as the page's own server would. */
async function addClient(request: APIRequestContext, origin = page) {
  const api = `${program.uiUrl}api/v1`;
  // The demo lets everybody in who looks at it.
  await request.get(`${api}/status`);
  const wish = {
    tenantId: 1,
    name: 'Page',
    permissions: ['stations.read', 'sessions.read'],
    origins: [origin],
  };
  const { client, secret } = await (await request.post(`${api}/clients`, { data: wish })).json();
  const form = { grant_type: 'client_credentials', client_id: client.id, client_secret: secret };
  const { access_token: token } = await (await request.post(`${api}/oauth/token`, { form })).json();
  return { id: String(client.id), token: String(token) };
}
