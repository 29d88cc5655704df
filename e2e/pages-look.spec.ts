import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from 'playwright/test';
import { type RunningProgram, startProgram } from './running-program.ts';

/** Every page of the demo site, as somebody sees it who reads German, likes it dark, or holds a phone. */
const PAGES = [
  '/',
  '/stations',
  '/stations/DEMO-01',
  '/stations/DEMO-01?tab=configuration',
  '/sessions',
  '/sessions/1',
  '/cards',
  '/templates',
  '/offline',
  '/logbook',
  '/settings',
  '/commissioning',
  '/commissioning?tab=messages',
];
const LANGUAGES = ['de', 'en'] as const;

let program: RunningProgram;

test.beforeAll(async () => {
  program = await startProgram('--demo');
});

test.afterAll(async () => {
  await program.stop();
});

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no page keeps anybody out (${language}, ${colorScheme})`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme });
      const page = await context.newPage();
      for (const path of PAGES) {
        await open(page, path, language);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect
          .soft(serious.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join(' ')}`))
          .toEqual([]);
        await page.screenshot({ path: `test-results/pages/${nameOf(path)}-${language}-${colorScheme}.png` });
      }
      await context.close();
    });
  }

  test(`no page scrolls sideways on a phone (${language})`, async ({ browser }) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    for (const path of PAGES) {
      await open(page, path, language);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(beyond, path).toBe(0);
      await page.screenshot({ path: `test-results/pages/${nameOf(path)}-${language}-phone.png` });
    }
    await page.close();
  });
}

test('the documentation of the API opens without anything from elsewhere', async ({ browser }) => {
  const page = await browser.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(program.uiUrl) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  await page.goto(`${program.uiUrl}api/v1/docs`);
  await expect(page.getByText('Sessions, newest first')).toBeVisible();
  expect(foreign).toEqual([]);
  await page.close();
});

test('the overview makes a picture for the README', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await open(page, '/', 'en');
  await expect(page.getByText('12 of 12 stations connected').first()).toBeVisible();
  // README_PICTURE=docs/overview.png takes it anew.
  await page.screenshot({ path: process.env.README_PICTURE ?? 'test-results/overview.png' });
  await page.close();
});

async function open(page: Page, path: string, language: (typeof LANGUAGES)[number]): Promise<void> {
  await page.addInitScript((chosen) => {
    localStorage.setItem('ladehaus-window', JSON.stringify({ state: { language: chosen }, version: 1 }));
  }, language);
  await page.goto(new URL(path, program.uiUrl).href);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  // Figures, not their place holders.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

function nameOf(path: string): string {
  return path === '/' ? 'overview' : path.slice(1).replace(/[/?=]/g, '-');
}
