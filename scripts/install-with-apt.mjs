import { spawnSync } from 'node:child_process';
import { findOnPath } from './find-on-path.mjs';

/**
 * Installs Debian packages where nobody has to be asked: Linux, root, apt-get at hand.
 * @param {readonly string[]} packages
 * @returns {boolean} false when it cannot be done here or did not work
 */
export function installWithApt(packages) {
  const aptGet = findOnPath(['apt-get']);
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || aptGet === undefined) return false;

  console.error(`apt-get install ${packages.join(' ')} …`);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  // The package lists of a fresh container are missing or old: fetch them only when the first try fails.
  return run(aptGet, install) || (run(aptGet, ['update', '-qq']) && run(aptGet, install));
}

/**
 * @param {string} aptGet
 * @param {readonly string[]} args
 */
function run(aptGet, args) {
  const result = spawnSync(aptGet, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: 600_000,
  });
  return result.status === 0;
}
