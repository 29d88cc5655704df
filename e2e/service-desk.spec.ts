import { expect, type Page, test } from 'playwright/test';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { ENGLISH_SITE, post } from './found-site.ts';
import { keepPicture, lookAtPlace } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { simulatedStation } from './simulated-station.ts';

/** The 30-second call: from Ctrl K to the saved note. */
test.describe.configure({ mode: 'serial' });

const MOST_KEYS = 7;

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
  const { id: driverId } = await ask('drivers', { name: 'A. Becker', phone: '0151 2345678' });
  await ask('cards', { uid: '04A2B81C5E7280', driverId });
  station = simulatedStation(program.ocppUrl, 'LP-07');
  station.switchOn();
  await expect.poll(() => station.online).toBe(true);
  // The driver holds the card and never plugs in.
  void station.presentCard(1, '04A2B81C5E7280');
});

test.afterAll(async () => {
  station.switchOff();
  await page.context().close();
  await program.stop();
});

test('a caller is helped with seven keys at most, and the note has written itself', async () => {
  let keys = 0;
  const began = Date.now();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await key('Control+K');
  await type('becker');
  await expect(page.getByRole('button', { name: /A\. Becker.*Card accepted at LP-07/ })).toBeVisible();
  await key('Enter');
  await expect(page.getByText(/May charge/)).toBeVisible();
  await expect(page.getByText('Say to the driver')).toBeVisible();
  await keepPicture(page, 'service-desk-light');
  await key('r');
  const note = page.getByLabel('Note of this call');
  await expect(note).toHaveValue(/^\d\d:\d\d Call A\. Becker: .+ Restarted\.$/);
  await expect(note).toBeFocused();
  await expect(page.getByText(/LP-07 is back/)).toBeVisible({ timeout: 30_000 });
  await key('Enter');
  await expect(page.getByText('Note saved.')).toBeVisible();
  console.log(`keys: ${keys} of ${MOST_KEYS}, ${((Date.now() - began) / 1_000).toFixed(1)} s`);
  expect(keys).toBeLessThanOrEqual(MOST_KEYS);
  await page.goto('/logbook?station=LP-07');
  await expect(page.getByText(/Call A\. Becker: .+ Restarted\./)).toBeVisible();

  async function key(name: string): Promise<void> {
    keys += 1;
    await page.keyboard.press(name);
  }

  /** A typed name counts as one. */
  async function type(name: string): Promise<void> {
    keys += 1;
    await page.keyboard.type(name);
  }
});

test('whoever types as fast as a card reader does loses no letter', async () => {
  const search = page.getByRole('dialog').getByRole('textbox');
  for (let turn = 0; turn < 10; turn += 1) {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('04A2B81C5E7280');
    await expect(search).toHaveValue('04A2B81C5E7280');
    await page.keyboard.press('Escape');
    await expect(search).toBeHidden();
  }
});

test('the page finds a caller by card and by station, and says what to tell the driver', async () => {
  await page.goto('/desk');
  const field = page.getByLabel('Who calls? Name, plate, card or station');
  await field.fill('04a2 b8');
  await page
    .getByRole('button', { name: /Card accepted/ })
    .first()
    .click();
  await expect(page.getByText('0151 2345678')).toBeVisible();
  await expect(page.getByText('Say to the driver')).toBeVisible();
  await field.fill('lp-07');
  await expect(page.getByRole('button', { name: /LP-07.*Station/ })).toBeVisible();
  await field.press('Enter');
  await expect(page.getByRole('region', { name: 'LP-07' })).toBeVisible();
});

test('the desk keeps nobody out, and fits a phone', async () => {
  await page.goto('/desk?q=becker&of=driver&id=1');
  await expect(page.getByRole('region', { name: 'LP-07' })).toBeVisible();
  await lookAtPlace(page, 'service-desk');
});

function ask(path: string, data: object): Promise<{ readonly id: number }> {
  return post(page, path, data);
}
