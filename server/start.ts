import { randomBytes } from 'node:crypto';
import { PortInUse } from '#ocpp/port-in-use.ts';
import { openStore, type Unopened } from '#store/open-store.ts';
import { StoreFailure } from '#store/store-failure.ts';
import { assemble } from './assemble.ts';
import { systemClock } from './clock.ts';
import type { ServerConfig } from './config.ts';
import { makeDataFolder } from './data-folder.ts';
import { claimDemoFolder } from './demo/demo-folder.ts';
import { type Log, openLog } from './log.ts';

export type { ServerConfig } from './config.ts';

export type StartOutcome =
  | { readonly kind: 'started'; readonly server: RunningServer }
  | {
      readonly kind: 'refused';
      readonly code: RefusalCode;
      /** One or two sentences for a person. */
      readonly message: string;
      /** From sysexits.h, so that scripts can tell the reasons apart. */
      readonly exitCode: number;
    };

export type RefusalCode =
  | 'port-taken'
  | 'already-running'
  | 'newer-database'
  | 'damaged-database'
  | 'altered-database'
  | 'data-folder-not-writable'
  | 'not-a-demo'
  | 'unusable-host';

/** The whole program without a window. */
export interface RunningServer {
  readonly uiUrl: string;
  readonly ocppUrl: string;
  readonly dataFolder: string;
  /** Signs the desktop window in; the cookie is for `uiUrl` only. Null until there is an owner. */
  signInWindow(): Promise<{ readonly name: string; readonly value: string } | null>;
  /** How many stations are connected and sessions running, now and after every change. */
  watchActivity(listener: (activity: Activity) => void): () => void;
  /** The machine has slept: deadlines are looked at at once. */
  resumed(): void;
  stop(): Promise<void>;
}

export interface Activity {
  readonly connectedStations: number;
  readonly runningSessions: number;
}

/**
 * Starts the store, the OCPP port and the web side, in this order: nobody is answered before what they say
 * can be kept. What stands in the way is an outcome; a bug is thrown.
 */
export async function startServer(config: ServerConfig): Promise<StartOutcome> {
  let log: Log;
  try {
    if (config.demo && !claimDemoFolder(config.dataFolder)) return notADemo(config);
    makeDataFolder(config.dataFolder);
    log = openLog(config.dataFolder);
  } catch (error) {
    return notWritable(config, error instanceof Error ? error.message : String(error));
  }
  const opened = await openStore({
    folder: config.dataFolder,
    now: systemClock.now,
    onDamage: (problem) => log.error({ problem }, 'the database is damaged'),
  });
  if (opened.kind !== 'opened') return refusalOf(config, opened);
  try {
    const run = randomBytes(6).toString('hex');
    return {
      kind: 'started',
      server: await assemble({ config, store: opened.store, log, clock: systemClock, run }),
    };
  } catch (error) {
    await opened.store.close();
    if (error instanceof PortInUse) return portTaken(error.port);
    if (isPortTaken(error)) return portTaken(config.uiPort);
    if (isUnusableHost(error)) return unusableHost(config);
    if (error instanceof StoreFailure && (error.kind === 'disk-full' || error.kind === 'io'))
      return notWritable(config, error.message);
    throw error;
  }
}

function refusalOf(config: ServerConfig, opened: Unopened): StartOutcome {
  switch (opened.kind) {
    case 'already-running':
      return {
        kind: 'refused',
        code: 'already-running',
        message: `Ladehaus is already running with the data in ${config.dataFolder}.`,
        exitCode: 75,
      };
    case 'newer-database':
      return {
        kind: 'refused',
        code: 'newer-database',
        message: `The data in ${config.dataFolder} was written by a newer version of Ladehaus (format ${opened.found}, this version knows ${opened.known}). Nothing was changed. Install the newer version again.`,
        exitCode: 78,
      };
    case 'damaged-database':
      return {
        kind: 'refused',
        code: 'damaged-database',
        message: `The database in ${config.dataFolder} is damaged and was not opened: ${opened.problem}. Stations keep their sessions meanwhile. Copies from before updates, if there were any, lie beside it as ladehaus.db.version-….copy: put one in its place, or ask for help.`,
        exitCode: 65,
      };
    case 'altered-history':
      return {
        kind: 'refused',
        code: 'altered-database',
        message: `The database in ${config.dataFolder} was made by another build of Ladehaus: ${opened.problem}. Nothing was changed. Install that build again, or ask for help.`,
        exitCode: 78,
      };
    case 'folder-not-writable':
      return notWritable(config, opened.problem);
    case 'migration-failed':
      return {
        kind: 'refused',
        code: 'damaged-database',
        message: `The database in ${config.dataFolder} could not be brought to this version and is as it was before: ${opened.problem}`,
        exitCode: 65,
      };
  }
}

function notADemo({ dataFolder }: ServerConfig): StartOutcome {
  return {
    kind: 'refused',
    code: 'not-a-demo',
    message: `The folder ${dataFolder} holds a real site. The demo lets everybody in and is not started on it: leave out --demo, or name another folder with --data.`,
    exitCode: 64,
  };
}

function notWritable(config: ServerConfig, problem: string): StartOutcome {
  return {
    kind: 'refused',
    code: 'data-folder-not-writable',
    message: `Ladehaus cannot write to ${config.dataFolder}: ${problem}`,
    exitCode: 73,
  };
}

function portTaken(port: number): StartOutcome {
  return {
    kind: 'refused',
    code: 'port-taken',
    message: `Port ${port} is taken by another program. Stations have the port in their settings, so Ladehaus takes no other by itself: end that program, or start with --port, --ocpp-port or --ocpp-tls-port.`,
    exitCode: 69,
  };
}

function unusableHost({ ocppHost }: ServerConfig): StartOutcome {
  return {
    kind: 'refused',
    code: 'unusable-host',
    message: `This computer has no address ${ocppHost} to listen on for stations: check --ocpp-host.`,
    exitCode: 69,
  };
}

function isUnusableHost(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNUSABLE.has(String(error.code));
}

const UNUSABLE: ReadonlySet<string> = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL']);

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
