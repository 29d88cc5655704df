import { expect, test } from 'playwright/test';
import { type DemoPage, openDemoPage } from './demo-page.ts';
import { keepPicture } from './look-at.ts';

/** What the pages ask of the program is what every program can ask of it. */
let demo: DemoPage;

test.beforeAll(async ({ browser }) => {
  demo = await openDemoPage(browser, 5_000);
});

test.afterAll(() => demo.close());

const PAGES = [
  '/',
  '/stations/DEMO-01',
  '/sessions',
  '/cards',
  '/cards?tab=drivers',
  '/cards?tab=vehicles',
  '/cards?tab=groups',
  '/cards?tab=rules',
  '/templates',
  '/offline',
  '/logbook',
  '/erp',
  '/erp?tab=webhooks',
  '/erp?tab=issuers',
  '/erp?tab=requests',
  '/erp?tab=docs',
  '/settings',
];

test('every request of every page is in the OpenAPI document', async () => {
  const { page } = demo;
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.add(`${request.method().toLowerCase()} ${pathname}`);
  });
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  }
  const { paths } = await (await page.request.get('/api/v1/openapi.json')).json();
  const documented = Object.entries<Record<string, unknown>>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => new RegExp(`^${method} ${path.replace(/\{\w+\}/g, '[^/]+')}$`)),
  );
  const unknown = [...asked].filter((request) => !documented.some((one) => one.test(request)));
  expect(unknown).toEqual([]);
  expect(asked.size).toBeGreaterThan(10);
});

test('what was just done is copied as a request', async () => {
  const { page } = demo;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/logbook');
  await page.getByLabel('Note').fill("Seen by the electrician's mate");
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Copy as API request' }).click();
  await page.getByRole('button', { name: 'Copy: POST /api/v1/logbook' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`curl -X POST '${demo.program.uiUrl}api/v1/logbook'`);
  expect(copied).toContain(`"text": "Seen by the electrician'\\''s mate"`);
  await keepPicture(page, 'sent-requests');
});
