import { expect, test } from 'playwright/test';
import { lookAtPlaces, openPage, speak } from './look-at.ts';
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
  '/desk',
  '/own',
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

test.setTimeout(300_000);

// First: later a station of the demo may just be away for a moment.
test('the overview makes a picture for the README', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await speak(page, 'en');
  await openPage(page, new URL(program.uiUrl));
  await expect(page.getByText('12 of 12 stations connected').first()).toBeVisible();
  // README_PICTURE=docs/overview.png takes it anew.
  await page.screenshot({ path: process.env.README_PICTURE ?? 'test-results/overview.png' });
  await page.close();
});

for (const language of LANGUAGES)
  test(`no page keeps anybody out, or is wider than a phone (${language})`, async ({ browser }) => {
    const page = await browser.newPage();
    await speak(page, language);
    await lookAtPlaces(page, { program, paths: PAGES, language });
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.close();
  });

test('the documentation of the API opens without anything from elsewhere', async ({ browser }) => {
  const page = await browser.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(program.uiUrl) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  await page.goto(`${program.uiUrl}api/v1/docs`);
  await expect(page.getByText('What runs here, and who is signed in')).toBeVisible();
  // Only what is near the window is drawn.
  await expect(async () => {
    await page.mouse.wheel(0, 600);
    await expect(page.getByText('Sessions, newest first')).toBeVisible({ timeout: 300 });
  }).toPass({ timeout: 30_000 });
  expect(foreign).toEqual([]);
  await page.close();
});
