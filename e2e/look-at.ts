import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page } from 'playwright/test';
import type { RunningProgram } from './running-program.ts';

export interface Reader {
  readonly name: string;
  readonly password: string;
  readonly language: 'de' | 'en';
}

/** A page on which somebody is signed in, in the language of that person. */
export async function readerPage(
  context: BrowserContext,
  program: RunningProgram,
  { name, password, language }: Reader,
): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript((chosen) => {
    localStorage.setItem('ladehaus-window', JSON.stringify({ state: { language: chosen }, version: 1 }));
  }, language);
  const data = { name, password };
  const answer = await page.request.post(new URL('/api/v1/sign-in', program.uiUrl).href, { data });
  expect(answer.ok()).toBe(true);
  return page;
}

/** Goes to a page and waits until figures are there, not their place holders. */
export async function openPage(page: Page, address: URL): Promise<void> {
  await page.goto(address.href);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: /Loading|Wird geladen/ })).toHaveCount(0);
}

/** What keeps somebody out who sees, hears or moves differently, with the places where it is. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** By how many pixels the page, or the panel beside the list, is wider than the window. */
export function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('aside > div')].map(
        (element) => element.scrollWidth - element.clientWidth,
      ),
    ),
  );
}
