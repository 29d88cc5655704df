import { app, type BrowserWindow, dialog } from 'electron';
import type { MemoryFile } from './desktop-memory.ts';
import { rememberPlace } from './window.ts';
import type { Words } from './words.ts';

export interface CloseParts {
  readonly window: BrowserWindow;
  readonly memory: MemoryFile;
  readonly words: () => Words;
}

/** Closing the window leaves the stations connected. Where that surprises, it is said the first time. */
export function hideOnClose({ window, memory, words }: CloseParts): void {
  window.on('close', (event) => {
    event.preventDefault();
    rememberPlace(window, memory);
    window.hide();
    // On macOS programs are known to live on without a window.
    if (process.platform === 'darwin' || memory.read().knowsClosingHides) return;
    memory.change({ knowsClosingHides: true });
    void explain(words());
  });
}

async function explain({ closing }: Words): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'info',
    message: closing.message,
    detail: closing.detail,
    buttons: [closing.understood, closing.quitInstead],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) app.quit();
}
