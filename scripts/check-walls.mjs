// Proves that each wall of the house can fail: a guard that has never been seen to refuse is not a guard.
// The probes live in a copy of the configuration outside of the project, so nothing is left behind here.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject, isEntryPoint } from './project-folder.mjs';
import { allowed, forbiddenHabits, forbiddenImports, targets } from './wall-probes.mjs';

/** @typedef {import('./wall-probes.mjs').Probe} Probe */
/** @typedef {{ readonly file: string; readonly rule: string }} Complaint */

const ROOMS = ['api', 'core', 'ocpp', 'store', 'server', 'electron', 'renderer'];

/**
 * @returns {Promise<{ readonly probes: number; readonly faults: readonly string[] }>} one sentence per wall
 *   that lets a forbidden thing through, or refuses an allowed one
 */
export async function checkWalls() {
  const house = mkdtempSync(path.join(os.tmpdir(), 'house-'));
  try {
    furnish(house);
    const wrongRefusals = await refusalsOfAllowed(house);
    const missedRefusals = await forbiddenThatPassed(house);
    const probes = allowed.length + forbiddenImports.length + forbiddenHabits.length;
    return { probes, faults: [...wrongRefusals, ...missedRefusals] };
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

/** @param {string} house */
function furnish(house) {
  for (const file of ['package.json', 'biome.json', 'tsconfig.base.json', 'scripts/no-import-types.grit']) {
    cpSync(inProject(file), path.join(house, file));
  }
  for (const room of ROOMS) cpSync(inProject(room, 'tsconfig.json'), path.join(house, room, 'tsconfig.json'));
  const references = ROOMS.map((room) => ({ path: `./${room}` }));
  writeFileSync(path.join(house, 'tsconfig.json'), JSON.stringify({ files: [], references }));
  symlinkSync(inProject('node_modules'), path.join(house, 'node_modules'), 'junction');
}

/** @param {string} house */
async function refusalsOfAllowed(house) {
  write(house, [...targets, ...allowed]);
  const complaints = await Promise.all([compile(house, ['-b']), lint(house)]);
  return complaints.flat().map(({ file, rule }) => `${file} is allowed, but ${rule} refuses it`);
}

/**
 * Each room is compiled by itself against what its neighbours declared while they were still in order.
 * @param {string} house
 */
async function forbiddenThatPassed(house) {
  write(house, [...forbiddenImports, ...forbiddenHabits]);
  const compiled = ROOMS.map((room) => compile(house, ['-p', room, '--noEmit']));
  const linted = await lint(house);
  const refused = new Set([...(await Promise.all(compiled)).flat(), ...linted].map(({ file }) => file));
  return [
    ...forbiddenImports
      .filter(({ file }) => !refused.has(file))
      .map(({ file, source }) => `${file} may not say ${source}, but nothing refuses it`),
    ...forbiddenHabits
      .filter((probe) => !linted.some(({ file, rule }) => file === probe.file && rule === probe.rule))
      .map(({ file, rule }) => `${file} breaks ${rule}, but Biome does not notice`),
  ];
}

/**
 * @param {string} house
 * @param {readonly Probe[]} probes
 */
function write(house, probes) {
  for (const { file, source } of probes) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), `${source}\n`);
  }
}

/**
 * @param {string} house
 * @param {readonly string[]} args
 * @returns {Promise<Complaint[]>}
 */
async function compile(house, args) {
  const { output } = await run(house, ['typescript/bin/tsc', ...args, '--pretty', 'false']);
  const complaints = [...output.matchAll(/^(.+?)\(\d+,\d+\): error (TS\d+)/gm)];
  return complaints.map(([, file = '', rule = '']) => ({ file: file.replaceAll('\\', '/'), rule }));
}

/**
 * @param {string} house
 * @returns {Promise<Complaint[]>}
 */
async function lint(house) {
  const { code, output } = await run(house, [
    '@biomejs/biome/bin/biome',
    'lint',
    '--reporter=github',
    '--max-diagnostics=none',
  ]);
  const complaints = [...output.matchAll(/^::error title=(?:lint\/\w+\/)?(\w+),file=(.+?),line=/gm)];
  // A configuration that Biome rejects looks like a run without complaints.
  if (code !== 0 && complaints.length === 0) throw new Error(`Biome could not run:\n${output}`);
  return complaints.map(([, rule = '', file = '']) => ({
    file: path.relative(house, path.resolve(house, file)).replaceAll('\\', '/'),
    rule,
  }));
}

/**
 * @param {string} house
 * @param {readonly string[]} command a file in node_modules and its arguments
 * @returns {Promise<{ readonly code: number | null; readonly output: string }>}
 */
function run(house, [script = '', ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inProject('node_modules', script), ...args], { cwd: house });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

if (isEntryPoint(import.meta)) {
  const { probes, faults } = await checkWalls();
  for (const fault of faults) console.error(fault);
  console.log(`walls: ${probes} probes, ${faults.length} wrong`);
  if (faults.length > 0) process.exitCode = 1;
}
