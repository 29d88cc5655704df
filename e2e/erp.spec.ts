import { generateKeyPairSync } from 'node:crypto';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { ENGLISH_SITE } from './found-site.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** An owner lets an ERP in, sees what it asks, tells it what happens, and takes its secret back. */
test.describe.configure({ mode: 'serial' });

let program: RunningProgram;
let page: Page;
let panel: Locator;
let clientId = '';
let firstSecret = '';

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const context = await browser.newContext({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  panel = page.getByRole('complementary');
  await ask('POST', 'setup', { ...ENGLISH_SITE, access: 'everybody' });
});

test.afterAll(async () => {
  await page.context().close();
  await program.stop();
});

test('by keyboard alone, the owner adds a client and reads its secret, once', async () => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page.getByText('No client uses the API yet.')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('SAP');
  await walkTo(page.getByLabel('See sessions'));
  await page.keyboard.press('Space');
  await walkTo(panel.getByRole('button', { name: 'Add' }));
  await page.keyboard.press('Enter');
  await expect(panel).toContainText('The secret is shown only now.');
  [clientId = '', firstSecret = ''] = await panel.locator('code').allTextContents();
  expect(firstSecret).toMatch(/^[\w-]{43}$/);
  await walkTo(panel.getByRole('button', { name: 'I have kept it' }));
  await page.keyboard.press('Enter');
  await expect(panel).toContainText(clientId);
  expect(await page.content()).not.toContain(firstSecret);
  await expect(page.getByRole('row', { name: /SAP/ })).toContainText('never');
});

test('with the secret a program reads sessions, and the request log shows that it did', async () => {
  const token = await tokenWith(firstSecret);
  expect((await asProgram(token, 'sessions')).status).toBe(200);
  expect((await asProgram(token, 'people')).status).toBe(403);
  await page.getByRole('tab', { name: 'Request log' }).click();
  await expect(page.getByRole('row', { name: /GET \/api\/v1\/sessions/ })).toContainText('200');
  await page.getByRole('button', { name: 'Refused only' }).click();
  await expect(page.getByRole('row', { name: /GET \/api\/v1\/sessions/ })).toBeHidden();
  await page.getByRole('row', { name: /GET \/api\/v1\/people/ }).click();
  await expect(panel).toContainText('SAP');
  await expect(panel).toContainText('forbidden');
});

test('new requests come into the log by themselves', async () => {
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.mouse.move(0, 0);
  expect((await asProgram('no.token.at.all', 'stations')).status).toBe(401);
  await expect(page.getByRole('row', { name: /GET \/api\/v1\/stations/ })).toContainText('401');
});

test('an address that nothing is sent to is refused with the reason in words', async () => {
  await page.getByRole('tab', { name: 'Webhooks' }).click();
  await page.getByRole('button', { name: 'Add a webhook' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Dispatch');
  for (const [address, reason] of [
    ['http://127.0.0.1:9000/hook', 'It leads back to this computer.'],
    ['http://169.254.169.254/latest/meta-data/', 'it belongs to the machinery of networks or clouds'],
    ['https://me:secret@erp.example/hook', 'It must hold no name and password.'],
    ['ftp://erp.example/hook', 'It has to begin with https:// or http://.'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Address' }).fill(address);
    await panel.getByRole('button', { name: 'Add' }).click();
    await expect(panel).toContainText(reason);
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Dispatch');
  }
});

test('an address of the own network is allowed from there, and its deliveries are followed', async () => {
  await page.getByRole('textbox', { name: 'Address' }).fill('http://10.99.3.7:8080/hook');
  await panel.getByRole('button', { name: 'Add' }).click();
  await expect(panel).toContainText('Addresses of your own network have to be allowed first.');
  await page.getByLabel('Find an event').fill('adopted');
  await panel.getByLabel('Adopted', { exact: true }).check();
  await panel.getByRole('button', { name: 'Allow 10.99.3.7' }).click();
  await expect(panel).toContainText('The secret is shown only now.');
  await expect(panel.locator('code')).toHaveText(/^whsec_/);
  await panel.getByRole('button', { name: 'I have kept it' }).click();
  await panel.getByRole('button', { name: 'Send a test' }).click();
  await expect(panel.getByRole('listitem')).toContainText('Test');
  await ask('POST', 'stations', { id: 'LP1', name: 'Gate' });
  await expect(panel.getByRole('listitem').first()).toContainText('Adopted');
  await panel.getByRole('listitem').first().getByRole('button').first().click();
  await expect(panel.getByText('"kind": "station-adopted"')).toBeVisible();
  await panel.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No program is told what happens.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /Dispatch/ })).toBeVisible();
});

test('a new secret takes the place of the old one, which counts for as long as was chosen', async () => {
  const second = await renew('day');
  await expect(panel).toContainText('The old secret counts until');
  await tokenWith(firstSecret);
  await tokenWith(second);
  const third = await renew('not at all');
  await expect(panel).not.toContainText('The old secret counts until');
  await tokenWith(third);
  expect((await askToken(second)).status).toBe(401);
  expect((await askToken(firstSecret)).status).toBe(401);
});

test('disabled, a client is locked out; undone, it is let in again', async () => {
  await panel.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('row', { name: /SAP/ })).toContainText('Disabled');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /SAP/ })).toContainText('Active');
});

test('an issuer is trusted by keys that were pasted; what are none is said', async () => {
  await page.getByRole('tab', { name: 'Issuers' }).click();
  await page.getByRole('button', { name: 'Trust an issuer' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Company login');
  await page.getByRole('textbox', { name: 'Issuer' }).fill('https://login.example');
  await page.getByLabel('Audience').fill('ladehaus');
  await panel.getByText('Paste them', { exact: true }).click();
  const keys = page.getByLabel('Keys (JWKS)');
  await keys.fill('MIIBIjANBgkq');
  await panel.getByRole('button', { name: 'Add' }).click();
  await expect(panel).toContainText('That is no JSON with “keys”.');
  await keys.fill('{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}');
  await panel.getByRole('button', { name: 'Add' }).click();
  await expect(panel).toContainText('No public key is in there.');
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await keys.fill(JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'summer' }] }));
  await panel.getByText('a client', { exact: true }).click();
  await panel.getByRole('button', { name: 'Add' }).click();
  await expect(panel).toContainText('stored here: summer');
  await expect(page.getByRole('row', { name: /Company login/ })).toContainText('client SAP');
});

test('where the part of the program is switched off there is no such page', async () => {
  await page.getByRole('tab', { name: 'Documentation' }).click();
  await expect(page.getByText(`CLIENT=${clientId}`)).toBeVisible();
  await ask('PATCH', 'site', { modulesOff: ['erp'] });
  await expect(page.getByRole('link', { name: 'API & ERP' })).toBeHidden();
  await ask('PATCH', 'site', { modulesOff: [] });
  await expect(page.getByRole('link', { name: 'API & ERP' })).toBeVisible();
});

/** Presses Tab until the thing has the focus. */
async function walkTo(thing: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

/** Gives the client a new secret in the page; the old one is to count for so long. */
async function renew(overlap: string): Promise<string> {
  await page.goto(`/erp?open="${clientId}"`);
  await panel.getByRole('button', { name: 'New secret' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: overlap, exact: true }).click();
  await dialog.getByRole('button', { name: 'New secret' }).click();
  await expect(panel).toContainText('The secret is shown only now.');
  const secret = (await panel.locator('code').last().textContent()) ?? '';
  await panel.getByRole('button', { name: 'I have kept it' }).click();
  return secret;
}

function askToken(secret: string): Promise<Response> {
  return fetch(new URL('/api/v1/oauth/token', program.uiUrl), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
}

async function tokenWith(secret: string): Promise<string> {
  const answer = await askToken(secret);
  expect(answer.status).toBe(200);
  return (await answer.json()).access_token;
}

function asProgram(token: string, path: string): Promise<Response> {
  return fetch(new URL(`/api/v1/${path}`, program.uiUrl), {
    headers: { authorization: `Bearer ${token}` },
  });
}

async function ask(method: 'POST' | 'PATCH', path: string, data: object): Promise<void> {
  const answer = await page.request.fetch(`/api/v1/${path}`, { method, data });
  expect(answer.ok(), await answer.text()).toBe(true);
}
