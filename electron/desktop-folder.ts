import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/**
 * Keeps the window's own files beside the data. Each data folder is a site of its own: the demo can run beside the
 * real site, with its own lock, cookie and window place. Has to be called before the lock is asked for.
 */
export function keepDesktopFilesIn(dataFolder: string): void {
  const folder = path.join(dataFolder, 'desktop');
  try {
    mkdirSync(folder, { recursive: true });
    app.setPath('userData', folder);
  } catch {
    // The server refuses such a data folder in words; Electron uses its usual place until then.
  }
}
