import { expect, type Page, test } from 'playwright/test';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Lists of the demo site that are longer than a page. */
let program: RunningProgram;
let page: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram('--demo');
  page = await browser.newPage({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  page.setDefaultTimeout(5_000);
});

test.afterAll(async () => {
  await page.close();
  await program.stop();
});

test('a next page that fails is asked for once, says so, and comes with the next try', async () => {
  let asked = 0;
  await page.route(/\/api\/v1\/sessions\?.*cursor=/, (route) => {
    asked += 1;
    return route.fulfill({ status: 500, json: {} });
  });
  await page.goto('/sessions');
  const grid = page.getByRole('grid');
  await expect(grid.locator('tr[data-index="20"]')).toBeVisible();
  await grid.evaluate((table) => table.parentElement?.scrollTo({ top: table.scrollHeight }));
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.waitForTimeout(1_500);
  expect(asked).toBe(1);
  await page.unroute(/\/api\/v1\/sessions\?.*cursor=/);
  await again.click();
  await expect(grid.locator('tr[data-index="100"]')).toBeVisible();
});

test('the filter by a card is seen and taken away, and clearing the filters empties the search', async () => {
  await page.goto('/sessions?card=FFFF0000&search=nobody');
  await expect(page.getByText('No sessions match.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('textbox', { name: 'Holder, card or station' })).toHaveValue('');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.goto('/sessions?card=FFFF0000');
  await page.getByRole('button', { name: 'Card FFFF 0000: show all cards' }).click();
  await expect(page).toHaveURL(/\/sessions$/);
});
