import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { simulatedStation } from './simulated-station.ts';

/** The main job by hand, from an empty data folder to a file for the accounts. */
test.describe.configure({ mode: 'serial' });

const CARD = '04a2b81c5e7280';
/** A live page shows a message of a station within this time. */
const LIVE = { timeout: 2_000 };

let program: RunningProgram;
let station: ChargePoint;
let page: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  station = simulatedStation(program.ocppUrl, 'LP 07 Süd');
  page = await browser.newPage({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});

/** What the browser complains about; a strict content security policy shows here. */
const complaints: string[] = [];

test.afterAll(async () => {
  station.switchOff();
  await page.close();
  await program.stop();
});

test('the wizard has sensible defaults and lands on an empty site', async () => {
  await page.goto(program.uiUrl);
  await expect(page.getByRole('heading', { name: 'Welcome to Ladehaus' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name of the site').fill('North yard');
  await page.keyboard.press('Enter');
  await page.getByLabel('Your name').fill('M. Weber');
  await page.getByLabel('Password', { exact: true }).fill('four words in a row');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /Known cards only/ }).check();
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByText('Connect the first station')).toBeVisible();
});

test('a station knocks and is adopted with one click', async () => {
  station.switchOn();
  await page.getByRole('link', { name: 'Stations' }).click();
  await expect(page.getByText('1 station is knocking')).toBeVisible();
  await page.getByRole('button', { name: 'Adopt' }).click();
  await expect(page.getByRole('row', { name: /LP 07 Süd/ })).toContainText('Free');
});

test('an unknown card is refused, and taken in by holding it to the station', async () => {
  await station.presentCard(1, CARD);
  await page.getByRole('link', { name: 'Drivers & cards' }).click();
  await page.getByRole('button', { name: 'Hold card to a station' }).first().click();
  const held = page.getByRole('complementary', { name: 'Hold card to a station' });
  await held.getByRole('button', { name: 'Add', exact: true }).click();
  // A name that a spreadsheet would run as a formula.
  await page.getByRole('combobox', { name: 'Driver' }).fill('=Anna Becker');
  await page.getByRole('button', { name: 'Add', exact: true }).last().click();
  await expect(page.getByRole('row', { name: /=Anna Becker/ })).toBeVisible();
});

test('a charge is on the screen while it runs', async () => {
  station.plugIn(1, 11_000);
  await page.getByRole('link', { name: 'Stations' }).click();
  const row = page.getByRole('row', { name: /LP 07 Süd/ });
  await expect(row).toContainText('Car plugged in. Waiting for a card.', LIVE);
  await station.presentCard(1, CARD);
  await expect(row).toContainText(/Charging/, LIVE);
  await expect(row).toContainText(/Charging with 1[01]\.\d\skW/, { timeout: 10_000 });
  await page.getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByRole('row', { name: /=Anna Becker/ })).toContainText('Running');
  // Long enough to have a curve.
  await expect
    .poll(async () => (await (await page.request.get('/api/v1/sessions/1')).json()).curve.length)
    .toBeGreaterThan(3);
});

test('a stop from here is seen in effect', async () => {
  await page.getByRole('link', { name: 'Stations' }).click();
  await page.getByRole('row', { name: /LP 07 Süd/ }).click();
  await page.getByRole('button', { name: /^Stop/ }).first().click();
  await expect(page.getByText(/in effect/i).first()).toBeVisible();
  station.unplug(1);
});

test('the session shows energy, curve, who, where and how it ended', async () => {
  await page.getByRole('link', { name: 'Sessions' }).click();
  const row = page.getByRole('row', { name: /=Anna Becker/ });
  await expect(row).toContainText('Ended');
  await row.click();
  const panel = page.getByRole('complementary', { name: 'Session 1' });
  await expect(panel.getByText('From here')).toBeVisible();
  await expect(panel.getByText('the station’s stop message')).toBeVisible();
  await expect(panel.getByRole('slider', { name: 'Power curve' })).toBeVisible();
  await expect(panel.getByText(/^0\.0\d\d\skWh$/).first()).toBeVisible();
});

test('the session list becomes a file that no spreadsheet runs', async () => {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV (comma, point, UTC)' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const [head, line, ...rest] = text.trim().split('\r\n');
  expect(head).toMatch(/^id,state,startedAt,endedAt/);
  expect(line).toContain(",LP 07 Süd,LP 07 Süd,1,'=Anna Becker,04A2B81C5E7280,");
  expect(rest).toEqual([]);
});

test('the browser had nothing to complain about', () => {
  // Asking who is signed in before anybody is answers with the status, not with an error.
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
});
