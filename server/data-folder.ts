import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the data folder where it is missing, for this user's eyes only. Step by step: Node's own recursive way
 * tries for ever below folders that cannot hold any, such as /proc. Throws what the file system says.
 */
export function makeDataFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeDataFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
