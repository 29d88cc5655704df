import { expect, test } from 'playwright/test';
import { type DemoPage, openDemoPage } from './demo-page.ts';
import { keepPicture, lookAtPlace } from './look-at.ts';

/** The logbook as the record of who changed what. */
test.describe.configure({ mode: 'serial' });

let demo: DemoPage;

test.beforeAll(async ({ browser }) => {
  demo = await openDemoPage(browser, 8_000);
});

test.afterAll(() => demo.close());

test('an entry opens to what was there before and after', async () => {
  const { page } = demo;
  await page.goto('/settings');
  const name = page.getByLabel('Name of the site');
  await name.fill('North yard');
  await name.press('Enter');
  await page.goto('/logbook?changes=only');
  await page
    .getByRole('button', { name: /^Details of entry/ })
    .first()
    .click();
  const table = page.getByRole('table');
  await expect(table).toContainText('Settings');
  await expect(table.getByRole('row', { name: /^Name/ }).first()).toContainText('North yard');
  await keepPicture(page, 'logbook-changes-light');
});

test('an entry is added to, never changed', async () => {
  const { page } = demo;
  await page.getByLabel('Add to this entry').first().fill('The old name is on the signs until May.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The old name is on the signs until May.').first()).toBeVisible();
});

test('the entries are looked at, and only some of them shown', async () => {
  const { page } = demo;
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.getByText(/^Nobody has changed an entry: looked at/)).toBeVisible();
  await page.getByPlaceholder('Everybody').click();
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/who=/);
  await page.getByLabel('Changes only').uncheck();
  await expect(page).not.toHaveURL(/changes=/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^ladehaus-logbook-.*\.csv$/);
});

test('an open entry keeps nobody out, and fits a phone', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: demo.program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'de-DE',
  });
  const page = await context.newPage();
  await page.goto('/logbook?changes=only');
  await page.locator('[aria-expanded="false"][data-changes]').first().click();
  await expect(page.getByRole('table')).toBeVisible();
  await lookAtPlace(page, 'logbook-open');
  await context.close();
});
