import { spawn } from 'node:child_process';
import { inProject, projectFolder } from './project-folder.mjs';

/**
 * Runs a JavaScript file of an installed package (or of ours) with this Node, output passed through.
 * Packages' own files are named instead of `.bin/…`, which are shell scripts on Windows.
 * @param {string} script path in the project
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [environment] added to ours
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function runNode(script, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inProject(script), ...args], {
      cwd: projectFolder,
      env: { ...process.env, ...environment },
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
