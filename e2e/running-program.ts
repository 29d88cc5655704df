import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program, running as a person would start it, on free ports and with a data folder of its own. */
export interface RunningProgram {
  readonly uiUrl: string;
  /** Address for stations, ending in `/ocpp/`. */
  readonly ocppUrl: string;
  stop(): Promise<void>;
}

export async function startProgram(...args: readonly string[]): Promise<RunningProgram> {
  const folder = mkdtempSync(join(tmpdir(), 'ladehaus-e2e-'));
  const child = spawn(
    process.execPath,
    [
      'dist/server/main.js',
      '--data',
      folder,
      '--port',
      '0',
      '--ocpp-port',
      '0',
      '--ocpp-tls-port',
      '0',
      '--ocpp-host',
      '127.0.0.1',
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const line = await firstLine(child);
  const [, uiUrl, ocppUrl] = /running: (\S+) +\(stations: (\S+),/.exec(line) ?? [];
  if (uiUrl === undefined || ocppUrl === undefined) throw new Error(`The program did not start: ${line}`);
  return {
    uiUrl,
    ocppUrl,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text);
    });
    child.once('exit', (code) => reject(new Error(`The program ended with code ${code}: ${text}`)));
  });
}
