import { expect, type Page, test } from 'playwright/test';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { seriousViolations } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { simulatedStation } from './simulated-station.ts';

/** A technician who sets a station up before anybody may charge at it. */
test.describe.configure({ mode: 'serial' });

let program: RunningProgram;
let station: ChargePoint;
let page: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const context = await browser.newContext({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
  });
  page = await context.newPage();
  const answer = await page.request.post('/api/v1/setup', {
    data: {
      language: 'en',
      region: 'en-GB',
      siteName: 'North yard',
      timeZone: 'Europe/Berlin',
      ownerName: 'M. Weber',
      password: 'four words in a row',
      access: 'everybody',
    },
  });
  expect(answer.ok()).toBe(true);
  station = simulatedStation(program.ocppUrl, 'LP1');
});

test.afterAll(async () => {
  station.switchOff();
  await page.context().close();
  await program.stop();
});

test('a station added to be set up first does not work yet, and says so', async () => {
  await page.goto('/stations');
  await page.getByRole('button', { name: 'Add by hand' }).click();
  await page.getByLabel('Identity (OCPP)').fill('LP1');
  await page.getByRole('switch', { name: 'Set up first' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  station.switchOn();
  await page.getByRole('row', { name: /LP1/ }).click();
  await expect(page.getByText(/^Being set up: the station takes settings/)).toBeVisible();
  await expect(page.getByRole('row', { name: /LP1/ })).toContainText('Being set up');
});

test('accepted in its details, it boots again by itself and is free', async () => {
  await page.getByRole('tab', { name: 'Details' }).click();
  const choice = page.getByRole('combobox', { name: 'Registration' });
  await expect(choice).toHaveValue('Being set up');
  expect(await seriousViolations(page)).toEqual([]);
  await choice.click();
  await page.getByRole('option', { name: 'Accepted' }).click();
  await expect(choice).toHaveValue('Accepted');
  await expect(page.getByRole('row', { name: /LP1/ })).toContainText('Free');
});
