// Runs a TypeScript program of the project: node scripts/run-tool.mjs ocpp/simulator/main.ts --stations 20
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './build.mjs';
import { ensureNativeAddon } from './native-addon.mjs';
import { inProject } from './project-folder.mjs';

const [node, , entry, ...args] = process.argv;
if (node === undefined || entry === undefined) throw new Error('Usage: run-tool.mjs FILE.ts [ARGUMENTS]');

ensureNativeAddon();
// One file for each run: two that start at once would read what the other is still writing.
const outfile = inProject('dist', 'tools', `${path.basename(path.dirname(entry))}-${process.pid}.js`);
process.once('exit', () => {
  for (const file of [outfile, `${outfile}.map`]) rmSync(file, { force: true });
});
await bundleForNode({ entry, outfile });
process.argv = [node, outfile, ...args];
await import(pathToFileURL(outfile).href);
