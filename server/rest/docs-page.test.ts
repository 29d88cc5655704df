import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRestClient } from '../testing/rest-client.ts';
import { startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  chromium.executablePath(),
].find((path) => existsSync(path));

test('every file of the documentation page comes from here, under a policy that allows nothing else', async () => {
  const stranger = createRestClient(site.server.uiUrl);
  const page = await stranger.send('GET', '/api/v1/docs');
  expect(page.status).toBe(200);
  const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, link = '']) => new URL(link, `${site.server.uiUrl}api/v1/docs`),
  );
  expect(links.length).toBeGreaterThan(3);
  for (const { origin, pathname } of links) {
    expect(`${origin}/`).toBe(site.server.uiUrl);
    expect((await stranger.send('GET', pathname)).status, pathname).toBe(200);
  }
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).not.toMatch(/https?:|unsafe-eval/);
});

// Where everything is tested there must be a browser.
test.skipIf(CHROMIUM === undefined && process.env.CI === undefined)(
  'a browser without a network shows the documentation, and tries a route',
  async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
    try {
      const context = await browser.newContext();
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(site.server.uiUrl) && !request.url().startsWith('data:'))
          problems.push(request.url());
      });
      await page.goto(`${site.server.uiUrl}api/v1/docs`);
      await page.getByText('What runs here, and who is signed in').waitFor();
      await page.getByText('What runs here, and who is signed in').click();
      await page.getByRole('button', { name: 'Try it out' }).click();
      await page.getByRole('button', { name: 'Execute' }).click();
      await page.getByText('"product": "Ladehaus"').first().waitFor();
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
