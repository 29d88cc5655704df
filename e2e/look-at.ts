import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { type BrowserContext, expect, type Page } from 'playwright/test';
import type { RunningProgram } from './running-program.ts';

declare global {
  interface Window {
    readonly axe: Pick<typeof axe, 'run'>;
  }
}

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
  await speak(page, language);
  const data = { name, password };
  const answer = await page.request.post(new URL('/api/v1/sign-in', program.uiUrl).href, { data });
  expect(answer.ok()).toBe(true);
  return page;
}

/** Has every page that is opened from now on in a language. */
export async function speak(page: Page, language: Reader['language']): Promise<void> {
  await page.addInitScript((chosen) => {
    localStorage.setItem('ladehaus-window', JSON.stringify({ state: { language: chosen }, version: 1 }));
  }, language);
}

/** Goes to a page and waits until figures are there, not their place holders. */
export async function openPage(page: Page, address: URL): Promise<void> {
  await page.goto(address.href);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: /Loading|Wird geladen/ })).toHaveCount(0);
}

const COLOURS = ['color-contrast', 'link-in-text-block'];
/**
 * How a place is looked at in a language. The theme changes colours and nothing else; colours speak every language,
 * so that in English only what has words is looked at again.
 */
const LOOKS = {
  de: [
    { theme: 'light', rules: {} },
    { theme: 'dark', rules: { runOnly: COLOURS } },
  ],
  en: [
    { theme: 'light', rules: { rules: Object.fromEntries(COLOURS.map((id) => [id, { enabled: false }])) } },
  ],
} as const;
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/**
 * Looks at each place as somebody sees it who likes it light or dark, or holds a phone: axe finds nothing serious,
 * and nothing is wider than the window.
 */
export async function lookAtPlaces(
  page: Page,
  {
    program,
    paths,
    language,
  }: {
    readonly program: RunningProgram;
    readonly paths: readonly string[];
    readonly language: Reader['language'];
  },
): Promise<void> {
  for (const path of paths) {
    await openPage(page, new URL(path, program.uiUrl));
    await lookAtPlace(page, nameOf(path), language);
  }
}

/** How the pictures of a place are called; a client goes by another id in every run. */
function nameOf(path: string): string {
  if (path === '/') return 'overview';
  return path
    .slice(1)
    .replace(/[0-9a-f]{16}/, 'client')
    .replace(/[/?=&#]+/g, '-');
}

/** The same for what is open already. Where there is no language, one is all there is to see. */
export async function lookAtPlace(page: Page, name: string, language?: Reader['language']): Promise<void> {
  const place = language === undefined ? name : `${name}-${language}`;
  await page.setViewportSize(WIDE);
  for (const { theme, rules } of await looksAt(page, language ?? 'de')) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await drawn(page, theme);
    expect.soft(await seriousViolations(page, rules), `${place} ${theme}`).toEqual([]);
    await keepPicture(page, `${place}-${theme}`);
  }
  await page.setViewportSize(PHONE);
  // What has its width from a script follows the window a moment later.
  await expect.soft.poll(() => widthBeyond(page), { message: `${place} on a phone` }).toBe(0);
  await keepPicture(page, `${place}-phone`);
  await page.setViewportSize(WIDE);
}

/** First in the theme in which the page is open: to change all colours takes longer than to look at them. */
async function looksAt(page: Page, language: Reader['language']) {
  const current = await page.locator('html').getAttribute('data-mantine-color-scheme');
  return LOOKS[language].toSorted((a, b) => Number(b.theme === current) - Number(a.theme === current));
}

/** Halfway from light to dark there is no contrast to be measured: waits until the page is drawn as it stays. */
async function drawn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  // Without a graphics card a page of many cells takes its time to change all colours.
  const themed = page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`);
  await expect(themed).toBeAttached({ timeout: 40_000 });
  await page.evaluate(async () => {
    // A colour that fades begins to do so with the next picture.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished),
    );
  });
}

/** A picture for people to look at, if PICTURES is set: without a graphics card hundreds of them take minutes. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== undefined) await page.screenshot({ path: `test-results/pages/${name}.png` });
}

const axeCore = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps somebody out who sees, hears or moves differently, with the places where it is. */
export async function seriousViolations(page: Page, rules: axe.RunOptions = {}): Promise<readonly string[]> {
  // It is long: a page that has read it once need not do so again.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore);
  return page.evaluate(async (options) => {
    // What is just fading in has no contrast yet.
    const fading = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(fading.map(({ finished }) => finished));
    const { violations } = await window.axe.run(document, { ...options, resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}

/** By how many pixels the page, or the panel beside the list, is wider than the window. */
export function widthBeyond(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll('main, main > div, aside > div')].map(
        (element) => element.scrollWidth - element.clientWidth,
      ),
    ),
  );
}
