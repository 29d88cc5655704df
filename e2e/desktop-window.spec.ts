import { expect, test } from 'playwright/test';
import { type RunningProgram, startProgram } from './running-program.ts';

/** The page as the desktop's window shows it, with the bridge that the preload script puts there. */
let program: RunningProgram;

test.beforeAll(async () => {
  program = await startProgram('--demo');
});

test.afterAll(async () => {
  await program.stop();
});

test('menu and title bar follow the page, and a saved file is one click away', async ({ browser }) => {
  const page = await browser.newPage({ baseURL: program.uiUrl, locale: 'en-GB' });
  const asked: unknown[] = [];
  await page.exposeFunction('asked', (what: unknown) => asked.push(what));
  await page.addInitScript(`
    let listener;
    window.ladehaus = {
      followPage: async (look) => asked(look),
      openDataFolder: async () => { asked('data folder'); return false; },
      showSavedFile: async (id) => asked(id),
      onFileSaved: (heard) => { listener = heard; return () => {}; },
    };
    window.saveFile = () => listener({ id: '7', fileName: 'sessions.csv' });
  `);
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Display' }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await page.getByRole('menuitemradio', { name: 'Dunkel' }).click();
  await expect.poll(() => asked.at(-1)).toEqual({ language: 'de', appearance: 'dark' });
  await page.keyboard.press('Escape');
  await page.evaluate('saveFile()');
  await expect(page.getByText('sessions.csv gespeichert')).toBeVisible();
  await page.getByRole('button', { name: 'Im Ordner zeigen' }).click();
  await expect.poll(() => asked.at(-1)).toBe('7');
  await page.getByRole('button', { name: 'Datenordner öffnen' }).click();
  await expect(page.getByText('Dieser Computer hat kein Programm, das Ordner zeigt.')).toBeVisible();
  await page.close();
});
