import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type BuiltProduct, buildProduct } from './built-product.ts';
import { type BusyStation, createBusyStation } from './busy-station.ts';
import { compare, readKept } from './compare-books.ts';
import { adoptStations, type Owner, setUpSite } from './owner.ts';
import { type ServerProcess, startProduct } from './server-process.ts';

/** Enough to use up what the log of the database has to spare within seconds. */
const STATIONS = 50;
const DAY_MS = 86_400_000;

const disk = mountSmallDisk();
let product: BuiltProduct;

beforeAll(async () => {
  if (disk !== null) product = await buildProduct();
});

afterAll(async () => {
  await product?.remove();
  if (disk !== null) unmount(disk);
});

// Only the administrator of a Linux machine can have a disk of 24 MB.
test.runIf(disk !== null)(
  'a full disk closes the stations’ lines, loses nothing, and all goes on when there is room again',
  async () => {
    const folder = disk ?? '';
    const dataFolder = join(folder, 'data');
    const ballast = join(folder, 'ballast');
    const server = await startProduct(product, { dataFolder });
    onTestFinished(() => server.kill());
    const owner = await setUpSite(server.uiUrl);
    const stations = Array.from({ length: STATIONS }, (_, index) =>
      createBusyStation(`BAY-${index + 1}`, Date.now() - DAY_MS),
    );
    await adoptStations(
      owner,
      stations.map(({ stationId }) => stationId),
    );
    await connectAll(stations, server);
    await until('something was charged', () => acknowledged(stations) > 200);

    fill(folder, ballast);
    await until('every line is closed', () => stations.every(({ online }) => !online));
    const beforeTrying = acknowledged(stations);
    await answers(owner);
    await connectAll(stations, server);
    await until('every line is closed again', () => stations.every(({ online }) => !online));
    // The log of the database starts anew now and then, and takes a message or two in the room it has already.
    expect(acknowledged(stations)).toBeLessThan(beforeTrying + STATIONS);
    expect(server.ended()).toBeNull();
    await answers(owner);

    rmSync(ballast);
    await connectAll(stations, server);
    await until('charging goes on', () => acknowledged(stations) > beforeTrying + STATIONS);
    await Promise.all(stations.map((station) => station.finish()));
    await server.stop();
    const audit = compare(stations, await readKept(dataFolder));
    expect(audit).toEqual({ lost: [], altered: [], doubled: [], unfounded: 0 });
  },
  90_000,
);

/** Lines that are closed before they were of any use are what this is about. */
async function connectAll(stations: readonly BusyStation[], server: ServerProcess): Promise<void> {
  for (const station of stations) await station.connect(server.ocppUrl);
}

function acknowledged(stations: readonly BusyStation[]): number {
  return stations.reduce((sum, station) => sum + station.acknowledged, 0);
}

async function answers(owner: Owner): Promise<void> {
  const { items } = await owner.get<{ readonly items: readonly object[] }>('stations');
  expect(items).toHaveLength(STATIONS);
}

/** Leaves nothing free. */
function fill(folder: string, ballast: string): void {
  const { bavail, bsize } = statfsSync(folder);
  try {
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - bsize));
  } catch (error) {
    // The server took the rest in the meantime: the disk is as full as it was to be.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

async function until(what: string, condition: () => boolean): Promise<void> {
  const givenUpAtMs = performance.now() + 25_000;
  while (!condition()) {
    if (performance.now() > givenUpAtMs) throw new Error(`In vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function mountSmallDisk(): string | null {
  if (platform() !== 'linux') return null;
  const folder = mkdtempSync(join(tmpdir(), 'ladehaus-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true });
    // Where everything is tested the administrator's disk must not be missing unnoticed.
    if (process.env.CI !== undefined && process.getuid?.() === 0) throw error;
    return null;
  }
}

function unmount(folder: string): void {
  execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
}
