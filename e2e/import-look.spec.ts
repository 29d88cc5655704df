import { expect, type Page, test } from 'playwright/test';
import { damagedCards } from './damaged-cards.ts';
import { GERMAN_SITE, OWNER, post } from './found-site.ts';
import { lookAtPlace, readerPage } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Every step of the import, as somebody sees it who reads German, likes it dark, or holds a phone. */

let program: RunningProgram;

// Five steps, each with all rules of axe.
test.setTimeout(180_000);

test.beforeAll(async ({ browser }) => {
  program = await startProgram();
  const page = await browser.newPage({ baseURL: program.uiUrl });
  await post(page, 'setup', GERMAN_SITE);
  await post(page, 'tenants', { name: 'Stadtreinigung', parentId: 1, kind: 'company' });
  await page.close();
});

test.afterAll(() => program.stop());

for (const language of ['de', 'en'] as const)
  test(`no step keeps anybody out, or is wider than a phone (${language})`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await readerPage(context, program, { ...OWNER, language });
    await walk(page, (step) => lookAtPlace(page, `import-${step}`, language));
    await context.close();
  });

/** Through all steps and back: what was imported for one is taken back before the next. */
async function walk(page: Page, look: (step: string) => Promise<void>): Promise<void> {
  await page.goto(new URL('/import/cards', program.uiUrl).href);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await look('file');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'Kartenliste Stadtreinigung Fuhrpark Mitte 2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(damagedCards()),
  });
  await expect(page.getByRole('combobox').nth(1)).toBeVisible();
  await look('columns');
  await page.getByRole('button', { name: /^(Zeilen prüfen|Check rows)$/ }).click();
  await expect(page.locator('tbody tr[data-verdict="error"]').first()).toBeVisible();
  await page.getByRole('grid').focus();
  await look('check');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('tbody input')).toBeFocused();
  await look('edit');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^(491 Zeilen importieren|Import 491 rows)$/ }).click();
  const undo = page.getByRole('button', { name: /^(Diesen Import rückgängig machen|Undo this import)$/ });
  await expect(undo).toBeVisible();
  await look('done');
  await undo.click();
  await expect(undo).toHaveCount(0);
  await look('undone');
}
