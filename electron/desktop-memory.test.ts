import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openMemory } from './desktop-memory.ts';

const windowPlace = { x: 1, y: 2, width: 900, height: 700, isMaximized: false };

test('what was changed is there after the next start', () => {
  const folder = newFolder();
  openMemory(folder).change({ windowPlace, saveFolder: '/mnt/office' });

  expect(openMemory(folder).read()).toEqual({
    windowPlace,
    saveFolder: '/mnt/office',
    knowsClosingHides: false,
  });
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"windowPlace":{"x":"left"},"saveFolder":7,"knowsClosingHides":"no"}',
])('a file that holds %j is the same as none', (content) => {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'desktop.json'), content);

  expect(openMemory(folder).read()).toEqual({
    windowPlace: null,
    saveFolder: null,
    knowsClosingHides: false,
  });
});

test('a folder that cannot be written to does not stop the program', () => {
  const memory = openMemory(path.join(newFolder(), 'missing'));

  memory.change({ knowsClosingHides: true });

  expect(memory.read().knowsClosingHides).toBe(true);
});

function newFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'memory-'));
}
