import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, instant } from '#core/shared/units.ts';
import { openStore } from '#store/open-store.ts';
import type { Store } from '#store/store.ts';
import { assemble } from '../assemble.ts';
import type { Clock } from '../clock.ts';
import type { RunningServer } from '../start.ts';
import { type Owner, setUpSite } from './owner.ts';

/** A wall clock that stands still until it is put elsewhere. */
export interface HandClock extends Clock {
  put(at: number): void;
}

/** The whole server in this process, living by a clock that the test moves. */
export interface SiteByHand {
  readonly server: RunningServer;
  readonly owner: Owner;
  readonly clock: HandClock;
  /** What the server keeps, to be looked at. */
  readonly reads: Store['reads'];
  /** Whether everything that came in has been decided and kept. */
  idle(): boolean;
  stop(): Promise<void>;
}

export async function startSiteByHand(startsAt: number): Promise<SiteByHand> {
  const folder = await mkdtemp(join(tmpdir(), 'ladehaus-by-hand-'));
  const rendererFolder = join(folder, 'renderer');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>Ladehaus</title>');
  const clock = createHandClock(startsAt);
  const opened = await openStore({ folder: join(folder, 'data'), now: clock.now });
  if (opened.kind !== 'opened') throw new Error(`The store was not opened: ${opened.kind}`);
  const server = await assemble({
    config: {
      dataFolder: join(folder, 'data'),
      rendererFolder,
      version: '0.0.0',
      uiPort: 0,
      ocppHost: '127.0.0.1',
      ocppPort: 0,
      ocppTlsPort: null,
      demo: false,
      // What a station sends in a day it sends here in seconds.
      stationMessagesPerSecond: Number.POSITIVE_INFINITY,
    },
    store: opened.store,
    log: { info: () => {}, warn: () => {}, error: console.error },
    clock,
    run: 'by-hand',
  });
  return {
    server,
    owner: await setUpSite(server.uiUrl),
    clock,
    reads: opened.store.reads,
    idle: () => opened.store.pending() === 0,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function createHandClock(startsAt: number): HandClock {
  let now: Instant = instant(startsAt);
  return {
    now: () => now,
    monotonic: () => performance.now(),
    put(at) {
      now = instant(at);
    },
  };
}
