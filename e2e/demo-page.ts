import type { Browser, Page } from 'playwright/test';
import { type RunningProgram, startProgram } from './running-program.ts';

/** A demo site with one window open on it. */
export interface DemoPage {
  readonly program: RunningProgram;
  readonly page: Page;
  close(): Promise<void>;
}

/** Starts the demo and opens a wide English window; `timeoutMs` is how long it waits for anything. */
export async function openDemoPage(browser: Browser, timeoutMs: number): Promise<DemoPage> {
  const program = await startProgram('--demo');
  const page = await browser.newPage({
    baseURL: program.uiUrl,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  page.setDefaultTimeout(timeoutMs);
  return {
    program,
    page,
    async close() {
      await page.close();
      await program.stop();
    },
  };
}
