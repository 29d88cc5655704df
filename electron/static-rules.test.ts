import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleForNode } from '../scripts/build.mjs';

const projectFolder = path.join(import.meta.dirname, '..');
const desktopSources = sourcesIn('electron');

describe('what can be told about the desktop from its source alone', () => {
  test.each([
    ['a window is made in one place', /new BrowserWindow\(/, ['electron/window.ts']],
    ['a page is loaded in one place', /\.load(?:URL|File)\(/, ['electron/window.ts']],
    ['pages are listened to in one place', /\bipcMain\b/, ['electron/handle-channel.ts']],
    ['only the preload script talks to the main process', /\bipcRenderer\b/, ['electron/preload.ts']],
    ['the browser is opened in one place', /\bshell\.openExternal\b/, ['electron/open-external.ts']],
    ['rights of a page are set in one place', /\bwebPreferences\b/, ['electron/window.ts']],
    ['no process is forked, which the fuses forbid', /child_process|utilityProcess/, []],
    ['nothing is evaluated in a page from outside', /executeJavaScript|insertCSS/, []],
    ['no command line switch weakens Chromium', /commandLine|no-sandbox|disable-web-security/, []],
    ['no plain http address is written down', /http:\/\//, []],
  ])('%s', (_rule, pattern, places) => {
    expect(filesWith(desktopSources, pattern)).toEqual(places);
  });

  test('the page that is loaded is the one of the local server', () => {
    const loads = [...read('electron/window.ts').matchAll(/loadURL\((.*?)\)/g)].map(([, address]) => address);

    expect(loads).toEqual(['uiUrl']);
  });

  test('Electron is imported in this folder only', () => {
    const rooms = ['api', 'core', 'ocpp', 'store', 'server', 'renderer', 'scripts', 'e2e', 'bench'];

    expect(filesWith(rooms.flatMap(sourcesIn), /from 'electron(?:\/\w+)?'|require\('electron'\)/)).toEqual(
      [],
    );
  });

  test('the main module does not wait at its top level, which would keep Electron from becoming ready', () => {
    expect(read('electron/main.ts')).not.toMatch(/^(?:await|.*= await) /m);
  });
});

describe('the built preload script', () => {
  test('is small CommonJS that needs nothing but electron, as the sandbox demands', async () => {
    const outfile = path.join(mkdtempSync(path.join(os.tmpdir(), 'preload-')), 'preload.cjs');
    await bundleForNode({ entry: 'electron/preload.ts', outfile, format: 'cjs' });
    const built = readFileSync(outfile, 'utf8');

    expect(statSync(outfile).size).toBeLessThan(4_000);
    expect([...built.matchAll(/require\("(.+?)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(built).not.toMatch(/^(?:import|export) /m);
  });

  test('hands functions to the page, never ipcRenderer', () => {
    const [, exposed] = /exposeInMainWorld\('ladehaus', (\w+)\)/.exec(read('electron/preload.ts')) ?? [];

    expect(exposed).toBe('bridge');
    expect(read('electron/preload.ts')).not.toMatch(/:\s*ipcRenderer\b(?!\.)/);
  });
});

function filesWith(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(read(file)));
}

/** Our sources below a folder, without the tests and what only tests use. */
function sourcesIn(folder: string): readonly string[] {
  return readdirSync(path.join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !/\.test\.|\/fake-|wall-probes/.test(file));
}

function read(file: string): string {
  return readFileSync(path.join(projectFolder, file), 'utf8');
}
