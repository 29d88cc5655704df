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

/** The theme changes colours and nothing else: in the dark only what is about colours can be otherwise. */
const RULES = { light: null, dark: ['color-contrast', 'link-in-text-block'] } as const;
const THEMES = ['light', 'dark'] as const;
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
    // Colours speak every language: in the dark one is enough.
    await lookAtPlace(page, `${nameOf(path)}-${language}`, language === 'de' ? THEMES : ['light']);
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

/** The same for what is open already. */
export async function lookAtPlace(
  page: Page,
  name: string,
  themes: readonly (keyof typeof RULES)[] = THEMES,
): Promise<void> {
  await page.setViewportSize(WIDE);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await drawn(page, colorScheme);
    expect.soft(await seriousViolations(page, RULES[colorScheme]), `${name} ${colorScheme}`).toEqual([]);
    await keepPicture(page, `${name}-${colorScheme}`);
  }
  await page.setViewportSize(PHONE);
  // What has its width from a script follows the window a moment later.
  await expect.soft.poll(() => widthBeyond(page), { message: `${name} on a phone` }).toBe(0);
  await keepPicture(page, `${name}-phone`);
  await page.setViewportSize(WIDE);
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

/** What keeps somebody out who sees, hears or moves differently, with the places where it is. */
export async function seriousViolations(
  page: Page,
  rules: readonly string[] | null = null,
): Promise<readonly string[]> {
  // There are no frames of others; without them it needs no page of its own to put results together.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  if (rules !== null) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
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
