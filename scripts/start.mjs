// npm start: the desktop window where one can be had, else the same program without a window.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildAll } from './build.mjs';
import { findElectron } from './find-electron.mjs';
import { ensureNativeAddon } from './native-addon.mjs';
import { inProject, projectFolder } from './project-folder.mjs';

/** An Electron that ends with an error this early never showed a window: libraries or a sandbox are missing. */
const STILLBORN_MS = 10_000;
/** The program's own refusals (a taken port, a damaged database) have these exit codes; trying again is no use. */
const OWN_EXIT_CODES = { first: 64, last: 78 };

const args = process.argv.slice(2);
ensureNativeAddon();
await buildAll();

const electron = args.includes('--headless')
  ? { kind: /** @type {const} */ ('impossible'), reason: 'asked for with --headless' }
  : findElectron();

switch (electron.kind) {
  case 'found':
    await startDesktop(electron.executable);
    break;
  case 'impossible':
    await startHeadless(electron.reason);
    break;
}

/** @param {string} executable */
async function startDesktop(executable) {
  // Chromium refuses to sandbox for root, which only containers and test machines have.
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const startedAt = performance.now();
  // Behind `--` Chromium looks for none of its own switches, of which --headless would be one.
  const ended = await run(executable, ['.', ...rootOnly, '--', ...args]);
  if (performance.now() - startedAt < STILLBORN_MS && isStillborn(ended)) {
    await startHeadless(`Electron ended at once (${describeEnd(ended)})`);
  } else {
    process.exitCode = ended.code ?? 1;
  }
}

/** @param {string} reason */
async function startHeadless(reason) {
  console.error(`Without a window: ${reason}. The same pages are served to your browser.`);
  const ended = await run(process.execPath, [...nodeArguments(), 'dist/server/main.js', ...args]);
  process.exitCode = ended.code ?? 1;
}

/**
 * @typedef {{ readonly code: number | null; readonly signal: string | null; readonly error?: Error }} Ended
 * @param {string} program
 * @param {readonly string[]} programArgs
 * @returns {Promise<Ended>}
 */
function run(program, programArgs) {
  return new Promise((resolve) => {
    const child = spawn(program, programArgs, { cwd: projectFolder, stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.on(signal, () => child.kill(signal));
    }
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}

/** @param {Ended} ended */
function isStillborn({ code, signal, error }) {
  if (error !== undefined) return true;
  if (signal !== null) return signal !== 'SIGINT' && signal !== 'SIGTERM';
  return code !== null && code !== 0 && (code < OWN_EXIT_CODES.first || code > OWN_EXIT_CODES.last);
}

/** @param {Ended} ended */
function describeEnd({ code, signal, error }) {
  return error?.message ?? signal ?? `exit code ${code}`;
}

/**
 * How Node is to run the server. Each message leaves some kilobytes of garbage behind; with the usual young
 * generation of 16 MB a busy site spends a fifth of its time collecting it again and again.
 * @returns {readonly string[]}
 */
function nodeArguments() {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8')).config.nodeArguments.split(' ');
}
