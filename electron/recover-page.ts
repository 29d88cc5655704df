import { type BrowserWindow, dialog } from 'electron';
import type { Words } from './words.ts';

/** A crashed page is only a crashed page: the server lives in the main process and goes on. */
export function recoverPage(window: BrowserWindow, words: () => Words): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window, words());
  });
}

async function offerReload(window: BrowserWindow, { crash }: Words): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: crash.message,
    detail: crash.detail,
    buttons: [crash.reload],
  });
  window.webContents.reload();
}
