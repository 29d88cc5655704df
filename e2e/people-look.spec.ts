import { expect, type Page, test } from 'playwright/test';
import { GERMAN_SITE, OWNER, post } from './found-site.ts';
import { lookAtPlace, lookAtPlaces, openPage, readerPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** People, roles, tenants, the own account, and the pages before one is in: in both languages, light, dark and narrow. */
const PLACES = [
  '/people',
  '/people?open=2',
  '/people?open=new',
  '/people?tab=roles&open=own-1',
  '/people?tab=roles&open=technician',
  '/people?tab=roles&open=new',
  '/people?tab=tenants&open=1',
  '/people?tab=tenants&open=3',
  '/people?tab=tenants&open=new',
  '/settings#account',
];
const NEWCOMER = { name: 'Tanja Fischer-Großmann', password: 'seven green lanterns' };

let program: RunningProgram;

test.setTimeout(300_000);

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const page = await browser.newPage({ baseURL: program.uiUrl });
  await fill(page);
  await page.close();
});

test.afterAll(() => program.stop());

for (const language of ['de', 'en'] as const)
  test(`nothing keeps anybody out, or is wider than a phone (${language})`, async ({ browser }) => {
    const context = await browser.newContext();
    const page = await readerPage(context, program, { ...OWNER, language });
    await lookAtPlaces(page, { program, paths: PLACES, language });
    await moveWhatIsTied(page, language);
    await lookAtPlace(page, 'tenant-tied', language);
    await openPage(page, new URL('/settings#account', program.uiUrl));
    await turnOnFactor(page, language);
    await lookAtPlace(page, 'second-factor', language);
    await context.close();

    const other = await browser.newContext();
    const newcomer = await readerPage(other, program, { ...NEWCOMER, language });
    await openPage(newcomer, new URL(program.uiUrl));
    await lookAtPlace(newcomer, 'own-password', language);
    await other.close();
  });

/** What keeps a node where it is stands below the problem, in the reader's words. */
async function moveWhatIsTied(page: Page, language: 'de' | 'en'): Promise<void> {
  await openPage(page, new URL('/people?tab=tenants&open=3', program.uiUrl));
  const panel = page.getByRole('complementary');
  await panel.getByRole('combobox', { name: language === 'de' ? 'Liegt unter' : 'Lies below' }).click();
  await page.getByRole('option', { name: 'Standort Süd' }).click();
  await panel.getByRole('button', { name: language === 'de' ? 'Speichern' : 'Save' }).click();
  await expect(panel.getByRole('alert')).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveText(
    language === 'de'
      ? ['Fahrer in der Gruppe „Fuhrpark Hafen“: 2', 'Personen mit der Rolle „Pforte“: 1']
      : ['Drivers in the group “Fuhrpark Hafen”: 2', 'People with the role “Pforte”: 1'],
  );
}

async function turnOnFactor(page: Page, language: 'de' | 'en'): Promise<void> {
  await page.getByRole('button', { name: language === 'de' ? 'Einschalten' : 'Turn on' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(language === 'de' ? 'Ihr Passwort' : 'Your password').fill(OWNER.password);
  await dialog.getByRole('button', { name: language === 'de' ? 'Weiter' : 'Go on' }).click();
  await expect(dialog.getByRole('img', { name: /QR/ })).toBeVisible();
}

async function fill(page: Page): Promise<void> {
  const ask = (path: string, data: object): Promise<void> => post(page, path, data);
  await ask('setup', GERMAN_SITE);
  await ask('tenants', { parentId: 1, name: 'Standort Hafenstraße', kind: 'site' });
  await ask('tenants', { parentId: 2, name: 'Grünflächen- und Friedhofsamt', kind: 'department' });
  await ask('tenants', { parentId: 1, name: 'Standort Süd', kind: 'site' });
  await ask('stations', { id: 'LP1', name: 'Einfahrt', tenantId: 2 });
  await ask('roles', { tenantId: 2, name: 'Pforte', permissions: ['stations.read', 'stations.operate'] });
  await ask('people', {
    ...NEWCOMER,
    email: 'tanja.fischer-grossmann@stadtwerke.example',
    tenantId: 2,
    grants: [
      { tenantId: 2, role: 'technician' },
      { tenantId: 3, role: 'own-1' },
    ],
  });
  await ask('groups', { of: 'users', tenantId: 2, name: 'Fuhrpark Hafen' });
  for (const name of ['Jan Hansen', 'Lea Brandt']) await ask('drivers', { tenantId: 3, name, groupIds: [1] });
  await ask('people', { name: 'Ben Adler', tenantId: 1, grants: [] });
  for (let attempt = 0; attempt < 3; attempt += 1)
    await page.request.post('/api/v1/sign-in', { data: { name: OWNER.name, password: 'not this one' } });
}
