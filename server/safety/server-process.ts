import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuiltProduct, PROJECT } from './built-product.ts';
import type { Vitals } from './process-probe.ts';

/** The product in a process of its own, where it can be killed. */
export interface ServerProcess {
  readonly uiUrl: string;
  /** Up to and including `/ocpp/`. */
  readonly ocppUrl: string;
  /** From the start of the process to the line that says where it listens. */
  readonly startMs: number;
  /** How it ended or is being ended, or null while it runs. */
  ended(): string | null;
  vitals(): Promise<Vitals>;
  /** No chance to clean up. */
  kill(): Promise<void>;
  /** Asks it to end, and throws when it did not end well. */
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** For Node itself, such as `--cpu-prof`. */
  readonly nodeArguments?: readonly string[];
}

const READY = /running: (?<uiUrl>\S+)\s+\(stations: (?<ocppUrl>\S+),/;

/** Starts the product on free ports and waits until it is ready. Rejects when it ends before. */
export async function startProduct(product: BuiltProduct, options: RunOptions): Promise<ServerProcess> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...(await npmStartArguments()),
      ...['--import', pathToFileURL(product.probe).href, ...(options.nodeArguments ?? []), product.main],
      ...[
        '--data',
        options.dataFolder,
        '--port',
        '0',
        '--ocpp-port',
        '0',
        '--ocpp-tls-port',
        '0',
        '--ocpp-host',
        '127.0.0.1',
      ],
    ],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, ...options.env } },
  );
  const said = listenTo(child);
  let killed = false;
  const { uiUrl, ocppUrl } = await readyLine(child, said);
  return {
    uiUrl,
    ocppUrl,
    startMs: performance.now() - began,
    // Its lines break before its parent hears of its end.
    ended: () => (killed ? 'SIGKILL' : endOf(child)),

    async vitals() {
      child.send('vitals');
      const [vitals] = await once(child, 'message');
      return vitals as Vitals;
    },

    async kill() {
      if (endOf(child) !== null) return;
      killed = true;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },

    async stop() {
      if (endOf(child) === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      if (child.exitCode !== 0) throw new Error(`The server ended with ${endOf(child)}: ${said()}`);
    },
  };
}

/** Keeps the end of what the process writes, for the day it fails. */
function listenTo(child: ChildProcess): () => string {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
    });
  }
  return () => said;
}

function readyLine(
  child: ChildProcess,
  said: () => string,
): Promise<{ readonly uiUrl: string; readonly ocppUrl: string }> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const { uiUrl, ocppUrl } = READY.exec(said())?.groups ?? {};
      if (uiUrl !== undefined && ocppUrl !== undefined) resolve({ uiUrl, ocppUrl });
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The server did not start (${endOf(child)}): ${said()}`)));
  });
}

function endOf({ exitCode, signalCode }: ChildProcess): string | null {
  if (signalCode !== null) return signalCode;
  return exitCode === null ? null : `exit code ${exitCode}`;
}

/** `npm start` runs Node with these. */
async function npmStartArguments(): Promise<readonly string[]> {
  const description = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));
  return description.config.nodeArguments.split(' ');
}
