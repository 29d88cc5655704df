import { expect, type FileChooser, type Page, test } from 'playwright/test';
import { ENGLISH_SITE, GERMAN_SITE, OWNER, post } from './found-site.ts';
import { lookAtPlace, openPage, readerPage, seriousViolations } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';
import { tabTo } from './tariff-by-keyboard.ts';

/** Tariffs that another program has written out, in the form of OCPI. */
test.describe.configure({ timeout: 180_000 });

const DAY_AND_NIGHT = {
  ...{ country_code: 'DE', party_id: 'HAB', id: 'T-12', currency: 'EUR', tax_included: 'YES' },
  ...{ type: 'PROFILE_CHEAP', end_date_time: '2026-12-31T23:00:00Z' },
  tariff_alt_text: [
    { language: 'de', text: 'Tag und Nacht am Hof' },
    { language: 'en', text: 'Day and night at the yard' },
  ],
  elements: [
    {
      price_components: [{ type: 'ENERGY', price: 0.39, vat: 19, step_size: 1 }],
      restrictions: { start_time: '22:00', end_time: '06:00' },
    },
    { price_components: [{ type: 'ENERGY', price: 0.3, vat: 19 }], restrictions: { max_soc: 80 } },
    { price_components: [{ type: 'TIME', price: 2, vat: 19 }], restrictions: { min_current: 32 } },
    {
      price_components: [
        { type: 'ENERGY', price: 0.52, vat: 19, step_size: 100 },
        { type: 'PARKING_TIME', price: 6, vat: 19, step_size: 300 },
        { type: 'FLAT', price: 0.5, vat: 19 },
      ],
    },
  ],
  last_updated: '2026-11-01T08:00:00Z',
};

const PLAIN = {
  ...{ id: 'T-13', currency: 'EUR', tax_included: 'YES' },
  elements: [{ price_components: [{ type: 'ENERGY', price: 0.45, vat: 19, step_size: 1 }] }],
};

const ANSWER = {
  status_code: 1000,
  data: [DAY_AND_NIGHT, PLAIN, { id: 'T-14', currency: 'EUR', elements: [] }],
};

let program: RunningProgram;

test.afterEach(() => program.stop());

test('of a file the tariff that is meant is picked, named and edited, by keyboard alone', async ({
  browser,
}) => {
  program = await startProgram();
  const page = await browser.newPage({ baseURL: program.uiUrl, viewport: { width: 1440, height: 900 } });
  const choose = fileChooser(page);
  await post(page, 'setup', ENGLISH_SITE);
  await page.goto('/tariffs');

  await tabTo(page, page.getByRole('button', { name: /^From a file/ }));
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Tariff from a file' });
  await expect(panel).toBeFocused();

  await choose('photo.json', 'no picture');
  await expect(panel.getByRole('alert')).toContainText('“photo.json” is no JSON');
  await choose('location.json', JSON.stringify({ id: 'LOC1', evses: [] }));
  await expect(panel.getByRole('alert')).toContainText('elements is missing.');

  await choose('tariffs.json', JSON.stringify(ANSWER));
  await expect(panel.getByRole('status')).toHaveText('2 tariffs in “tariffs.json”.');
  await expect(panel).toContainText('Tariff T-14: data[2].elements holds nothing that could be paid for.');
  await expect(panel).toContainText('daily 22:00–06:00');
  await expect(panel.getByRole('listitem').filter({ hasText: 'Nothing is billed in blocks' })).toContainText(
    'element 4, energy: blocks of 0.1 kWh · element 4, standing time: blocks of 5 min',
  );
  await expect(panel).toContainText('a condition that OCPI does not know: max_soc');
  expect(await seriousViolations(page)).toEqual([]);

  await tabTo(page, panel.getByRole('radio', { name: 'Tariff T-12' }));
  await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('radio', { name: 'Tariff T-13' })).toBeChecked();
  await expect(panel).toContainText('Nothing is left out');
  await page.keyboard.press('ArrowUp');
  await expect(panel).toContainText('daily 22:00–06:00');

  const name = panel.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveValue('Tariff T-12');
  await tabTo(page, name);
  await page.keyboard.press('End');
  await page.keyboard.type(' yard');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/tariffs\/\d+$/);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Tariff T-12 yard');
  await expect(page.getByRole('textbox', { name: 'Text for drivers' })).toHaveValue(
    'Day and night at the yard',
  );
  await expect(page.getByRole('button', { name: /daily 22:00–06:00 €0.39\/kWh/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /daily 06:00–22:00 €0.52\/kWh/ })).toBeVisible();
  await page.close();
});

for (const language of ['de', 'en'] as const)
  test(`a tariff from a file keeps nobody out, and is not wider than a phone (${language})`, async ({
    browser,
  }) => {
    program = await startProgram();
    const context = await browser.newContext({ baseURL: program.uiUrl });
    const first = await context.newPage();
    await post(first, 'setup', language === 'de' ? GERMAN_SITE : ENGLISH_SITE);
    await first.close();
    const page = await readerPage(context, program, { ...OWNER, language });
    await openPage(page, new URL('/tariffs', program.uiUrl));
    await lookAtPlace(page, 'tariff-choices', language);
    await openPage(page, new URL('/tariffs?tariff=%22new%22&start=file', program.uiUrl));
    await lookAtPlace(page, 'tariff-file', language);
    await page.locator('input[type="file"]').setInputFiles({
      name: 'tarife.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(ANSWER)),
    });
    await expect(page.getByText(/tarife.json/)).toBeVisible();
    await lookAtPlace(page, 'tariff-from-file', language);
    await context.close();
  });

/** Chooses a file by keyboard. It listens from the start: to begin with the key press may be too late. */
function fileChooser(page: Page): (name: string, text: string) => Promise<void> {
  const waiting: ((chooser: FileChooser) => void)[] = [];
  page.on('filechooser', (chooser) => waiting.shift()?.(chooser));
  return async (name, text) => {
    await tabTo(page, page.getByRole('button', { name: 'Choose file' }));
    const chooser = new Promise<FileChooser>((resolve) => waiting.push(resolve));
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  };
}
