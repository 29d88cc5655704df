import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

export interface SecondProcess {
  /** What opening the store came to, in one word. */
  readonly outcome: string;
  /** Ends it without any chance to clean up. */
  kill(): Promise<void>;
}

/** Builds the store for a process of its own; the result can be started as often as one likes. */
export async function builtStore(folder: string): Promise<string> {
  const outfile = `${folder}/open-and-wait.cjs`;
  const options = {
    entryPoints: [`${PROJECT}store/testing/open-and-wait.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    define: { __REPLY_BEFORE_COMMIT__: 'false' },
  };
  const build = `require('esbuild').buildSync(${JSON.stringify(options)})`;
  await promisify(execFile)(process.execPath, ['-e', build], { cwd: PROJECT });
  return outfile;
}

/** Opens the store of a folder in another process and waits until it has tried. */
export async function openElsewhere(program: string, folder: string): Promise<SecondProcess> {
  const child = spawn(process.execPath, [program, folder], {
    env: { ...process.env, NODE_PATH: `${PROJECT}node_modules` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { outcome: await firstWord(child), kill: () => killed(child) };
}

async function firstWord(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The process has no output');
  const [word] = await once(child.stdout, 'data');
  return String(word).trim();
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
