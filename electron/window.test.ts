import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openMemory } from './desktop-memory.ts';
import { BrowserWindow, resetFake, surroundings } from './fake-electron.ts';
import { openWindow } from './window.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const URL_OF_SERVER = 'http://127.0.0.1:4480/';

beforeEach(resetFake);

test('the window gives its page no more rights than a browser tab has', () => {
  const { webPreferences } = open().options;

  expect(webPreferences).toEqual({
    preload: path.join(import.meta.dirname, 'preload.cjs'),
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

test('the window shows the page of the local server, and only once it has been drawn', () => {
  const window = open();

  expect(window.webContents.getURL()).toBe(URL_OF_SERVER);
  expect(window.options).toMatchObject({ show: false });
  expect(window.isHidden).toBe(false);
});

test('the first window has a comfortable size and leaves its place to the system', () => {
  const { options } = open();

  expect(options).toMatchObject({ width: 1280, height: 840 });
  expect(options).not.toHaveProperty('x');
});

test('the window comes back where it was left', () => {
  const window = open({ x: 40, y: 60, width: 900, height: 700, isMaximized: true });

  expect(window.options).toMatchObject({ x: 40, y: 60, width: 900, height: 700 });
  expect(window.maximized).toBe(true);
});

test('a window left on a display that was unplugged opens on the one that is there', () => {
  surroundings.displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];

  expect(open({ x: 2400, y: 60, width: 900, height: 700, isMaximized: false }).options).not.toHaveProperty(
    'x',
  );
});

function open(windowPlace?: { x: number; y: number; width: number; height: number; isMaximized: boolean }) {
  const memory = openMemory(mkdtempSync(path.join(os.tmpdir(), 'window-')));
  if (windowPlace !== undefined) memory.change({ windowPlace });
  openWindow(URL_OF_SERVER, memory);
  const window = BrowserWindow.opened.at(-1);
  if (window === undefined) throw new Error('no window was opened');
  return window;
}
