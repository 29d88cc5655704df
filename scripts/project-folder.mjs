import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds package.json, also when this file was bundled into dist/. */
export const projectFolder = findProjectFolder(import.meta.dirname);

/**
 * An absolute path in the project.
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(projectFolder, ...parts);
}

/**
 * True when the module is the one Node was started with, not imported by another.
 * @param {ImportMeta} meta
 */
export function isEntryPoint(meta) {
  const [, script] = process.argv;
  return script !== undefined && existsSync(script) && realpathSync(script) === meta.filename;
}

/**
 * @param {string} folder
 * @returns {string}
 */
function findProjectFolder(folder) {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('package.json was not found above the scripts folder');
  return findProjectFolder(parent);
}
