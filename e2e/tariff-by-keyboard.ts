import { expect, type Locator, type Page } from 'playwright/test';

/** More stops than any page has. */
const MOST_STOPS = 150;

/**
 * From anywhere, without a mouse: a tariff called Yard, gross, 0.39 €/kWh from midnight to six and 0.52 by day, 0.10 € a
 * minute after half an hour for a car that stays when it is full, published from now on.
 */
export async function makeDayNightTariff(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'Tariffs' }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: /^Day and night/ }));
  await page.keyboard.press('Enter');

  await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
  await retype(page, 'Yard');
  await tabTo(page, page.getByRole('textbox', { name: 'Energy' }).first());
  await retype(page, '0.52');
  await tabTo(page, cellAt(page, 'Mon', '00:00'));
  await page.keyboard.press('Control+a');
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Home');
  for (let day = 1; day < 7; day += 1) await page.keyboard.press('Shift+ArrowRight');
  for (let hour = 0; hour < 5; hour += 1) await page.keyboard.press('Shift+Control+ArrowDown');
  for (let quarter = 0; quarter < 3; quarter += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('2');
  await expect(page.getByRole('button', { name: 'daily 06:00–24:00 €0.52/kWh', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'daily 00:00–06:00 €0.39/kWh', exact: true })).toBeVisible();
  await tabTo(page, page.getByRole('switch', { name: 'Blocking fee' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('textbox', { name: 'Price per minute' }));
  await retype(page, '0.10');
  await tabTo(page, page.getByRole('textbox', { name: 'Grace in minutes' }));
  await retype(page, '30');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Publish' }));
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Publish' });
  await expect(panel.getByRole('radio', { name: /^at midnight/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(panel.getByRole('radio', { name: 'now' })).toBeChecked();
  await tabTo(page, panel.getByRole('button', { name: 'Publish' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Version 1 published/)).toBeVisible();
}

/** The same way: everybody pays by it. */
export async function payByTariff(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'Tariffs' }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('tab', { name: 'Tariffs' }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('button', { name: 'Add a rule' }).first());
  await page.keyboard.press('Enter');
  await tabTo(
    page,
    page.getByRole('combobox', { name: 'Tariff' }).or(page.getByRole('textbox', { name: 'Tariff' })),
  );
  await page.keyboard.type('Yard');
  await expect(page.getByRole('option', { name: 'Yard' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Add', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Everybody: Yard')).toBeVisible();
}

/** Walks there as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  // After a change everything is read again, which takes its time beside other tests.
  await expect(target).toBeVisible({ timeout: 30_000 });
  const element = await target.elementHandle();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await element?.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${target}`);
}

async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** A quarter of an hour of the week, found by its place: to read the names of all 672 takes a second. */
export function cellAt(page: Page, day: string, clock: string): Locator {
  const column = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day);
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return page.locator(`td[data-column="${column}"][data-quarter="${hours * 4 + minutes / 15}"]`);
}
