import { expect, test } from 'playwright/test';
import { seriousViolations } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

let program: RunningProgram;

test.beforeAll(async () => {
  program = await startProgram('--demo');
});

test.afterAll(async () => {
  await program.stop();
});

test('a key is changed, one sees what was sent and what the station has now, and a template is made of it', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(new URL('/stations/DEMO-01?tab=configuration', program.uiUrl).href);
  await page.getByRole('button', { name: /^Read/ }).click();
  await page.getByPlaceholder('Search for key, meaning or value').fill('plug after a card');
  await page.getByRole('button', { name: /Change ConnectionTimeOut/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New value').fill('soon');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText('It has to be a whole number.');
  await dialog.getByLabel('New value').fill('120');
  await expect(dialog).toContainText('Will be sent120 s');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toContainText('Read back: 120');
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByText('60 → 120')).toBeVisible();

  await page.getByRole('button', { name: 'Make a template of it' }).click();
  await expect(page).toHaveURL(/templates\?template=/);
  await expect(page.getByText('no difference').first()).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);
  await context.close();
});

test('a peculiarity is set for one station and forgotten again', async ({ browser }) => {
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await page.goto(new URL('/stations/DEMO-02?tab=details', program.uiUrl).href);
  await page.getByRole('button', { name: 'Show everything that can be set' }).click();
  await page.getByRole('button', { name: 'Change: Highest stack level of limits' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('3');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Highest stack level of limits: 3')).toBeVisible();
  await expect(page.getByText('set here', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Change: Highest stack level of limits' }).click();
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByText('set here', { exact: true })).toHaveCount(0);
  await page.close();
});
