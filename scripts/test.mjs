// npm test: everything that is checked, on a machine where nothing was prepared.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { countPlaywright, countVitest, failedTests, summaryLine, sumUp } from './count-tests.mjs';
import { findBrowser } from './find-browser.mjs';
import { runNode } from './run-node.mjs';
import { runSteps } from './run-steps.mjs';
import { staticChecks } from './static-checks.mjs';

const reports = mkdtempSync(path.join(os.tmpdir(), 'ladehaus-test-'));
const vitestReport = path.join(reports, 'vitest.json');
const playwrightReport = path.join(reports, 'playwright.json');

// Compiling takes as long as all that is checked without it, and mostly one processor.
const addon = runNode('scripts/native-addon.mjs', []).then(
  (code) => code === 0,
  () => false,
);
const outcomes = await runSteps([
  ...staticChecks,
  { name: 'native add-on', run: () => addon },
  { name: 'tests', needs: ['native add-on'], run: runVitest },
  { name: 'build', run: done(buildAll) },
  { name: 'browser', run: done(() => Object.assign(process.env, { BROWSER_PATH: findBrowser() })) },
  { name: 'browser tests', needs: ['native add-on', 'build', 'browser'], run: runPlaywright },
]);

/** @type {import('./count-tests.mjs').VitestReport | undefined} */
const vitestOutcome = readReport(vitestReport);
const counts = new Map([
  ['tests', vitestOutcome && countVitest(vitestOutcome)],
  ['browser tests', countPlaywrightFile()],
]);
rmSync(reports, { recursive: true, force: true });

for (const { name, kind } of outcomes) {
  if (kind !== 'passed') console.log(`${name}: ${kind}`);
}
for (const name of vitestOutcome ? failedTests(vitestOutcome) : []) console.log(`failed: ${name}`);
const total = sumUp(
  outcomes.map(({ name, kind }) => ({ failed: kind !== 'passed', count: counts.get(name) })),
);
if (total.failed > 0) process.exitCode = 1;
console.log(summaryLine(total));

async function runVitest() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
  return (await runNode('node_modules/vitest/vitest.mjs', ['run', ...reporters])) === 0;
}

async function runPlaywright() {
  const code = await runNode('node_modules/playwright/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  });
  return code === 0;
}

function countPlaywrightFile() {
  const report = readReport(playwrightReport);
  return report === undefined ? undefined : countPlaywright(report);
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A runner that did not get as far as its report is counted as a failed step.
    return undefined;
  }
}

/**
 * A step that is done when it does not throw.
 * @param {() => unknown} work
 */
function done(work) {
  return async () => {
    await work();
    return true;
  };
}
