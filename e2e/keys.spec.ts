import { expect, type Page, test } from 'playwright/test';
import { type DemoPage, openDemoPage } from './demo-page.ts';

/** The site by keyboard, with the panel open beside the list. */
let demo: DemoPage;
let page: Page;

test.beforeAll(async ({ browser }) => {
  demo = await openDemoPage(browser, 5_000);
  ({ page } = demo);
});

test.afterAll(() => demo.close());

test('after Enter the arrow keys still walk through the list, and the panel follows', async () => {
  await page.goto('/cards');
  const rows = page.getByRole('grid').locator('tr[data-index]');
  const panel = page.getByRole('complementary');
  await rows.nth(0).focus();
  await page.keyboard.press('Enter');
  await expect(panel).toBeFocused();
  await rows.nth(0).focus();
  for (const index of [1, 2, 3]) {
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(index)).toHaveAttribute('aria-selected', 'true');
    await expect(rows.nth(index)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(rows.nth(3)).toBeFocused();
});

test('Escape closes the menu first, and the panel behind it afterwards', async () => {
  await page.goto('/stations/DEMO-01');
  const panel = page.getByRole('complementary');
  const menu = page.getByRole('menu');
  for (const inMenu of [true, false]) {
    await page.getByRole('button', { name: 'Display' }).click();
    await expect(menu).toBeVisible();
    if (inMenu) await page.getByRole('menuitemcheckbox').first().focus();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(panel).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('walking, filtering and typing leave no steps behind: Back leads to the page before', async () => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sessions' }).click();
  const rows = page.getByRole('grid').locator('tr[data-index]');
  await rows.nth(0).click();
  for (const index of [1, 2, 3]) {
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(index)).toHaveAttribute('aria-selected', 'true');
  }
  await page.getByRole('textbox', { name: 'Holder, card or station' }).fill('Anna');
  await expect(page).toHaveURL(/search=Anna/);
  await page.getByRole('button', { name: 'Running' }).click();
  await expect(page).toHaveURL(/state=running/);
  await page.goBack();
  await expect(page).toHaveURL(/\/sessions$/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
});
