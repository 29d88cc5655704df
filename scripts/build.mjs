import { build as bundle } from 'esbuild';
import { build as buildWithVite } from 'vite';
import { inProject, isEntryPoint, projectFolder } from './project-folder.mjs';

/** Everything `npm start` needs: the pages, the headless server, the desktop. */
export async function buildAll() {
  await Promise.all([buildRenderer(), buildServer(), buildDesktop()]);
}

/** The React client, into dist/renderer. */
export async function buildRenderer() {
  await buildWithVite({ configFile: inProject('vite.config.ts'), logLevel: 'warn' });
}

/**
 * The headless program. `replyBeforeCommit` breaks a promise on purpose: the crash test builds such a server
 * into a folder of its own to show that it would notice.
 * @param {{ readonly replyBeforeCommit?: boolean; readonly outfile?: string }} [options]
 */
export async function buildServer({
  replyBeforeCommit = false,
  outfile = inProject('dist/server/main.js'),
} = {}) {
  await bundleForNode({ entry: 'server/main.ts', outfile, replyBeforeCommit });
}

/** Electron's main process and its preload script, which has to be CommonJS because it runs in the sandbox. */
export async function buildDesktop() {
  await Promise.all([
    bundleForNode({ entry: 'electron/main.ts', outfile: inProject('dist/electron/main.js') }),
    bundleForNode({
      entry: 'electron/preload.ts',
      outfile: inProject('dist/electron/preload.cjs'),
      format: 'cjs',
    }),
  ]);
}

/**
 * Our own rooms become one file; installed packages stay in node_modules (Fastify's plugins read files there), but for
 * those that consist of hundreds of small files: opening them was half of a start.
 * @param {{ readonly entry: string; readonly outfile: string; readonly format?: 'esm' | 'cjs';
 *   readonly replyBeforeCommit?: boolean }} target
 */
export async function bundleForNode({ entry, outfile, format = 'esm', replyBeforeCommit = false }) {
  await bundle({
    absWorkingDir: projectFolder,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format,
    plugins: [{ name: 'packages', setup: keepPackagesOutside }],
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    define: { __REPLY_BEFORE_COMMIT__: String(replyBeforeCommit) },
  });
}

const TAKEN_IN = /^(typebox|kysely)(\/|$)/;

/** @param {import('esbuild').PluginBuild} build */
function keepPackagesOutside(build) {
  // What begins neither with a dot nor with a slash, nor is one of our own rooms.
  build.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
    kind === 'entry-point' || TAKEN_IN.test(path) ? undefined : { path, external: true },
  );
}

if (isEntryPoint(import.meta)) await buildAll();
