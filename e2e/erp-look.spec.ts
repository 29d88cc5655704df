import { type Page, test } from 'playwright/test';
import { GERMAN_SITE, OWNER, post } from './found-site.ts';
import { lookAtPlace, lookAtPlaces, openPage, readerPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Every tab of "API & ERP" and what opens beside it: in both languages, light, dark and narrow. */
const PLACES = [
  '/erp?open=CLIENT',
  '/erp?tab=webhooks&open=1',
  '/erp?tab=webhooks&open=new',
  '/erp?tab=issuers&open=new',
  '/erp?tab=requests&failed=only&open=REQUEST',
  '/erp?tab=docs',
];

let program: RunningProgram;
let empty: RunningProgram;
let places: readonly string[] = [];

test.setTimeout(300_000);

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  [program, empty] = await Promise.all([startProgram(), startProgram()]);
  for (const { uiUrl } of [program, empty]) {
    const page = await browser.newPage({ baseURL: uiUrl });
    await post(page, 'setup', GERMAN_SITE);
    if (uiUrl === program.uiUrl) {
      const ids = await fill(page);
      places = PLACES.map((place) => place.replace(/CLIENT|REQUEST/, (name) => ids.get(name) ?? ''));
    }
    await page.close();
  }
});

test.afterAll(() => Promise.all([program.stop(), empty.stop()]));

for (const language of ['de', 'en'] as const)
  test(`nothing keeps anybody out, or is wider than a phone (${language})`, async ({ browser }) => {
    const context = await browser.newContext();
    const page = await readerPage(context, program, { ...OWNER, language });
    await lookAtPlaces(page, { program, paths: places, language });
    const fresh = await readerPage(context, empty, { ...OWNER, language });
    await openPage(fresh, new URL('/erp', empty.uiUrl));
    await lookAtPlace(fresh, 'erp-empty', language);
    await context.close();
  });

/** Programs of all kinds: busy, locked out, waiting for a receiver that nobody knows. */
async function fill(page: Page): Promise<ReadonlyMap<string, string>> {
  await post(page, 'tenants', { parentId: 1, name: 'Grünflächen- und Friedhofsamt', kind: 'department' });
  const sap = await post(page, 'clients', {
    tenantId: 1,
    name: 'SAP S/4HANA Finanzbuchhaltung',
    permissions: ['sessions.read', 'access.read', 'access.write'],
    origins: ['https://portal.stadtwerke.example', 'https://erp.example:8443'],
  });
  await post(page, `clients/${sap.client.id}/secret`, { oldValidSeconds: 86_400 });
  const old = await post(page, 'clients', { tenantId: 2, name: 'Altes Portal', permissions: ['own.read'] });
  await page.request.patch(`/api/v1/clients/${old.client.id}`, { data: { disabled: true } });
  const token = await page.request.post('/api/v1/oauth/token', {
    form: { grant_type: 'client_credentials', client_id: sap.client.id, client_secret: sap.secret },
  });
  const headers = { authorization: `Bearer ${(await token.json()).access_token}` };
  // Without the cookie of the page: a token stands for itself.
  for (const path of ['sessions', 'drivers?limit=5', 'cards', 'logbook', 'people', 'sessions/99'])
    await fetch(new URL(`/api/v1/${path}`, program.uiUrl), { headers });
  await page.request.patch('/api/v1/site', { data: { lanTargets: ['10.99.0.0/16', '192.168.1.20'] } });
  await post(page, 'webhooks', {
    tenantId: 1,
    name: 'Lohnabrechnung',
    url: 'https://lohn.stadtwerke.invalid/ladehaus/ereignisse',
    kinds: ['note', 'session-ended', 'station-fault', 'station-fault-cleared'],
  });
  await post(page, 'webhooks', {
    tenantId: 1,
    name: 'Leitstelle',
    url: 'http://10.99.3.7:8080/hook',
    kinds: ['session-started', 'session-ended'],
  });
  for (const text of ['Zähler getauscht', 'Säule gereinigt', 'Kabel geprüft'])
    await post(page, 'logbook', { text });
  await post(page, 'issuers', {
    tenantId: 1,
    name: 'Firmenanmeldung (Keycloak)',
    issuer: 'https://anmeldung.stadtwerke.example/realms/mitarbeiter',
    audience: 'ladehaus',
    keysUrl: 'https://anmeldung.stadtwerke.example/realms/mitarbeiter/protocol/openid-connect/certs',
    actsFor: { kind: 'person', claim: 'email' },
  });
  const answer = await page.request.get('/api/v1/api-requests?failed=true');
  return new Map([
    ['CLIENT', sap.client.id],
    ['REQUEST', String((await answer.json()).items[0].id)],
  ]);
}
