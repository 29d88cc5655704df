import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The headless product as `npm start` runs it, built into a folder of its own. */
export interface BuiltProduct {
  readonly main: string;
  /** For `node --import`: lets a process say how it is. */
  readonly probe: string;
  remove(): Promise<void>;
}

/** Two folders up, here as well as in the benchmark's bundle in dist/tools. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the product with an empty page for a user interface. `replyBeforeCommit` breaks it on purpose. */
export async function buildProduct({ replyBeforeCommit = false } = {}): Promise<BuiltProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'ladehaus-product-'));
  const main = join(folder, 'dist', 'server', 'main.js');
  const probe = join(folder, 'dist', 'server', 'process-probe.js');
  await mkdir(join(folder, 'dist', 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'dist', 'renderer', 'index.html'), '<!doctype html><title>Ladehaus</title>');
  await copyFile(join(PROJECT, 'package.json'), join(folder, 'package.json'));
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await symlink(join(PROJECT, 'resources'), join(folder, 'resources'), 'junction');
  // In a process of its own: the bundler is no part of what is measured or watched.
  const build = `
    import { buildServer, bundleForNode } from './scripts/build.mjs';
    await buildServer(${JSON.stringify({ replyBeforeCommit, outfile: main })});
    await bundleForNode(${JSON.stringify({ entry: 'server/safety/process-probe.ts', outfile: probe })});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', build], { cwd: PROJECT });
  return { main, probe, remove: () => rm(folder, { recursive: true }) };
}
