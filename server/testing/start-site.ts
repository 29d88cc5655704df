import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action } from '#ocpp/v16/actions.ts';
import { openStore } from '#store/open-store.ts';
import type { Connect } from '#store/sqlite/connection.ts';
import type { Store } from '#store/store.ts';
import { assemble, type Outside } from '../assemble.ts';
import type { ServerConfig } from '../config.ts';
import type { Log } from '../log.ts';
import type { RunningServer } from '../start.ts';
import { createRestClient, type RestClient } from './rest-client.ts';
import { createTestClock, type TestClock } from './test-clock.ts';
import { connectStation, type TestStation } from './test-station.ts';

export const OWNER = { name: 'Mara Weber', password: 'a good long password' } as const;

export const SETUP = {
  language: 'de',
  region: 'de-DE',
  siteName: 'Werk Süd',
  timeZone: 'Europe/Berlin',
  ownerName: OWNER.name,
  password: OWNER.password,
  access: 'everybody',
} as const;

/** A site that really runs: the server on free ports, with its data in a folder of its own. */
export interface TestSite {
  readonly server: RunningServer;
  readonly folder: string;
  readonly store: Store;
  readonly clock: TestClock;
  /** The owner's browser. */
  readonly api: RestClient;
  /** What the program wrote into its log as an error. */
  readonly errors: readonly unknown[];
  /** A browser that knows nobody. */
  stranger(): RestClient;
  adopt(id: string, more?: Readonly<Record<string, unknown>>): Promise<void>;
  /** A station on the line; adopted first if need be. */
  station(id: string, more?: { readonly password?: string }): Promise<TestStation>;
  /** Stops the server and starts it again on the same data. The owner stays signed in. */
  restart(): Promise<void>;
  /** The same as if the power had failed: what it starts on is what the disk has held until now. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export interface SiteWish {
  /** Where the clock stands at first; runs on from there. */
  readonly startsAt?: number;
  /** Whether the clock moves by hand alone, for what is told to the second. */
  readonly clockStands?: boolean;
  readonly access?: 'everybody' | 'known-cards';
  /** False leaves the site without an owner. */
  readonly setUp?: boolean;
  readonly config?: Partial<ServerConfig>;
  /** Opens the database in another way than usual. */
  readonly connect?: Connect;
  readonly addresses?: () => readonly string[];
  /** Actions that the server does without. */
  readonly without?: readonly Action[];
  /** Lets the program ask receivers on loopback. */
  readonly outside?: Outside;
}

export async function startSite(wish: SiteWish = {}): Promise<TestSite> {
  const folder = await mkdtemp(join(tmpdir(), 'ladehaus-site-'));
  const rendererFolder = await writePage(folder);
  const clock = createTestClock(wish.startsAt ?? null, { stands: wish.clockStands ?? false });
  const errors: unknown[] = [];
  const log: Log = { info: () => {}, warn: () => {}, error: (...told: unknown[]) => errors.push(told) };
  const stations: TestStation[] = [];
  let store: Store;
  let server = await start();
  let api = createRestClient(server.uiUrl);
  if (wish.setUp !== false)
    insist(await api.post('/setup', { ...SETUP, access: wish.access ?? 'everybody' }));

  return {
    get server() {
      return server;
    },
    get api() {
      return api;
    },
    folder,
    get store() {
      return store;
    },
    clock,
    errors,
    stranger: () => createRestClient(server.uiUrl),
    async adopt(id, more = {}) {
      insist(await api.post('/stations', { id, ...more }));
    },
    async station(id, more = {}) {
      const known = await api.get(`/stations/${encodeURIComponent(id)}`);
      if (known.status === 404) insist(await api.post('/stations', { id, ...more }));
      const station = await connectStation(server.ocppUrl, id, more);
      stations.push(station);
      return station;
    },
    async restart() {
      await server.stop();
      await startAgain();
    },
    async crash() {
      await cp(join(folder, 'data'), join(folder, 'held'), { recursive: true });
      await server.stop();
      await rm(join(folder, 'data'), { recursive: true });
      await rename(join(folder, 'held'), join(folder, 'data'));
      await startAgain();
    },
    async stop() {
      for (const { socket } of stations) socket.terminate();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };

  async function startAgain(): Promise<void> {
    server = await start();
    const cookies = [...api.cookies.values()];
    api = createRestClient(server.uiUrl);
    for (const token of cookies) api.cookies.set(`ladehaus-${new URL(server.uiUrl).port}`, token);
  }

  async function start(): Promise<RunningServer> {
    const { connect, addresses, without, outside } = wish;
    const opened = await openStore({
      folder: join(folder, 'data'),
      now: clock.now,
      ...(connect && { connect }),
    });
    if (opened.kind !== 'opened') throw new Error(`The store was not opened: ${opened.kind}`);
    store = opened.store;
    return assemble({
      config: {
        dataFolder: join(folder, 'data'),
        rendererFolder,
        version: '1.2.3',
        uiPort: 0,
        ocppHost: '127.0.0.1',
        ocppPort: 0,
        ocppTlsPort: 0,
        demo: false,
        ...wish.config,
      },
      store,
      log,
      clock,
      run: Math.random().toString(36).slice(2),
      ...(addresses && { addresses }),
      ...(without && { without }),
      ...(outside && { outside }),
    });
  }
}

async function writePage(folder: string): Promise<string> {
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await mkdir(join(folder, 'data'));
  const page = '<!doctype html><title>Ladehaus</title><style nonce="__CSP_NONCE__"></style>';
  await writeFile(join(renderer, 'index.html'), page);
  await writeFile(join(renderer, 'assets', 'main-1a2b.js'), '// nothing\n');
  return renderer;
}

function insist({ status, text }: { readonly status: number; readonly text: string }): void {
  if (status >= 300) throw new Error(`${status} ${text}`);
}

/** Waits until something is so, and hands it out; fails after a while that is long even on a busy machine. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = performance.now() + 8_000;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > deadline) throw new Error(`waited in vain until ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
