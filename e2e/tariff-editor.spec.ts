import { expect, type Locator, type Page, test } from 'playwright/test';
import { flatTariff } from '#server/testing/tariff-examples.ts';
import { ENGLISH_SITE, post } from './found-site.ts';
import { openPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** What is typed about tariffs is kept as it was typed, also by whoever is quicker than the network. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const BLOCKING = {
  perHourMicros: 6_000_000,
  vatBasisPoints: 1_900,
  grace: { of: 'idle' as const, seconds: 100 },
  capMicros: null,
  quiet: null,
};

let program: RunningProgram;
let page: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  page = await browser.newPage({ baseURL: program.uiUrl, locale: 'en-GB' });
  await page.goto('/');
  await post(page, 'setup', ENGLISH_SITE);
  await post(page, 'tariffs', { name: 'Yard', draft: flatTariff(490_000, { blocking: BLOCKING }) });
});

test.afterAll(async () => {
  await page.close();
  await program.stop();
});

test('a monthly fee is typed only once the tariff is known whose tax it has', async () => {
  const { id: driverId } = await post(page, 'drivers', { name: 'Jonas Kern' });
  const { id } = await post(page, 'tariff-rules', { tariffId: 1, target: { kind: 'driver', driverId } });
  const answered = gate();
  await page.route('**/api/v1/tariffs', async (route) => {
    await answered.passed;
    await route.continue();
  });
  await page.goto(`/tariffs?tab=payers&rule=${id}`);
  const panel = page.getByRole('complementary', { name: /Jonas Kern/ });
  await expect(panel.getByText('Loading')).toBeVisible();
  await expect(panel.getByRole('textbox', { name: /Monthly fee/ })).toHaveCount(0);
  answered.open();
  await panel.getByRole('textbox', { name: /Monthly fee/ }).fill('5');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect.poll(feeVat).toBe(1_900);
  await page.unroute('**/api/v1/tariffs');
});

test('the grace of a blocking fee is shown and typed to the second', async () => {
  await openPage(page, new URL('/tariffs/1', program.uiUrl));
  const grace = page.getByRole('textbox', { name: 'Grace in minutes' });
  await expect(grace).toHaveValue('1.67');
  await expect(page.getByText(/after 1\u00a0min\u00a040\u00a0s for free/)).toBeVisible();
  await grace.fill('1.5');
  await expect.poll(async () => (await draft()).blocking.grace.seconds).toBe(90);
});

test('whoever leaves while a change is being saved takes it along, and is asked where that takes its time', async () => {
  const leave = () => page.getByRole('main').getByRole('link', { name: 'Tariffs' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await driversText().fill('Mind the cable');
  await leave();
  await expect(page).toHaveURL(/\/tariffs$/);
  await expect(question).toHaveCount(0);
  expect((await detail()).text).toBe('Mind the cable');

  await openPage(page, new URL('/tariffs/1', program.uiUrl));
  const stored = await stopWrites();
  await driversText().fill('Mind the step');
  await leave();
  await expect(question).toContainText('are still being saved');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  await expect(driversText()).toHaveValue('Mind the step');
  await leave();
  await expect(question).toBeVisible();
  // It is stored after all: there is nothing left to be asked.
  stored.open();
  await expect(page).toHaveURL(/\/tariffs$/);
  expect((await detail()).text).toBe('Mind the step');
  await page.unroute('**/api/v1/tariffs/1');
});

test('whoever leaves a field behind that cannot be read is asked', async () => {
  await openPage(page, new URL('/tariffs/1', program.uiUrl));
  const grace = page.getByRole('textbox', { name: 'Grace in minutes' });
  await grace.fill('abc');
  await page.getByRole('main').getByRole('link', { name: 'Tariffs' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(question).toContainText('marked red');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(grace).toHaveValue('abc');
  await grace.fill('1.5');
  await page.getByRole('main').getByRole('link', { name: 'Tariffs' }).click();
  await expect(page).toHaveURL(/\/tariffs$/);
});

test('what a worked example came to is not taken for what cannot be read', async () => {
  await openPage(page, new URL('/tariffs/1', program.uiUrl));
  const old = page.locator('[data-old="true"]');
  const minutes = page.getByRole('textbox', { name: 'Charges, minutes' });
  await expect(old).toHaveCount(0);
  await minutes.fill('99999');
  await expect(old).toHaveCount(1);
  await minutes.fill('60');
  await expect(old).toHaveCount(0);
});

test('whoever is led from the publish panel to a field finds there what was typed before', async () => {
  await openPage(page, new URL('/tariffs/1', program.uiUrl));
  const price = page.getByRole('textbox', { name: 'Energy' }).first();
  await price.fill('a lot');
  await publishButton().click();
  const panel = page.getByRole('complementary', { name: 'Publish' });
  await panel.getByRole('textbox', { name: /Note/ }).fill('dearer power');
  await panel.getByRole('radio', { name: /at once|now/i }).check();
  await panel.getByRole('button', { name: /Energy/ }).click();
  await expect(panel).toHaveCount(0);
  await expect(price).toBeFocused();
  await price.fill('0.52');
  await publishButton().click();
  await expect(panel.getByRole('textbox', { name: /Note/ })).toHaveValue('dearer power');
  await expect(panel.getByRole('radio', { name: /at once|now/i })).toBeChecked();
  await panel.getByRole('button', { name: 'Publish' }).click();
  await expect(panel).toHaveCount(0);
  expect((await detail()).versions).toMatchObject([{ number: 1, note: 'dearer power' }]);
});

test('what counts in a few seconds is not told by its time as well', async () => {
  await page.getByRole('main').getByRole('link', { name: 'Tariffs' }).click();
  const row = page.getByRole('row', { name: /^Yard/ });
  await expect(row).toContainText('In a few seconds');
  await expect(row).toContainText('Version 1');
  await expect(row).not.toContainText(/from .*: version 1/);
});

function driversText(): Locator {
  return page.getByRole('textbox', { name: 'Text for drivers' });
}

function publishButton(): Locator {
  return page.getByRole('main').getByRole('button', { name: 'Publish' }).first();
}

interface Gate {
  readonly passed: Promise<void>;
  readonly open: () => void;
}

function gate(): Gate {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

/** Lets no change through until somebody says so. */
async function stopWrites(): Promise<Gate> {
  const stored = gate();
  await page.route('**/api/v1/tariffs/1', async (route) => {
    if (route.request().method() === 'PATCH') await stored.passed;
    await route.continue();
  });
  return stored;
}

async function feeVat() {
  const { items } = await (await page.request.get('/api/v1/tariff-rules')).json();
  return items[0].extras.monthlyFee?.vatBasisPoints;
}

async function detail() {
  return (await page.request.get('/api/v1/tariffs/1')).json();
}

async function draft() {
  return (await detail()).draft;
}
