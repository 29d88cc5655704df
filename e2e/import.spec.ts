import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { DAMAGED, damagedCards } from './damaged-cards.ts';
import { ENGLISH_SITE, post } from './found-site.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Lists that come in from elsewhere, as somebody brings them who has them in Excel. */
test.describe.configure({ mode: 'serial' });

let program: RunningProgram;
let page: Page;

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const context = await browser.newContext({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await post(page, 'setup', ENGLISH_SITE);
});

test.afterAll(async () => {
  await page.context().close();
  await program.stop();
});

test('of 500 cards the nine damaged ones are caught and nothing else, and are put right in place', async () => {
  await page.goto('/cards');
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByLabel('Choose file').setInputFiles({
    name: 'cards.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(damagedCards()),
  });
  await expect(page.getByText('cards.csv · 500 rows · UTF-8 · semicolon · header on line 1')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Column “UID” is' })).toHaveValue('Card number *');
  await page.getByRole('button', { name: 'Check rows' }).click();

  await expect(chip('Error')).toHaveText('Error9');
  await expect(chip('New')).toHaveText('New491');
  for (const { line, words, suggestion } of DAMAGED) {
    await expect(row(line)).toContainText(words);
    if (suggestion !== null) await expect(row(line)).toContainText(`Take “${suggestion}”`);
  }
  await expect(page.locator('tbody tr[data-index]')).toHaveCount(DAMAGED.length);

  // One by its button, the rest at once; what has none is typed or left out.
  await row(67).getByRole('button', { name: 'Take “04A2B8C1”' }).click();
  await expect(chip('Error')).toHaveText('Error8');
  await page.getByRole('button', { name: 'Take all suggestions' }).click();
  await expect(page.getByText('Suggestions taken in 4 rows.')).toBeVisible();
  await expect(chip('Error')).toHaveText('Error4');
  await cell(290, 'uid').click();
  await cell(290, 'uid').click();
  await page.getByRole('textbox', { name: 'Card number, line 290' }).fill('04D1D2D3');
  await page.keyboard.press('Enter');
  await expect(chip('Error')).toHaveText('Error3');
  for (const [index, line] of [12, 178].entries()) {
    await row(line).getByRole('button', { name: 'Leave out' }).click();
    await expect(chip('Left out')).toHaveText(`Left out${index + 1}`);
  }
  await expect(page.getByText('1 row with an error stays behind.')).toBeVisible();

  await page.getByRole('button', { name: 'Import 497 rows' }).click();
  await expect(page.getByText('497 rows imported.')).toBeVisible();
  await expect(page.getByText('497 new, 1 with errors, 2 left out')).toBeVisible();
  const left = await download(page.getByRole('link', { name: 'Rows with errors (CSV)' }));
  expect(left.toString('utf8')).toContain('233;Row 11 has the same number');
  expect(await cardCount()).toBe(497);
});

test('an import is taken back, and what somebody has touched stays and is named', async () => {
  const found = (await (await page.request.get('/api/v1/cards?search=04A2B8C2')).json()).items;
  const { id } = found.find(({ uid }: { readonly uid: string }) => uid === '04A2B8C2');
  const touched = await page.request.patch(`/api/v1/cards/${id}`, { data: { label: 'by hand' } });
  expect(touched.ok()).toBe(true);
  await page.getByRole('link', { name: 'To the cards' }).click();
  await page.getByRole('textbox', { name: 'Holder, number or label' }).fill('Jörg');
  await expect(page.getByRole('row', { name: /Jörg Müller/ })).toBeVisible();
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  const sure = page.getByRole('dialog', { name: 'Undo this import?' });
  await sure.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('Line 345, 04A2B8C2: somebody has changed it since')).toBeVisible();
  await expect(page.getByText(/Undone by M. Weber/)).toBeVisible();
  expect(await cardCount()).toBe(1);
});

test('by keyboard alone: cells from Excel are pasted, put right, imported and taken back', async () => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.locator('[role=dialog] input')).toBeFocused();
  await page.keyboard.type('Import vehicles');
  await expect(page.getByRole('dialog').getByText('Import vehicles').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Import vehicles' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      'Kennzeichen\tBatterie\tGruppe\r\nB-LH 1\t77 kWh\tFleet\r\nB-LH 2\t77000\tFleet\r\nB-LH 3\tgross\tFleet\r\n',
    ),
  );
  await page.keyboard.press('Control+v');
  await expect(page.getByText('Pasted · 3 rows · UTF-8 · tab · header on line 1')).toBeVisible();
  await walkTo(page.getByRole('button', { name: 'Check rows' }));
  await page.keyboard.press('Enter');
  await expect(chip('Error')).toHaveText('Error3');
  await walkTo(page.getByRole('grid', { name: 'Rows of the file' }));
  // The second row: its suggestion. The third: typed, left, typed again. Then the groups.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('Line 3, Battery (kWh): 77', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Battery (kWh), line 4' })).toBeFocused();
  await page.keyboard.type('80');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Battery (kWh), line 4' })).toHaveValue('gross');
  await page.keyboard.type('81');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(chip('Left out')).toHaveText('Left out1');
  await page.keyboard.press('Control+z');
  await expect(chip('Left out')).toHaveText('Left out0');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await walkTo(page.getByRole('button', { name: 'Back' }));
  await page.keyboard.press('Enter');
  await walkTo(page.getByRole('checkbox', { name: 'Create groups that do not exist yet' }));
  await page.keyboard.press('Space');
  await walkTo(page.getByRole('button', { name: 'Check rows' }));
  await page.keyboard.press('Enter');
  await expect(chip('New')).toHaveText('New3');
  await walkTo(page.getByRole('button', { name: 'Import 3 rows' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 rows imported.')).toBeVisible();
  await walkTo(page.getByRole('button', { name: 'Undo this import' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/records, with what belongs to them, are as they were before/)).toBeVisible();
  expect((await (await page.request.get('/api/v1/vehicles')).json()).items).toEqual([]);
});

test('what is exported comes back unchanged, and what was edited shows old and new', async () => {
  for (const uid of ['04AABB01', '04AABB02'])
    await page.request.post('/api/v1/cards', { data: { uid, holder: 'Pool', label: `No. ${uid.at(-1)}` } });
  await page.goto('/cards');
  await page.getByRole('button', { name: 'Export' }).click();
  const xlsx = await download(page.getByRole('menuitem', { name: 'Excel (XLSX)' }));
  await take({ name: 'cards.xlsx', mimeType: '', buffer: xlsx });
  await page.getByRole('button', { name: 'Check rows' }).click();
  await expect(chip('Unchanged')).toHaveText(`Unchanged${await cardCount()}`);
  await expect(page.getByRole('button', { name: 'Import 0 rows' })).toBeDisabled();

  await page.goto('/cards');
  await page.getByRole('button', { name: 'Export' }).click();
  const csv = await download(page.getByRole('menuitem', { name: 'CSV', exact: true }));
  const edited = csv.toString('utf8').replace('No. 2', 'No. 22');
  await take({ name: 'cards.csv', mimeType: 'text/csv', buffer: Buffer.from(edited) });
  await page.getByRole('button', { name: 'Check rows' }).click();
  await chip('Changed').click();
  await expect(page.locator('tbody tr[data-index]')).toHaveCount(1);
  await expect(page.locator('tbody del')).toHaveText('No. 2');
  await expect(page.locator('tbody ins')).toHaveText('No. 22');
});

test('work on a file outlives a look elsewhere and a reload', async () => {
  await take({ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from('UID\n4A2B8D1\n04A2B8D2\n') });
  await page.getByRole('button', { name: 'Check rows' }).click();
  await page.getByRole('button', { name: 'Take “04A2B8D1”' }).click();
  await expect(chip('New')).toHaveText('New2');
  await page.goto('/stations');
  await page.goBack();
  await expect(chip('New')).toHaveText('New2');
  await page.reload();
  await expect(chip('New')).toHaveText('New2');
});

test('a file that is none says so, and the wizard stays where it is', async () => {
  await page.goto('/import/cards');
  await page.getByLabel('Choose file').setInputFiles({
    name: 'old.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
  });
  await expect(page.getByRole('alert')).toContainText('Save it as CSV or XLSX');
  await page.getByLabel('Choose file').setInputFiles({
    name: 'huge.csv',
    mimeType: 'text/csv',
    buffer: Buffer.alloc(5_000_001, 'a'),
  });
  await expect(page.getByRole('alert')).toContainText('“huge.csv” is larger than 5 MB');
});

test('a technician brings in stations, and is offered no import of cards', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: program.uiUrl, locale: 'en-GB' });
  const answer = await page.request.post('/api/v1/people', {
    data: { name: 'Ben Adler', tenantId: 1, grants: [{ tenantId: 1, role: 'technician' }] },
  });
  const { startPassword } = await answer.json();
  const theirs = await context.newPage();
  await theirs.request.post('/api/v1/sign-in', { data: { name: 'Ben Adler', password: startPassword } });
  const own = { current: startPassword, next: 'five words in a row' };
  expect((await theirs.request.post('/api/v1/password', { data: own })).ok()).toBe(true);
  await theirs.goto('/cards');
  await expect(theirs.getByRole('button', { name: 'Export' })).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Import' })).toHaveCount(0);
  await theirs.goto('/stations');
  await theirs.getByRole('link', { name: 'Import' }).click();
  await expect(theirs.getByRole('heading', { name: 'Import stations' })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Cards' })).toHaveCount(0);
  await context.close();
});

async function take(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }) {
  await page.goto('/import/cards');
  await page.getByLabel('Choose file').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Which column is what?' })).toBeVisible({ timeout: 20_000 });
}

/** A row by its line in the file. */
function row(line: number): Locator {
  return page
    .locator('tbody tr[data-index]')
    .filter({ has: page.locator('th', { hasText: new RegExp(`^${line}$`) }) });
}

function cell(line: number, field: 'uid'): Locator {
  return row(line).locator('td').nth({ uid: 1 }[field]);
}

function chip(name: string): Locator {
  return page
    .getByRole('group', { name: 'Which rows are shown' })
    .getByRole('button', { name: new RegExp(`^${name}`) });
}

async function download(link: Locator): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await file.path());
}

async function cardCount(): Promise<number> {
  let count = 0;
  let cursor = '';
  do {
    const query = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { items, next } = await (await page.request.get(`/api/v1/cards?limit=200${query}`)).json();
    count += items.length;
    cursor = next ?? '';
  } while (cursor !== '');
  return count;
}

/** By the tab key alone; fails when it leads round without getting there. */
async function walkTo(target: Locator): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tab key does not lead to ${String(target)}`);
}
