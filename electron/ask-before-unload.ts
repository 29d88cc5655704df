import { type BrowserWindow, dialog } from 'electron';
import type { Words } from './words.ts';

/** Puts the question of a page that would lose something when it is loaded anew: Electron shows none, and stays. */
export function askBeforeUnload(window: BrowserWindow, words: () => Words): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const { leaving } = words();
    const pressed = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: leaving.message,
      detail: leaving.detail,
      buttons: [leaving.stay, leaving.leave],
      defaultId: 0,
      cancelId: 0,
    });
    if (pressed === LEAVE) event.preventDefault();
  });
}

const LEAVE = 1;
