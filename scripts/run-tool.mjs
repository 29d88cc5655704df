// Runs a TypeScript program of the project: node scripts/run-tool.mjs ocpp/simulator/main.ts --stations 20
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './build.mjs';
import { ensureNativeAddon } from './native-addon.mjs';
import { inProject } from './project-folder.mjs';

const [node, , entry, ...args] = process.argv;
if (node === undefined || entry === undefined) throw new Error('Usage: run-tool.mjs FILE.ts [ARGUMENTS]');

ensureNativeAddon();
const outfile = inProject('dist', 'tools', `${path.basename(path.dirname(entry))}.js`);
await bundleForNode({ entry, outfile });
process.argv = [node, outfile, ...args];
await import(pathToFileURL(outfile).href);
