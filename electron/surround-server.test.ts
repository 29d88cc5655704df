import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nativeTheme } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { app, BrowserWindow, callsOf, invoke, resetFake, session, Tray } from './fake-electron.ts';
import { fakeServer } from './fake-server.ts';
import { surroundServer } from './surround-server.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const ourPage = { senderFrame: { origin: 'http://127.0.0.1:4480', parent: null } };

beforeEach(resetFake);

test('the page learns which program it runs in', async () => {
  await surrounded();

  await expect(invoke('describe-app', ourPage)).resolves.toMatchObject({ version: '0.1.0' });
});

test('menu, tray and title bar follow the language and the look of the page', async () => {
  await surrounded();

  await invoke('follow-page', ourPage, { language: 'de', appearance: 'dark' });

  expect(JSON.stringify(callsOf('Menu.setApplicationMenu').at(-1))).toContain('Datenordner öffnen');
  expect(Tray.shown.at(-1)?.menu.at(-1)?.label).toBe('Ladehaus beenden');
  expect(nativeTheme.themeSource).toBe('dark');
});

test('the data folder that opens is the one of this server', async () => {
  const { dataFolder } = await surrounded();

  await expect(invoke('open-data-folder', ourPage)).resolves.toBe(true);
  expect(callsOf('shell.openPath')).toEqual([[dataFolder]]);
});

test('the window is locked to its origin before it opens', async () => {
  const { window } = await surrounded();
  const event = { url: 'https://evil.example/', preventDefault: vi.fn() };

  window.webContents.emit('will-navigate', event);

  expect(event.preventDefault).toHaveBeenCalled();
  expect(session.defaultSession.checkPermission(null, 'media', 'http://127.0.0.1:4480')).toBe(false);
});

test('the window is signed in before its page is loaded', async () => {
  const windowsBefore = BrowserWindow.opened.length;
  vi.spyOn(session.defaultSession.cookies, 'set').mockImplementation(async () => {
    expect(BrowserWindow.opened).toHaveLength(windowsBefore);
  });

  await surrounded();

  expect(session.defaultSession.cookies.set).toHaveBeenCalledTimes(1);
});

test('a hidden, minimised window comes back', async () => {
  const { window, show } = await surrounded();
  window.minimized = true;
  window.hide();

  show();

  expect(window).toMatchObject({ isHidden: false, minimized: false });
});

test('a crashed page is reloaded, and said to be only a page', async () => {
  const { window } = await surrounded();

  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });

  await vi.waitFor(() => expect(callsOf('webContents.reload')).toHaveLength(1));
  expect(callsOf('dialog.showMessageBox').at(-1)?.[1]).toMatchObject({
    detail: 'Your stations are not affected, they go on charging.',
  });
});

test('a page that ended as it should is not called a crash', async () => {
  const { window } = await surrounded();

  window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });

  expect(callsOf('dialog.showMessageBox')).toEqual([]);
});

async function surrounded() {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'site-'));
  vi.spyOn(app, 'getPath').mockReturnValue(dataFolder);
  const server = fakeServer(dataFolder);
  const show = await surroundServer(server);
  const window = BrowserWindow.opened.at(-1);
  if (window === undefined) throw new Error('no window was opened');
  return { server, dataFolder, show, window };
}
