import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findOnPath } from './find-on-path.mjs';
import { installWithApt } from './install-with-apt.mjs';
import { inProject, isEntryPoint } from './project-folder.mjs';

const PROOF_TIMEOUT_MS = 30_000;
const DOWNLOAD_TIMEOUT_MS = 300_000;

/**
 * A Chromium or Chrome that was seen to work, installed if none is there.
 * @returns {string} path of the program
 * @throws with the three ways to provide one
 */
export function findBrowser() {
  const present = findInstalled();
  if (present !== undefined) return present;

  console.error('No Chromium found; asking Playwright for one …');
  spawnSync(process.execPath, [inProject('node_modules/playwright/cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  const downloaded = [chromium.executablePath()].find(works);
  if (downloaded !== undefined) return downloaded;

  const packaged = installWithApt(['chromium']) ? findInstalled() : undefined;
  if (packaged !== undefined) return packaged;
  throw new Error(
    'The browser tests need Chromium or Chrome. Install one (Debian: "apt-get install chromium"; elsewhere: ' +
      '"npx playwright install --with-deps chromium"), or set BROWSER_PATH to its program file.',
  );
}

function findInstalled() {
  const named = process.env.BROWSER_PATH;
  // A path somebody set on purpose is taken or refused, never silently replaced.
  if (named !== undefined && !works(named)) throw new Error(`BROWSER_PATH does not start: ${named}`);
  return [named, ...systemBrowsers(), chromium.executablePath()].find(works);
}

/** @returns {(string | undefined)[]} */
function systemBrowsers() {
  const programs = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined);
  return [
    ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'].map(
      (name) => findOnPath([name]),
    ),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.flatMap((folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]),
  ];
}

/**
 * Proves a browser by letting it render a page: a wrapper script without its browser exists, but does not work.
 * @param {string | undefined} program
 * @returns {program is string}
 */
function works(program) {
  if (program === undefined || !existsSync(program)) return false;
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', 'data:text/html,<p>proof</p>'];
  const result = spawnSync(program, args, { encoding: 'utf8', timeout: PROOF_TIMEOUT_MS });
  return result.status === 0 && result.stdout.includes('proof');
}

if (isEntryPoint(import.meta)) console.log(findBrowser());
