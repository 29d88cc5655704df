import { expect, type Page, test } from 'playwright/test';
import { type DemoPage, openDemoPage } from './demo-page.ts';

/** Lists longer than a page, and what narrows them down. */
let demo: DemoPage;
let page: Page;

test.beforeAll(async ({ browser }) => {
  demo = await openDemoPage(browser, 5_000);
  ({ page } = demo);
});

test.afterAll(() => demo.close());

test('a next page that fails is not asked for again and again, says so, and comes with the next try', async () => {
  let asked = 0;
  let failing = true;
  await page.route(/\/api\/v1\/sessions\?/, async (route) => {
    const answer = await route.fetch({
      url: route
        .request()
        .url()
        .replace(/[?&]cursor=[^&]*/, ''),
    });
    const { items } = await answer.json();
    if (!route.request().url().includes('cursor=')) return route.fulfill({ json: { items, next: 'more' } });
    asked += 1;
    if (failing) return route.fulfill({ status: 500, json: {} });
    return route.fulfill({ json: { items: [{ ...items[0], id: 999, holder: 'Zoe' }], next: null } });
  });
  await page.goto('/sessions');
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.waitForTimeout(1_500);
  // A second time at most, when the live stream opens and everything is read again.
  expect(asked).toBeLessThanOrEqual(2);
  failing = false;
  await again.click();
  await expect(again).toBeHidden();
  await expect(page.getByRole('row', { name: /Zoe/ })).toBeVisible();
  await page.unroute(/\/api\/v1\/sessions\?/);
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
