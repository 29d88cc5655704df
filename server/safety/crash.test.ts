import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '#core/sessions/session.ts';
import { between, type Random, seededRandom } from '#ocpp/simulator/random.ts';
import { type BuiltProduct, buildProduct } from './built-product.ts';
import { type BusyStation, createBusyStation, type Ledger } from './busy-station.ts';
import { compare, type Kept, readKept } from './compare-books.ts';
import { adoptStations, setUpSite, signIn } from './owner.ts';
import { type ServerProcess, startProduct } from './server-process.ts';

const STATIONS = 30;
const MOST_SIGN_INS = 8;
const DAY_MS = 86_400_000;
/** The server takes no more than 20 sockets of one address that it does not know yet. */
const CONNECTING_AT_ONCE = 10;

let sound: BuiltProduct;
let hasty: BuiltProduct;

beforeAll(async () => {
  [sound, hasty] = await Promise.all([buildProduct(), buildProduct({ replyBeforeCommit: true })]);
});

afterAll(async () => {
  await sound?.remove();
  await hasty?.remove();
});

test('a server that is killed thirty times loses nothing it has acknowledged and doubles nothing', async () => {
  const storm = await killAgainAndAgain(sound, { kills: 30, seed: 1 });
  console.info(
    `${storm.kills} kills, ${storm.acknowledged} acknowledged messages, ${storm.sessions.length} sessions; ` +
      `restart p50 ${storm.restartP50Ms} ms, max ${storm.restartMaxMs} ms`,
  );
  const audit = compare(storm.stations, storm);
  expect(audit).toEqual({ lost: [], altered: [], doubled: [], unfounded: 0 });
  expect(storm.sessions).toHaveLength(storm.stations.flatMap(({ charges }) => charges).length);
  expect(storm.shownByApi).toEqual(energies(storm.sessions));
  expect(storm.acknowledged).toBeGreaterThan(500);
}, 480_000);

test('the same storm finds what a server loses that answers before its COMMIT', async () => {
  let [found, kills] = [0, 0];
  // Whether just then a message is acknowledged and not yet kept is chance: on a quick disk some storms miss it.
  for (let seed = 2; found === 0 && seed < 10; seed += 1) {
    const storm = await killAgainAndAgain(hasty, { kills: 8, seed });
    found = compare(storm.stations, storm).lost.length;
    kills += storm.kills;
  }
  console.info(`answering before COMMIT: ${found} acknowledged messages lost in ${kills} kills`);
  expect(found).toBeGreaterThan(0);
}, 480_000);

interface Storm extends Kept {
  readonly kills: number;
  readonly acknowledged: number;
  readonly stations: readonly Ledger[];
  /** Transaction and energy of each session as the API tells them. */
  readonly shownByApi: readonly (readonly [number, number | null])[];
  readonly restartP50Ms: number;
  readonly restartMaxMs: number;
}

/** Kills the server at random moments while all stations charge, and lets them finish in the end. */
async function killAgainAndAgain(
  product: BuiltProduct,
  { kills, seed }: { readonly kills: number; readonly seed: number },
): Promise<Storm> {
  const random = seededRandom(seed);
  const dataFolder = await mkdtemp(join(tmpdir(), 'ladehaus-crash-'));
  const yesterday = Date.now() - DAY_MS;
  const stations = Array.from({ length: STATIONS }, (_, index) =>
    createBusyStation(`BAY-${index + 1}`, yesterday),
  );
  await foundSite(dataFolder, stations);
  const restarts: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await startProduct(product, { dataFolder });
    restarts.push(server.startMs);
    await Promise.all([connectAll(stations, server), killSoon(server, { stations, random })]);
  }
  const last = await startProduct(product, { dataFolder });
  await connectAll(stations, last);
  await Promise.all(stations.map((station) => station.finish()));
  const shownByApi = await askUntilKnown(last);
  await last.stop();
  const kept = await readKept(dataFolder);
  await rm(dataFolder, { recursive: true });
  restarts.sort((a, b) => a - b);
  return {
    kills,
    acknowledged: acknowledgedBy(stations),
    stations,
    ...kept,
    shownByApi,
    restartP50Ms: Math.round(restarts[restarts.length >> 1] ?? 0),
    restartMaxMs: Math.round(restarts.at(-1) ?? 0),
  };
}

/** By the sound product: one that answers too early might not know its own sign-in a moment later. */
async function foundSite(dataFolder: string, stations: readonly Ledger[]): Promise<void> {
  const server = await startProduct(sound, { dataFolder });
  const owner = await setUpSite(server.uiUrl);
  await adoptStations(
    owner,
    stations.map(({ stationId }) => stationId),
  );
  await server.stop();
}

/** At a random moment after the first acknowledgement: before it there is nothing to lose. */
async function killSoon(
  server: ServerProcess,
  { stations, random }: { readonly stations: readonly BusyStation[]; readonly random: Random },
): Promise<void> {
  const before = acknowledgedBy(stations);
  while (acknowledgedBy(stations) === before) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, between(random, 100, 400)));
  await server.kill();
}

/** A station that the server did not live long enough to welcome gets its turn after the next start. */
async function connectAll(stations: readonly BusyStation[], server: ServerProcess): Promise<void> {
  for (let first = 0; first < stations.length; first += CONNECTING_AT_ONCE) {
    const some = stations.slice(first, first + CONNECTING_AT_ONCE);
    const outcomes = await Promise.allSettled(some.map((station) => station.connect(server.ocppUrl)));
    if (server.ended() !== null) return;
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }
}

function acknowledgedBy(stations: readonly BusyStation[]): number {
  return stations.reduce((sum, station) => sum + station.acknowledged, 0);
}

/** One that answers before its COMMIT may not know yet, or have lost, whom it has just signed in. */
async function askUntilKnown(server: ServerProcess): ReturnType<typeof askApi> {
  for (let attempt = 1; attempt < MOST_SIGN_INS; attempt += 1) {
    const shown = await askApi(server).catch(() => null);
    if (shown !== null) return shown;
  }
  return askApi(server);
}

async function askApi(server: ServerProcess): Promise<Storm['shownByApi']> {
  const owner = await signIn(server.uiUrl);
  const file = await owner.download('sessions?format=json');
  const sessions: { readonly transactionId: number; readonly energyWh: number | null }[] = JSON.parse(file);
  return sessions
    .map(({ transactionId, energyWh }) => [transactionId, energyWh] as const)
    .sort(([a], [b]) => a - b);
}

function energies(sessions: readonly Session[]): Storm['shownByApi'] {
  return sessions
    .map(({ transactionId, start, end }) => [transactionId, (end?.register ?? 0) - start.register] as const)
    .sort(([a], [b]) => a - b);
}
