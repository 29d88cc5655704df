import { beforeEach, expect, test, vi } from 'vitest';
import { invoke, resetFake } from './fake-electron.ts';
import { handleChannel } from './handle-channel.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const ORIGIN = 'http://127.0.0.1:4480';
const ourPage = { senderFrame: { origin: ORIGIN, parent: null } };
const look = { language: 'de', appearance: 'dark' };

beforeEach(resetFake);

test('our page is answered', async () => {
  handleChannel('follow-page', ORIGIN, () => null);

  await expect(invoke('follow-page', ourPage, look)).resolves.toBeNull();
});

test.each([
  ['a page of another origin', { origin: 'https://evil.example', parent: null }],
  ['a page of the same address and another port', { origin: 'http://127.0.0.1:4481', parent: null }],
  ['a frame inside our page', { origin: ORIGIN, parent: { origin: ORIGIN } }],
  ['a sandboxed page', { origin: 'null', parent: null }],
  ['a page that has gone since', null],
])('%s is not answered', async (_who, senderFrame) => {
  const answer = vi.fn(() => null);
  handleChannel('follow-page', ORIGIN, answer);

  await expect(invoke('follow-page', { senderFrame }, look)).rejects.toThrow('foreign page');
  expect(answer).not.toHaveBeenCalled();
});

test.each([
  [undefined],
  [null],
  ['dark'],
  [{}],
  [{ language: 'fr', appearance: 'dark' }],
  [{ language: 'de', appearance: 'black' }],
  [{ language: 'de' }],
  [[look]],
])('a look of %j is refused', async (argument) => {
  const answer = vi.fn(() => null);
  handleChannel('follow-page', ORIGIN, answer);

  await expect(invoke('follow-page', ourPage, argument)).rejects.toThrow('wrong argument');
  expect(answer).not.toHaveBeenCalled();
});

test.each([['../../etc/passwd'], ['/etc/passwd'], [''], ['1 '], [1], [null], ['12345678901']])(
  'a saved file cannot be named %j',
  async (argument) => {
    handleChannel('show-saved-file', ORIGIN, () => true);

    await expect(invoke('show-saved-file', ourPage, argument)).rejects.toThrow('wrong argument');
  },
);

test('a channel without argument takes none', async () => {
  handleChannel('open-data-folder', ORIGIN, () => true);

  await expect(invoke('open-data-folder', ourPage, '/etc')).rejects.toThrow('wrong argument');
  await expect(invoke('open-data-folder', ourPage)).resolves.toBe(true);
});
