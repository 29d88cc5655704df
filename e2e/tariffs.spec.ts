import { expect, type Locator, type Page, test } from 'playwright/test';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { ENGLISH_SITE, post } from './found-site.ts';
import { seriousViolations } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { simulatedStation } from './simulated-station.ts';
import { cellAt, makeDayNightTariff, payByTariff, tabTo } from './tariff-by-keyboard.ts';

/** A tariff from its first price to the rule by which everybody pays it, one step after the other. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const CARD = '04A2B81C5E7280';

let program: RunningProgram;
let page: Page;
let station: ChargePoint;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  station = simulatedStation(program.ocppUrl, 'LP1');
  page = await browser.newPage({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // The site is in Berlin; whoever looks at it is not.
    timezoneId: 'America/New_York',
  });
  await post(page, 'setup', ENGLISH_SITE);
  await post(page, 'stations', { id: 'LP1', name: 'North gate' });
  await page.goto('/');
});

test.afterAll(async () => {
  station.switchOff();
  await page.close();
  await program.stop();
});

test('day and night with a blocking fee are painted, priced and published by keyboard alone', async () => {
  await makeDayNightTariff(page);
  await page.getByRole('link', { name: 'Tariffs' }).last().click();
  const row = page.getByRole('row', { name: /^Yard/ });
  await expect(row).toContainText('In a few seconds');
  await expect(row).not.toContainText('In a few seconds', { timeout: 20_000 });

  const answer = await page.request.get('/api/v1/tariffs');
  const { items } = await answer.json();
  expect(items).toHaveLength(1);
  const version = items[0].inForce ?? items[0].scheduled;
  expect(items[0].name).toBe('Yard');
  expect(version.tariff.blocking.perHourMicros).toBe(6_000_000);
  expect(version.tariff.elements).toMatchObject([
    {
      components: [{ dimension: 'energy', priceMicros: 520_000 }],
      when: { window: { from: 360, to: 1_440 } },
    },
    { components: [{ dimension: 'energy', priceMicros: 390_000 }], when: { window: { from: 0, to: 360 } } },
  ]);
});

test('a rule lets everybody pay by it, by keyboard too, and the matrix says why', async () => {
  await payByTariff(page);
  await tabTo(page, page.getByRole('grid', { name: 'Who pays what where' }).getByRole('button').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Why this price?' })).toContainText('Everybody');
  expect(await seriousViolations(page)).toEqual([]);
});

test('a rule that is ended can be taken back, also where what else is on the page is slow to be read again', async () => {
  await page.goto('/tariffs?tab=payers');
  await page.getByRole('row', { name: /^Everybody/ }).click();
  const panel = page.getByRole('complementary', { name: 'Everybody' });
  await expect(panel.getByRole('button', { name: 'End the rule' })).toBeVisible();
  await page.route(/\/api\/v1\/(tariffs|tariff-matrix)\b/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await panel.getByRole('button', { name: 'End the rule' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.unrouteAll({ behavior: 'wait' });
  await expect(page.getByRole('row', { name: /^Everybody/ })).toContainText('Yard');
});

test('the week is painted by drag, and by two clicks by whoever cannot drag; Ctrl Z takes it back', async () => {
  await page.goto('/tariffs');
  await page.getByRole('row', { name: /^Yard/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Band 2', exact: true }).click();
  await cellAt(page, 'Sat', '10:00').hover();
  await page.mouse.down();
  await cellAt(page, 'Sun', '11:45').hover();
  await page.mouse.up();
  await expect(cellAt(page, 'Sun', '10:00')).toHaveAccessibleName('Sunday 10:00, Band 2, €0.39/kWh');
  await cellAt(page, 'Mon', '12:00').click();
  await cellAt(page, 'Tue', '12:45').click();
  await expect(cellAt(page, 'Tue', '12:30')).toHaveAccessibleName(/Band 2/);
  const said = page.getByText(/12:00–13:00: Band 2/);
  await expect(said).toBeVisible();
  await cellAt(page, 'Tue', '12:30').press('Control+z');
  await expect(cellAt(page, 'Tue', '12:30')).toHaveAccessibleName(/Band 1/);
  await expect(said).toHaveCount(0);
  await expect(cellAt(page, 'Sun', '10:00')).toHaveAccessibleName(/Band 2/);
});

test('what cannot be read is said not to be saved, and is not published as what it was before', async () => {
  const vat = page.getByRole('textbox', { name: 'VAT' });
  await vat.fill('7 percent');
  await expect(page.getByText('Not saved: VAT', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  const panel = page.getByRole('complementary', { name: 'Publish' });
  await expect(panel.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled();
  await panel.getByRole('button', { name: '“VAT” is not saved: please put it right.' }).click();
  await expect(vat).toBeFocused();
  // It may lie over the field.
  await expect(panel).toHaveCount(0);
  await vat.fill('19');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});

test('a version takes effect at the time of the site, wherever somebody types it', async () => {
  await page.getByRole('button', { name: 'Publish' }).click();
  const panel = page.getByRole('complementary', { name: 'Publish' });
  await panel.getByRole('radio', { name: 'at another time' }).check();
  const from = panel.getByLabel('From', { exact: true });
  await expect(from).toHaveValue(/T00:00$/);
  const year = new Date().getUTCFullYear() + 1;
  await from.fill(`${year}-12-24T18:00`);
  await panel.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText(/^Version 2 published/)).toContainText('18:00');
  expect((await read('tariffs')).items[0].scheduled.from).toBe(`${year}-12-24T17:00:00.000Z`);
});

test('a session says what it costs to the cent, and how that came about', async () => {
  // Published now, it takes effect ten seconds later.
  await expect
    .poll(async () => (await read('tariffs')).items[0].inForce?.number ?? null, { timeout: 15_000 })
    .toBe(1);
  await post(page, 'cards', { uid: CARD });
  station.switchOn();
  await expect.poll(async () => (await read('stations')).items[0].online).toBe(true);
  station.plugIn(1, 22_000);
  await station.presentCard(1, CARD);
  await expect.poll(async () => (await read('sessions')).items[0]?.measuredWh ?? 0).toBeGreaterThan(10);
  station.unplug(1);
  await expect.poll(async () => (await read('sessions/1/price')).state).toBe('priced');

  const { energyWh, total, steps } = await read('sessions/1/price');
  const priceMicros = steps[0].priceMicros;
  expect([390_000, 520_000]).toContain(priceMicros);
  // Wh times millionths for a kWh are billionths; a cent is ten millions of them.
  expect(total.inclVatMinor).toBe(Math.round((energyWh * priceMicros) / 10_000_000));
  await page.goto('/sessions/1');
  const price = page
    .getByRole('complementary', { name: 'Session 1' })
    .locator('section', { hasText: 'Chosen by' });
  await expect(price).toContainText('Settled.');
  await expect(price).toContainText(`€${(total.inclVatMinor / 100).toFixed(2)}`);
  await expect(price).toContainText(
    `${(energyWh / 1_000).toFixed(3)}\u00a0kWh × €${priceMicros / 1_000_000}/kWh`,
  );
  await expect(price).toContainText('Everybody');
  await price.getByRole('button', { name: 'Change the price' }).click();
  await price.getByRole('textbox', { name: 'Why, for the record' }).fill('Test of the station');
  await pick('Change the price', 'Waive it');
  await price.getByRole('button', { name: 'Record it' }).click();
  await expect(price).toContainText('Waived: nothing is paid.');
  expect(await seriousViolations(page)).toEqual([]);

  await post(page, 'tariff-rules', { tariffId: 1, target: { kind: 'card', cardId: 1 } });
  await page.goto('/tariffs?tab=board');
  const [now, revenue] = ['Now at each station for each group', 'Energy and revenue'].map((name) =>
    page.getByRole('heading', { name }),
  );
  const heightOf = async (heading: Locator | undefined) => (await heading?.boundingBox())?.y ?? 0;
  expect(await heightOf(now)).toBeLessThan(await heightOf(revenue));
  await page.getByRole('link', { name: '1 rule about a single driver or card' }).click();
  await expect(page.getByRole('complementary', { name: /^Card/ })).toBeVisible();
});

async function pick(label: string, option: string): Promise<void> {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .click();
  await page.getByRole('option', { name: option }).click();
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers as a foreign program would
async function read(path: string): Promise<any> {
  return (await page.request.get(`/api/v1/${path}`)).json();
}
