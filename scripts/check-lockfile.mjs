// A lockfile written on one platform can lack what another one needs, and `npm ci` refuses it only there.
import { readFileSync } from 'node:fs';
import { inProject, isEntryPoint } from './project-folder.mjs';

/**
 * @typedef {{ readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages
 */

/**
 * What would make `npm ci` fail or ask a foreign host on another machine.
 * @param {LockedPackages} packages the lockfile's `packages`, keyed by folder
 * @returns {string[]} one sentence per fault
 */
export function findLockfileFaults(packages) {
  return Object.entries(packages).flatMap(([folder, locked]) => [
    ...Object.entries(locked.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, folder, name))
      .map(([name, range]) => `${folder} may need ${name}@${range}, which is not in the lockfile`),
    ...(locked.resolved?.startsWith('http') ? [`${folder} names a registry host: ${locked.resolved}`] : []),
  ]);
}

/**
 * Looks where Node would look: in the package's own node_modules, then in each folder above.
 * @param {LockedPackages} packages
 * @param {string} folder
 * @param {string} name
 * @returns {boolean}
 */
function isLocked(packages, folder, name) {
  const prefix = folder === '' ? '' : `${folder}/`;
  if (packages[`${prefix}node_modules/${name}`] !== undefined) return true;
  if (folder === '') return false;
  const above = folder.lastIndexOf('/node_modules/');
  return isLocked(packages, above < 0 ? '' : folder.slice(0, above), name);
}

if (isEntryPoint(import.meta)) {
  const lockfile = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  const faults = findLockfileFaults(lockfile.packages);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
