import { expect, type Locator, type Page, test } from 'playwright/test';
import type { ChargePoint } from '#ocpp/simulator/charge-point.ts';
import { ENGLISH_SITE, post } from './found-site.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { simulatedStation } from './simulated-station.ts';

/** Drivers, cards, groups and rules, as somebody works with them who looks after a site. */
test.describe.configure({ mode: 'serial' });

const ANNA = '04A2B81C';
const VISITOR = '04FFEE01';

let program: RunningProgram;
let station: ChargePoint;
let page: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const context = await browser.newContext({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await ask('setup', ENGLISH_SITE);
  await ask('stations', { id: 'LP1', name: 'Gate' });
  station = simulatedStation(program.ocppUrl, 'LP1');
  station.switchOn();
});

test.afterAll(async () => {
  station.switchOff();
  await page.context().close();
  await program.stop();
});

test('by keyboard alone: a group, a driver in it, and the card that was held to a station', async () => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: 'Drivers & cards' })).toBeVisible();
  await walkTo(page.getByRole('tab', { name: 'Cards' }));
  await arrowTo('Groups');
  await page.keyboard.press('n');
  await typeInto('Name', 'Employees');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Employees/ })).toBeVisible();

  await expect.poll(() => station.online).toBe(true);
  await station.presentCard(1, ANNA);
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  const held = page.getByRole('complementary', { name: 'Hold card to a station' });
  await expect(held).toContainText('unknown');
  await walkTo(held.getByRole('button', { name: 'Add', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Number (UID)' })).toHaveValue(ANNA);
  await expect(page.getByRole('combobox', { name: 'Driver' })).toBeFocused();
  await page.keyboard.type('Anna Becker');
  await expect(page.getByText('New driver “Anna Becker”')).toBeVisible();
  await walkTo(page.getByRole('checkbox', { name: 'Employees' }));
  await page.keyboard.press('Space');
  await walkTo(page.getByRole('button', { name: 'Add', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Anna Becker.*04A2/ })).toBeVisible();
});

test('by keyboard alone: a rule closes the station for others, and the page says why a card is refused', async () => {
  await ask('cards', { uid: VISITOR, holder: 'Visitor' });
  await page.goto('/cards?tab=rules');
  await expect(page.getByText('Every valid card may charge at every station.')).toBeVisible();
  await page.keyboard.press('n');
  await walkTo(page.getByRole('checkbox', { name: 'Employees' }));
  await page.keyboard.press('Space');
  await expect(page.getByText('Group Employees may charge at all stations').first()).toBeVisible();
  await walkTo(page.getByRole('button', { name: 'Add', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Group Employees may charge at all stations/ })).toBeVisible();

  await station.presentCard(1, VISITOR);
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  const held = page.getByRole('complementary', { name: 'Hold card to a station' });
  await expect(held.getByRole('listitem').filter({ hasText: 'Visitor' })).toContainText('not allowed here');
  await station.presentCard(1, ANNA);
  await expect(held.getByRole('listitem').filter({ hasText: 'Anna Becker' }).first()).toContainText(
    'accepted',
  );

  await page.goto('/cards?tab=rules');
  await page.getByRole('combobox', { name: 'Card' }).fill('Visitor');
  await page.getByRole('option', { name: /Visitor/ }).click();
  await page.getByRole('combobox', { name: 'Station' }).click();
  await page.getByRole('option', { name: 'Gate' }).click();
  await expect(page.getByText(/May not charge: not allowed here.* Who may: Employees\./)).toBeVisible();
});

test('a lost card is blocked with two clicks, and the way back is one', async () => {
  const clicks = countClicks();
  await page.goto('/cards');
  await clicks.on(page.getByRole('row', { name: /Anna Becker/ }));
  await clicks.on(page.getByRole('button', { name: 'Block', exact: true }));
  await expect(page.getByText(/of Anna Becker blocked\./)).toBeVisible();
  expect(clicks.count).toBeLessThanOrEqual(2);
  await expect(page.getByRole('row', { name: /Anna Becker/ })).toContainText('Blocked');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /Anna Becker/ })).toContainText('Valid');
});

test('a new colleague has a card after four clicks', async () => {
  const clicks = countClicks();
  await station.presentCard(1, '04C0FFEE');
  await page.goto('/cards');
  await clicks.on(page.getByRole('button', { name: 'Hold card to a station' }).first());
  const held = page.getByRole('complementary', { name: 'Hold card to a station' });
  const swipe = held.getByRole('listitem').filter({ hasText: '04C0' });
  await clicks.on(swipe.getByRole('button', { name: 'Add', exact: true }));
  const form = page.getByRole('complementary', { name: 'Add a card' });
  await page.keyboard.type('Ben Adler');
  await clicks.on(form.locator('label', { hasText: 'Employees' }));
  await clicks.on(form.getByRole('button', { name: 'Add', exact: true }));
  await expect(page.getByRole('row', { name: /Ben Adler/ })).toBeVisible();
  expect(clicks.count).toBeLessThanOrEqual(4);
  await station.presentCard(1, '04C0FFEE');
  await page.getByRole('button', { name: 'Hold card to a station' }).first().click();
  await expect(held.getByRole('listitem').first()).toContainText('accepted');
});

test('a card that another reader reads backwards is linked to the card that it is', async () => {
  await station.presentCard(1, '1CB8A204');
  await page.goto('/cards?hold=true');
  const held = page.getByRole('complementary', { name: 'Hold card to a station' });
  const swipe = held.getByRole('listitem').filter({ hasText: '1CB8' });
  await expect(swipe).toContainText('Probably card 04A2 B81C of Anna Becker, read backwards.');
  await swipe.getByRole('button', { name: 'Link' }).click();
  await expect(swipe).toContainText('belongs to Anna Becker');
  await station.presentCard(1, '1CB8A204');
  await expect(held.getByRole('listitem').first()).toContainText('accepted');
  await page.getByRole('row', { name: /Anna Becker/ }).click();
  await expect(page.getByRole('button', { name: 'Unlink 1CB8A204' })).toBeVisible();
});

test('two entries of one card are merged, and the days of an assignment are moved', async () => {
  await ask('cards', { uid: '04DDDD01', holder: 'Pool', label: 'No. 5' });
  await page.goto('/cards');
  await page.getByRole('row', { name: /Ben Adler/ }).click();
  const panel = page.getByRole('complementary', { name: /Ben Adler/ });
  await panel.getByRole('button', { name: 'Merge with …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two entries, one card' });
  await dialog.getByRole('combobox', { name: 'The other entry' }).fill('04DDDD01');
  await page.getByRole('option', { name: /04DD DD01/ }).click();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Unlink 04DDDD01' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Pool/ })).toHaveCount(0);

  await panel.getByRole('button', { name: 'More about Ben Adler' }).click();
  await page.getByRole('menuitem', { name: 'Change its days' }).click();
  await panel.getByLabel('Valid until (last day)').first().fill('2031-03-31');
  await panel.getByRole('button', { name: 'Save' }).first().click();
  await expect(panel.getByText(/until 31.Mar.2031/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText(/until further notice/)).toBeVisible();
});

test('a station keeps its inventory, and says when its warranty ends soon', async () => {
  await page.goto('/stations/LP1?tab=details');
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('SIM card').fill('8949 0200 0012');
  await page.getByLabel('Warranty until').fill(inTenDays);
  await expect(page.getByText(/Ends in (9|10|11) days\./)).toBeVisible();
  await page.getByRole('button', { name: 'Add a component' }).click();
  await page.getByLabel('Component', { exact: true }).fill('Meter');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Inventory of Gate saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('SIM card')).toHaveValue('8949 0200 0012');
  await expect(page.getByLabel('Component', { exact: true })).toHaveValue('Meter');
});

/** Tab by Tab, as somebody without a mouse gets there. */
async function walkTo(target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not get to ${target}`);
}

const MOST_STEPS = 80;

async function arrowTo(tab: string): Promise<void> {
  const target = page.getByRole('tab', { name: tab });
  for (let step = 0; step < 5; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(target).toHaveAttribute('aria-selected', 'true');
}

async function typeInto(label: string, text: string): Promise<void> {
  await walkTo(page.getByRole('textbox', { name: label, exact: true }));
  await page.keyboard.type(text);
}

function countClicks() {
  const counted = { count: 0, on };
  return counted;

  async function on(target: Locator): Promise<void> {
    counted.count += 1;
    await target.click();
  }
}

function ask(path: string, data: object): Promise<void> {
  return post(page, path, data);
}
