import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type MemoryFile, openMemory } from './desktop-memory.ts';
import { callsOf, BrowserWindow as FakeWindow, resetFake, surroundings } from './fake-electron.ts';
import { hideOnClose } from './hide-on-close.ts';
import { wordsIn } from './words.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const systemPlatform = process.platform;

beforeEach(() => {
  resetFake();
  pretendPlatform('win32');
});
afterEach(() => pretendPlatform(systemPlatform));

test('closing hides the window and keeps the program', () => {
  const { window } = openedWindow();
  const event = { preventDefault: vi.fn() };

  window.emit('close', event);

  expect(event.preventDefault).toHaveBeenCalled();
  expect(window.isHidden).toBe(true);
  expect(callsOf('app.quit')).toEqual([]);
});

test('the first time only, a notice says where the program has gone', () => {
  const { window } = openedWindow();

  close(window);
  close(window);

  expect(callsOf('dialog.showMessageBox')).toEqual([
    [expect.objectContaining({ message: 'Ladehaus keeps running' })],
  ]);
});

test('the notice is not repeated after the next start', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'close-'));
  close(openedWindow(openMemory(folder)).window);
  close(openedWindow(openMemory(folder)).window);

  expect(callsOf('dialog.showMessageBox')).toHaveLength(1);
});

test('who did not want that can quit right from the notice', async () => {
  surroundings.pressedButton = 1;

  close(openedWindow().window);

  await vi.waitFor(() => expect(callsOf('app.quit')).toHaveLength(1));
});

test('macOS needs no notice', () => {
  pretendPlatform('darwin');

  close(openedWindow().window);

  expect(callsOf('dialog.showMessageBox')).toEqual([]);
});

test('the place of the window is remembered when it is closed', () => {
  const { window, memory } = openedWindow();
  window.bounds = { x: 7, y: 8, width: 900, height: 600 };

  close(window);

  expect(memory.read().windowPlace).toEqual({ x: 7, y: 8, width: 900, height: 600, isMaximized: false });
});

function openedWindow(memory: MemoryFile = openMemory(mkdtempSync(path.join(os.tmpdir(), 'close-')))) {
  hideOnClose({ window: new BrowserWindow({}), memory, words: () => wordsIn('en') });
  const window = FakeWindow.opened.at(-1);
  if (window === undefined) throw new Error('no window was opened');
  return { window, memory };
}

function close(window: FakeWindow): void {
  window.emit('close', { preventDefault() {} });
}

function pretendPlatform(platform: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: platform });
}
