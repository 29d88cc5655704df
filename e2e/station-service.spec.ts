import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { ENGLISH_SITE, post } from './found-site.ts';
import { lookAtPlace } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { simulatedStation } from './simulated-station.ts';

/** What somebody who looks after a station does with it. */
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
  await ask('setup', ENGLISH_SITE);
  await ask('stations', { id: 'LP1', name: 'Gate' });
  for (const [uid, holder] of [
    ['04A2B81C', 'Anna Becker'],
    ['04A2B81D', 'Ben Adler'],
  ])
    await ask('cards', { uid, holder });
  station = simulatedStation(program.ocppUrl, 'LP1');
  station.switchOn();
});

test.afterAll(async () => {
  station.switchOff();
  await page.context().close();
  await program.stop();
});

test('diagnostics are fetched and saved as a file', async () => {
  await open('service');
  await page.getByRole('button', { name: 'Fetch' }).click();
  await expect(life('Fetch diagnostics')).toContainText('Done');
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download / }).click();
  expect(await readFile(await (await saving).path(), 'utf8')).not.toBe('');
});

test('firmware without an address is not ordered; a message is, and is seen', async () => {
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(page.getByLabel('Address of the file')).toBeFocused();
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(life('Ask for a message')).toContainText('Done');
});

test('the cards are sent to the station, and say that they are there', async () => {
  await page.getByRole('button', { name: 'Cards', exact: true }).click();
  await expect(page.getByText('Never sent')).toBeVisible();
  await page.getByRole('button', { name: 'Send changes' }).click();
  await expect(life('Send cards')).toContainText('Done');
  await expect(page.getByText('Up to date', { exact: true })).toBeVisible();
  const keep = page.getByRole('switch', { name: /Keep the cards/ });
  await keep.click();
  await expect(keep).toBeChecked();
});

test('a connector is kept free for a card, and given back', async () => {
  await page.getByRole('button', { name: 'Reservations', exact: true }).click();
  await page.getByRole('combobox', { name: 'Card' }).click();
  await page.getByRole('option', { name: /Anna Becker/ }).click();
  await page.getByRole('button', { name: 'Reserve', exact: true }).click();
  await expect(page.getByText(/reserved until/)).toBeVisible();
  await expect(page.getByRole('row', { name: /Gate/ })).toContainText('Reserved');
  await page.getByRole('button', { name: 'Cancel the reservation of Anna Becker' }).click();
  await expect(page.getByText(/cancelled \d/)).toBeVisible();
});

test('a limit in steps is set, drawn as the station reckons it, and cleared', async () => {
  await page.getByRole('button', { name: 'Limits', exact: true }).click();
  await page.getByRole('button', { name: 'Add a step' }).click();
  await page.getByLabel('Limit (A)').nth(1).fill('6');
  await page.getByRole('button', { name: 'Set limit' }).click();
  await expect(life('Set limit')).toContainText('Done');
  await page.getByRole('button', { name: 'Ask the station' }).click();
  await expect(page.getByRole('img', { name: /from 16\sA to 6\sA/ })).toBeVisible();
  await page.getByRole('button', { name: 'as a table' }).click();
  await expect(page.getByRole('cell', { name: /^6\sA$/ })).toBeVisible();
  await page.getByRole('button', { name: /^Clear limit/ }).click();
  await expect(page.getByText('No limit was set from here.')).toBeVisible();
});

test('no part of it keeps anybody out, or is wider than a phone', async () => {
  test.setTimeout(120_000);
  for (const tab of ['service', 'cards', 'reservations', 'limits']) {
    await open(tab);
    await lookAtPlace(page, `station-${tab}`);
  }
});

async function open(tab: string): Promise<void> {
  await page.goto(`/stations/LP1?tab=${tab}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What became of it' })).toBeVisible();
}

/** The newest order of a kind. */
function life(words: string) {
  return page.getByRole('listitem').filter({ hasText: words }).first();
}

function ask(path: string, data: object): Promise<void> {
  return post(page, path, data);
}
