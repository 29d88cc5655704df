import { runNode } from './run-node.mjs';

/**
 * Everything that can be said about the source without running it.
 * @type {readonly import('./run-steps.mjs').Step[]}
 */
export const staticChecks = [
  check('types', 'node_modules/typescript/bin/tsc', ['-b']),
  check('format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']),
  check('walls', 'scripts/check-walls.mjs'),
  check('unused code', 'node_modules/knip/bin/knip.js'),
  check('lockfile', 'scripts/check-lockfile.mjs'),
];

/**
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} [args]
 * @returns {import('./run-steps.mjs').Step}
 */
function check(name, script, args = []) {
  return { name, run: async () => (await runNode(script, args)) === 0 };
}
