import { defineConfig, devices } from 'playwright/test';

const browser = process.env.BROWSER_PATH;

/** Each spec starts a server of its own on a free port and a fresh data folder. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // While one browser draws, the other waits for its server.
  workers: 2,
  // A busy machine makes a browser miss its moment now and then: what fails twice, fails; the first is told as flaky.
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  // What is waited for comes within a second, but not on a machine that has much else to do.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    screenshot: 'only-on-failure',
    // A trace costs a sixth of the time; `--trace on` makes one.
    trace: 'off',
    launchOptions: browser === undefined ? {} : { executablePath: browser },
  },
  projects: [{ name: 'chromium' }],
});
