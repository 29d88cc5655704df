import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { app, BrowserWindow, callsOf, resetFake, surroundings } from './fake-electron.ts';
import { runDesktop } from './run-desktop.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const started: Server[] = [];

beforeEach(resetFake);
afterEach(() => {
  for (const server of started.splice(0)) server.close();
});

test('the window opens on the page that the server really serves, and quitting closes the server', async () => {
  await runDesktop(configFor(newFolder()));
  const address = BrowserWindow.opened.at(-1)?.webContents.getURL() ?? '';

  expect(new URL(address).hostname).toBe('127.0.0.1');
  await expect(fetch(address)).resolves.toMatchObject({ status: 200 });

  app.emit('before-quit', { preventDefault() {} });
  await vi.waitFor(() => expect(callsOf('app.exit')).toEqual([[0]]), { timeout: 10_000 });
  await expect(fetch(address)).rejects.toThrow();
});

test('a port that another program uses is said in words and by the exit code', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const windowsBefore = BrowserWindow.opened.length;
  const ocppPort = await takePort();

  await runDesktop({ ...configFor(newFolder()), ocppPort });

  expect(callsOf('dialog.showErrorBox')).toEqual([
    ['Ladehaus cannot start', expect.stringContaining(`Port ${ocppPort}`)],
  ]);
  expect(callsOf('app.exit')).toEqual([[69]]);
  expect(BrowserWindow.opened).toHaveLength(windowsBefore);
});

test('a second start on the same data opens nothing and leaves', async () => {
  surroundings.isFirstInstance = false;
  const windowsBefore = BrowserWindow.opened.length;

  await runDesktop(configFor(newFolder()));

  expect(callsOf('app.quit')).toHaveLength(1);
  expect(BrowserWindow.opened).toHaveLength(windowsBefore);
});

function configFor(dataFolder: string) {
  return { dataFolder, uiPort: 0, ocppHost: '127.0.0.1', ocppPort: 0, ocppTlsPort: 0, demo: false };
}

function newFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'desktop-'));
}

async function takePort(): Promise<number> {
  const server = createServer();
  started.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
