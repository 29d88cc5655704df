// Installation scripts are switched off (.npmrc), so the first command that needs SQLite makes its add-on.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installWithApt } from './install-with-apt.mjs';
import { inProject, isEntryPoint, projectFolder } from './project-folder.mjs';

/** N-API 6 runs on every Node from 14 and in Electron; higher ones crash Node 20 when built with Node 24. */
const NAPI_VERSION = '6';
const PREBUILD_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 300_000;
const COMPILE_TIMEOUT_MS = 900_000;

/**
 * Makes sure that sqlite3's native add-on loads: prebuilt if it can be had, else compiled.
 * @throws with what to install when neither works
 */
export function ensureNativeAddon() {
  if (addonLoads()) return;

  console.error('sqlite3: looking for a prebuilt add-on …');
  const prebuilt = runPackaged({
    script: 'prebuild-install/bin.js',
    args: ['-r', 'napi'],
    timeoutMs: PREBUILD_TIMEOUT_MS,
  });
  if (prebuilt.status === 0 && addonLoads()) return;

  console.error(`sqlite3: none (${lastLine(prebuilt.stderr)}); compiling, about a minute …`);
  const headers = findHeaders() ?? downloadHeaders();
  let compiled = compile(headers);
  if (compiled.status !== 0 && installWithApt(['build-essential', 'python3'])) {
    compiled = compile(headers);
  }
  if (compiled.status === 0 && addonLoads()) return;

  throw new Error(
    `${compiled.stderr.split('\n').slice(-25).join('\n')}\n` +
      'sqlite3 could not be built. It needs a C++ compiler and Python 3: on Debian and Ubuntu ' +
      '"apt-get install build-essential python3", on macOS "xcode-select --install", on Windows the ' +
      '"Desktop development with C++" workload of the Visual Studio Build Tools. Then try again.',
  );
}

/**
 * Puts the add-on of a computer to be packed for in place.
 * @param {{ readonly platform: string; readonly arch: string }} target in Node's words
 * @throws where no prebuilt one can be had for a foreign computer: pack on one of that kind then
 */
export function placeAddonFor({ platform, arch }) {
  if (platform === process.platform && arch === process.arch) {
    ensureNativeAddon();
    return;
  }
  const prebuilt = runPackaged({
    script: 'prebuild-install/bin.js',
    args: ['-r', 'napi', '--platform', platform, '--arch', arch],
    timeoutMs: PREBUILD_TIMEOUT_MS,
  });
  if (prebuilt.status === 0) return;
  throw new Error(
    `There is no sqlite3 for ${platform} on ${arch} (${lastLine(prebuilt.stderr)}). ` +
      'Make this installer on such a computer.',
  );
}

/** Asked in a process of its own, because an add-on of the wrong kind can crash the process that loads it. */
function addonLoads() {
  const program =
    "new (require('sqlite3').Database)(':memory:').get('SELECT 1 AS one', (error, row) => process.exit(row?.one === 1 ? 0 : 1))";
  return spawnSync(process.execPath, ['-e', program], { cwd: projectFolder, stdio: 'ignore' }).status === 0;
}

/**
 * @param {string | undefined} headers folder with include/node; undefined lets node-gyp fetch its own
 */
function compile(headers) {
  const local = headers === undefined ? [] : [`--nodedir=${headers}`];
  const folder = needsPlainPath ? copyToPlainFolder() : sqliteFolder;
  const compiled = runPackaged({
    script: 'node-gyp/bin/node-gyp.js',
    args: ['rebuild', `--napi_build_version=${NAPI_VERSION}`, '-j', 'max', ...local],
    timeoutMs: COMPILE_TIMEOUT_MS,
    cwd: folder,
  });
  if (compiled.status === 0 && folder !== sqliteFolder) {
    const addon = path.join('build', 'Release', 'node_sqlite3.node');
    mkdirSync(path.dirname(path.join(sqliteFolder, addon)), { recursive: true });
    copyFileSync(path.join(folder, addon), path.join(sqliteFolder, addon));
  }
  return compiled;
}

/** Make takes a blank in a path for the end of it; Visual Studio does not. */
const needsPlainPath = process.platform !== 'win32' && /\s/.test(projectFolder);
const sqliteFolder = path.dirname(createRequire(inProject('package.json')).resolve('sqlite3/package.json'));

/** What is compiled, in a folder without blanks; everything else is still found in the project. */
function copyToPlainFolder() {
  const packages = path.join(plainFolder(), 'node_modules');
  for (const name of ['sqlite3', 'node-addon-api']) {
    cpSync(inProject('node_modules', name), path.join(packages, name), { recursive: true });
  }
  return path.join(packages, 'sqlite3');
}

function plainFolder() {
  return mkdtempSync(path.join(/\s/.test(tmpdir()) ? '/tmp' : tmpdir(), 'ladehaus-add-on-'));
}

/**
 * @param {{ readonly script: string; readonly args: readonly string[]; readonly timeoutMs: number;
 *   readonly cwd?: string }} call
 */
function runPackaged({ script, args, timeoutMs, cwd = sqliteFolder }) {
  const resolved = createRequire(path.join(sqliteFolder, 'package.json')).resolve(script);
  const result = spawnSync(process.execPath, [resolved, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: timeoutMs,
    env: { ...process.env, NODE_PATH: inProject('node_modules') },
  });
  return { status: result.status, stderr: result.stderr || String(result.error ?? '') };
}

/** Node's own headers, which most ways of installing Node bring along. */
function findHeaders() {
  const besideNode = path.resolve(path.dirname(realpathSync(process.execPath)), '..');
  return [process.env.npm_config_nodedir, besideNode].find(hasHeaders);
}

/** Debian's nodejs has no headers, and nodejs.org may be out of reach; the npm registry holds them too. */
function downloadHeaders() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const cache = needsPlainPath ? plainFolder() : inProject('node_modules', '.cache', 'node-headers');
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'package.json'), '{ "private": true }\n');
  const install = ['install', '--no-save', '--ignore-scripts', `${name}@${process.versions.node}`];
  const npm = process.env.npm_execpath;
  if (npm === undefined) return undefined;
  spawnSync(process.execPath, [npm, ...install], {
    cwd: cache,
    stdio: 'ignore',
    timeout: HEADERS_TIMEOUT_MS,
  });
  return [path.join(cache, 'node_modules', name)].find(hasHeaders);
}

/**
 * @param {string | undefined} folder
 * @returns {folder is string}
 */
function hasHeaders(folder) {
  return folder !== undefined && existsSync(path.join(folder, 'include', 'node', 'node_api.h'));
}

/** @param {string} text */
function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}

if (isEntryPoint(import.meta)) ensureNativeAddon();
