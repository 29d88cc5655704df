import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { keepDesktopFilesIn } from './desktop-folder.ts';
import { callsOf, resetFake } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(resetFake);

test('two sites on one computer have a lock and a window place each', () => {
  const dataFolder = path.join(mkdtempSync(path.join(os.tmpdir(), 'site-')), 'demo');

  keepDesktopFilesIn(dataFolder);

  expect(callsOf('app.setPath')).toEqual([['userData', path.join(dataFolder, 'desktop')]]);
  expect(existsSync(path.join(dataFolder, 'desktop'))).toBe(true);
});

test('a data folder that cannot be made is left to the server to refuse', () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'site-')), 'file');
  writeFileSync(file, '');

  keepDesktopFilesIn(path.join(file, 'data'));

  expect(callsOf('app.setPath')).toEqual([]);
});
