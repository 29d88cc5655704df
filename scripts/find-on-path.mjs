import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/**
 * The first of these programs that PATH leads to.
 * @param {readonly string[]} names without ending
 * @returns {string | undefined} an absolute path
 */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return names
    .flatMap((name) =>
      folders.flatMap((folder) => endings.map((ending) => path.join(folder, `${name}${ending}`))),
    )
    .find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
