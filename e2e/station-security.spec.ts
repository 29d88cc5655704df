import { expect, type Page, test } from 'playwright/test';
import { seriousViolations } from './look-at.ts';
import { type RunningProgram, startProgram } from './running-program.ts';

let program: RunningProgram;

test.beforeAll(async () => {
  program = await startProgram('--demo');
});

test.afterAll(async () => {
  await program.stop();
});

test('a person makes a station safer, step by step, and it stays connected', async ({ page }) => {
  await open(page, 'stations/DEMO-01?tab=details');
  await expect(page.locator('dd', { hasText: '0 · open, proves nothing' })).toBeVisible();
  await page.getByRole('button', { name: 'Have the station change' }).click();
  await expect(page.getByText('The station agreed and restarts.')).toBeVisible();
  await expect(page.locator('dd', { hasText: '1 · password' })).toBeVisible();

  await page.getByRole('button', { name: 'Have it ask for a certificate' }).click();
  await expect(page.getByText('Installed', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Ask the station' }).click();
  await page.getByRole('button', { name: 'Install the root of this site' }).click();
  await expect(page.getByText(/^Serial number [0-9a-f]{20,}/i).first()).toBeVisible();
  expect(await seriousViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('Revoked', { exact: true })).toBeVisible();
  await open(page, 'logbook?station=DEMO-01');
  await expect(page.getByText(/Certificate [0-9a-f]{32} revoked/)).toBeVisible();
});

test('the root certificate and those of this program are under the settings', async ({ page }) => {
  await open(page, 'settings#certificates');
  const part = page.locator('#certificates');
  await part.getByLabel('Further host names').fill('charging.example');
  await part.getByRole('button', { name: 'Renew now' }).click();
  await expect(part.getByText(/^charging\.example, /).first()).toBeVisible();
  const href = await part.getByRole('link', { name: 'ladehaus-ca.pem' }).getAttribute('href');
  const file = await page.request.get(new URL(href ?? '', program.uiUrl).href);
  expect(await file.text()).toContain('-----BEGIN CERTIFICATE-----');
});

async function open(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    localStorage.setItem('ladehaus-window', JSON.stringify({ state: { language: 'en' }, version: 1 }));
  });
  await page.goto(program.uiUrl + path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
