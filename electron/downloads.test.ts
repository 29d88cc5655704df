import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { session } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { openMemory } from './desktop-memory.ts';
import { askWhereToSave } from './downloads.ts';
import { callsOf, resetFake, surroundings } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(resetFake);

test('an export is offered in the documents folder, under the name the server gave it', () => {
  const { offered } = download('sessions.csv', path.join(surroundings.documents, 'sessions.csv'));

  expect(offered).toEqual({ defaultPath: path.join(surroundings.documents, 'sessions.csv') });
});

test('the next export is offered where the last one was saved', () => {
  const memory = newMemory();
  download('sessions.csv', '/mnt/office/october.csv', { memory });

  const { offered } = download('sessions.json', '/mnt/office/sessions.json', { memory });

  expect(offered).toEqual({ defaultPath: path.join('/mnt/office', 'sessions.json') });
});

test('the page learns the name and a number, and can have the file shown in its folder', () => {
  const { downloads, whenSaved } = download('sessions.csv', '/mnt/office/october.csv');

  expect(whenSaved).toHaveBeenCalledWith({ id: '1', fileName: 'october.csv' });
  expect(downloads.show('1')).toBe(true);
  expect(callsOf('shell.showItemInFolder')).toEqual([['/mnt/office/october.csv']]);
});

test('a number that was never given shows nothing', () => {
  const { downloads } = download('sessions.csv', '/mnt/office/october.csv');

  expect(downloads.show('2')).toBe(false);
  expect(callsOf('shell.showItemInFolder')).toEqual([]);
});

test('an export that was cancelled or failed is not reported as saved', () => {
  for (const state of ['cancelled', 'interrupted']) {
    expect(download('sessions.csv', '', { state }).whenSaved).not.toHaveBeenCalled();
  }
});

class Item extends EventEmitter {
  offered: unknown;
  readonly #name: string;
  readonly #savedTo: string;

  constructor(name: string, savedTo: string) {
    super();
    this.#name = name;
    this.#savedTo = savedTo;
  }

  getFilename(): string {
    return this.#name;
  }

  getSavePath(): string {
    return this.#savedTo;
  }

  setSaveDialogOptions(options: unknown): void {
    this.offered = options;
  }
}

function download(name: string, savedTo: string, { memory = newMemory(), state = 'completed' } = {}) {
  resetFake();
  const whenSaved = vi.fn();
  const downloads = askWhereToSave(session.defaultSession, memory, whenSaved);
  const item = new Item(name, savedTo);
  session.defaultSession.emit('will-download', {}, item);
  item.emit('done', {}, state);
  return { downloads, whenSaved, offered: item.offered };
}

function newMemory() {
  return openMemory(mkdtempSync(path.join(os.tmpdir(), 'download-')));
}
