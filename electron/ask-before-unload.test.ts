import { BrowserWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { askBeforeUnload } from './ask-before-unload.ts';
import { callsOf, resetFake, surroundings } from './fake-electron.ts';
import { wordsIn } from './words.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(resetFake);

test.each([
  ['stays', 0, 0],
  ['is left', 1, 1],
] as const)('a page that would lose something %s as it is said', (_, button, timesLeft) => {
  surroundings.pressedButton = button;
  const window = new BrowserWindow({});
  askBeforeUnload(window, () => wordsIn('en'));
  const event = { preventDefault: vi.fn() };

  window.webContents.emit('will-prevent-unload', event);

  expect(callsOf('dialog.showMessageBoxSync')).toEqual([
    [window, expect.objectContaining({ message: 'Leave without saving?', buttons: ['Stay here', 'Leave'] })],
  ]);
  expect(event.preventDefault).toHaveBeenCalledTimes(timesLeft);
});
