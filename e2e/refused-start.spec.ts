import { expect, type Page, test } from 'playwright/test';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { ENGLISH_SITE, post } from './found-site.ts';
import { keepPicture, lookAtPlace } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { simulatedStation } from './simulated-station.ts';

/** A card that may not charge is started from the screen only by whoever has read why. */
test.describe.configure({ mode: 'serial' });

const CARD = '04A2B81C5E7280';

let program: RunningProgram;
let station: ChargePoint;
let page: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const context = await browser.newContext({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await ask('setup', ENGLISH_SITE);
  await ask('stations', { id: 'LP-07', name: 'LP-07' });
  const { id: staff } = await ask('groups', { of: 'users', name: 'Employees' });
  await ask('access-rules', { name: 'Employees', who: { kind: 'groups', groupIds: [staff] } });
  const { id: driverId } = await ask('drivers', { name: 'A. Becker', phone: '0151 2345678' });
  await ask('cards', { uid: CARD, driverId });
  station = simulatedStation(program.ocppUrl, 'LP-07');
  station.switchOn();
  await expect.poll(() => station.online).toBe(true);
  await station.presentCard(1, CARD);
});

test.afterAll(async () => {
  station.switchOff();
  await page.context().close();
  await program.stop();
});

test('the service desk is told why, and starts all the same when it insists', async () => {
  await page.goto('/desk?q=becker&of=driver&id=1');
  await expect(page.getByRole('region', { name: 'LP-07' })).toBeVisible();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'The card is refused here' });
  await expect(dialog).toContainText('May not charge: not allowed here');
  await expect(dialog).toContainText('Who may: Employees.');
  await lookAtPlace(page, 'refused-start');
  // Nothing happens to whoever presses Enter without reading.
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  expect((await (await page.request.get('/api/v1/commands')).json()).items).toEqual([]);
  await page.getByRole('button', { name: 'Start charging', exact: true }).click();
  await dialog.getByRole('button', { name: /anyway/ }).click();
  await expect(page.getByText('The station agreed.').or(page.getByText(/we keep watching/))).toBeVisible();
  station.plugIn(1, 11_000);
  await expect(page.getByText('Done.')).toBeVisible();
  await page.goto('/logbook?station=LP-07');
  await expect(page.getByText(/although card 04A2B81C5E7280 is refused \(not allowed here\)/)).toBeVisible();
  station.unplug(1);
});

test('a place is kept for a refused card only by whoever insists', async () => {
  await page.goto('/stations/LP-07?tab=reservations');
  const card = page.getByRole('combobox', { name: 'Card' });
  await card.click();
  await page.getByRole('option', { name: /A\. Becker/ }).click();
  await page.getByRole('button', { name: 'Reserve', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('May not charge: not allowed here');
  await keepPicture(page, 'refused-reservation');
  await page.getByRole('button', { name: 'Reserve anyway' }).click();
  await expect(page.getByText(/reserved until/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reserve anyway' })).toBeHidden();
});

function ask(path: string, data: object): Promise<{ readonly id: number }> {
  return post(page, path, data);
}
