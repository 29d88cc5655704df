import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says of a data folder that everything in it is made up. */
const MARK = 'this-is-a-demo';

/**
 * Marks a new folder as the demo's. False for a folder with a real site in it: the demo lets everybody at this
 * computer in, and its stations would knock at a site where real ones charge.
 */
export function claimDemoFolder(folder: string): boolean {
  const mark = join(folder, MARK);
  if (existsSync(mark)) return true;
  if (existsSync(join(folder, 'ladehaus.db'))) return false;
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, 'The sessions in this folder are made up. It can be deleted.\n');
  return true;
}
