// Never import 'electron' here: under Node that starts a download in the middle of the import.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project-folder.mjs';

const DOWNLOAD_TIMEOUT_MS = 600_000;

/**
 * @typedef {{ readonly kind: 'found'; readonly executable: string }
 *   | { readonly kind: 'impossible'; readonly reason: string }} ElectronOutcome
 */

/**
 * The Electron program for this machine, fetched once if necessary.
 * @returns {ElectronOutcome}
 */
export function findElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { kind: 'impossible', reason: 'no display (DISPLAY and WAYLAND_DISPLAY are unset)' };
  }
  const present = locate();
  if (present !== undefined) return { kind: 'found', executable: present };

  const installer = inProject('node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return { kind: 'impossible', reason: 'the electron package is not installed' };
  console.error('Fetching Electron for the desktop window (about 120 MB, once) …');
  const result = spawnSync(process.execPath, [installer], { encoding: 'utf8', timeout: DOWNLOAD_TIMEOUT_MS });
  const executable = locate();
  if (executable !== undefined) return { kind: 'found', executable };
  const cause = (result.stderr || String(result.error ?? '')).trim().split('\n')[0];
  return { kind: 'impossible', reason: `the Electron binary could not be downloaded (${cause})` };
}

/** @returns {string | undefined} */
function locate() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = override ?? inProject('node_modules', 'electron', 'dist');
  return [path.join(folder, executableName())].find((file) => existsSync(file));
}

/** As Electron's own installer names it. */
function executableName() {
  const note = inProject('node_modules', 'electron', 'path.txt');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
