import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '#ocpp/simulator/random.ts';
import { formatTimestamp } from '#ocpp/v16/timestamp.ts';
import { type BuiltProduct, buildProduct } from './built-product.ts';
import { mutatedFrame } from './mutated-frames.ts';
import { adoptStations, type Owner, setUpSite } from './owner.ts';
import { connectRawStation, type RawStation, readAnswer } from './raw-station.ts';
import { type ServerProcess, startProduct } from './server-process.ts';

const ATTACKERS = 100;
/** Stations that attack at the same time, each with a wave of frames in a row. */
const AT_ONCE = 10;
const FRAMES_PER_WAVE = 70;
const WAVES = 3;
const LONGEST_STALL_MS = 250;

let product: BuiltProduct;
let dataFolder: string;
let server: ServerProcess;
let owner: Owner;

beforeAll(async () => {
  product = await buildProduct();
});

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'ladehaus-hostile-'));
  server = await startProduct(product, { dataFolder });
  owner = await setUpSite(server.uiUrl);
  return async () => {
    await server.kill();
    await rm(dataFolder, { recursive: true });
  };
});

afterAll(() => product?.remove());

test('more than 20,000 broken frames neither end, nor stall, nor confuse the server', async () => {
  const attackers = Array.from({ length: ATTACKERS }, (_, index) => `HOSTILE-${index + 1}`);
  await adoptStations(owner, [...attackers, 'NEIGHBOUR']);
  const before = await server.vitals();
  const neighbour = await startNeighbour();
  const tally: Tally = { frames: 0, answered: 0, closed: 0, unanswered: [], refused: [] };
  const stalls: number[] = [];
  for (let wave = 0; wave < WAVES; wave += 1) stalls.push(await stallOfWave(wave, attackers, tally));
  const after = await server.vitals();
  const latency = await neighbour.finish();
  console.info(
    `${tally.frames} frames, ${tally.answered} answered, ${tally.closed} closed the line; longest stalls ` +
      `${stalls.map(Math.round)} ms; neighbour p50 ${latency.p50Ms} ms, max ${latency.maxMs} ms; ` +
      `memory ${megabytes(before.residentBytes)} → ${megabytes(after.residentBytes)} MB`,
  );
  expect(tally.frames).toBeGreaterThan(20_000);
  expect(tally.unanswered).toEqual([]);
  expect(tally.refused).toEqual([]);
  expect(tally.closed).toBeLessThan(tally.frames / 100);
  expect(Math.max(...stalls)).toBeLessThanOrEqual(LONGEST_STALL_MS);
  const sessions = await owner.get<{ readonly items: readonly object[] }>('sessions?stationId=NEIGHBOUR');
  expect(sessions.items).toMatchObject([{ state: 'ended', energyWh: 500 }]);
  expect((await owner.get<{ readonly items: readonly object[] }>('stations')).items).toHaveLength(
    ATTACKERS + 1,
  );
  await server.stop();
}, 120_000);

// Other addresses of one's own computer exist without further ado only there.
test.runIf(platform() === 'linux')(
  '200 silent and 200 dripping sockets are closed, and keep no station waiting',
  async () => {
    await adoptStations(owner, ['REAL']);
    const port = Number(new URL(server.ocppUrl).port);
    const beganMs = performance.now();
    const silent = Array.from({ length: 200 }, (_, index) => openSocket(port, index));
    const dripping = Array.from({ length: 200 }, (_, index) => drip(openSocket(port, 200 + index)));
    const station = await connectRawStation(server.ocppUrl, 'REAL');
    const answer = await station.call('boot', 'BootNotification', {
      chargePointVendor: 'Vendor',
      chargePointModel: 'Model',
    });
    expect(answer).toMatchObject({ kind: 'result', payload: { status: 'Accepted' } });
    expect(performance.now() - beganMs).toBeLessThan(2_000);
    await Promise.all([...silent, ...dripping].map(closed));
    expect(performance.now() - beganMs).toBeLessThan(20_000);
    expect(station.isOpen).toBe(true);
    expect(await station.call('beat', 'Heartbeat', {})).toMatchObject({ kind: 'result' });
    station.hangUp();
  },
  40_000,
);

interface Tally {
  frames: number;
  answered: number;
  /** Frames after which the server hung up. */
  closed: number;
  /** Frames that got neither an answer nor the end of the line. */
  readonly unanswered: string[];
  /** Messages about transactions that were answered with a CALLERROR. */
  readonly refused: string[];
}

/**
 * The longest stall of the event loop while a wave comes. A machine that is busy with something else stalls
 * as well, but not twice on the same frames.
 */
async function stallOfWave(wave: number, attackers: readonly string[], tally: Tally): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least > LONGEST_STALL_MS; attempt += 1) {
    await server.vitals();
    for (let first = 0; first < attackers.length; first += AT_ONCE) {
      const some = attackers.slice(first, first + AT_ONCE);
      await Promise.all(some.map((id, index) => attack(id, wave * ATTACKERS + first + index, tally)));
    }
    expect(server.ended()).toBeNull();
    least = Math.min(least, (await server.vitals()).stallMs);
  }
  return least;
}

async function attack(id: string, seed: number, tally: Tally): Promise<void> {
  const random = seededRandom(seed);
  let line = await trustedLine(id);
  for (let number = 0; number < FRAMES_PER_WAVE; number += 1) {
    if (!line.isOpen) line = await trustedLine(id);
    const frame = mutatedFrame(random, `h-${number}`);
    tally.frames += 1;
    if (frame.answerTo === null) line.say(frame.text);
    const answer = frame.answerTo === null ? null : line.ask(frame.answerTo, frame.text);
    // Calls of one station are answered in turn: when this one is, the one before has had its answer.
    const probe = await line.call(`p-${number}`, 'Heartbeat', {});
    if (probe === null) tally.closed += 1;
    if (answer === null) continue;
    const answered = await Promise.race([answer, Promise.resolve('nothing')]);
    if (answered === null) continue;
    if (answered === 'nothing') tally.unanswered.push(frame.text.slice(0, 300));
    else if (frame.neverRefused && readAnswer(answered).kind === 'error')
      tally.refused.push(frame.text.slice(0, 300));
    else tally.answered += 1;
  }
  line.hangUp();
  await line.closed;
}

/** A station that has said something sensible may send longer frames. */
async function trustedLine(id: string): Promise<RawStation> {
  const line = await connectRawStation(server.ocppUrl, id);
  await line.call('hello', 'Heartbeat', {});
  return line;
}

interface Neighbour {
  /** Ends its session and tells how long its Heartbeats took. */
  finish(): Promise<{ readonly p50Ms: number; readonly maxMs: number }>;
}

/** A station that minds its own business: one session, and a Heartbeat a few times a second. */
async function startNeighbour(): Promise<Neighbour> {
  const line = await connectRawStation(server.ocppUrl, 'NEIGHBOUR');
  const startedAt = Date.now();
  const started = await line.call('start', 'StartTransaction', {
    connectorId: 1,
    idTag: 'GOOD',
    meterStart: 1_000,
    timestamp: formatTimestamp(startedAt),
  });
  const transactionId = started?.kind === 'result' ? Number(started.payload.transactionId) : -1;
  const tookMs: number[] = [];
  let beating = true;
  const life = (async () => {
    for (let beat = 0; beating; beat += 1) {
      const askedMs = performance.now();
      if ((await line.call(`b-${beat}`, 'Heartbeat', {})) === null)
        throw new Error('The neighbour was cut off');
      tookMs.push(performance.now() - askedMs);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    async finish() {
      beating = false;
      await life;
      const timestamp = formatTimestamp(Date.now());
      const stop = { transactionId, meterStop: 1_500, timestamp };
      expect(await line.call('stop', 'StopTransaction', stop)).toMatchObject({ kind: 'result' });
      line.hangUp();
      tookMs.sort((a, b) => a - b);
      return {
        p50Ms: Math.round(tookMs[tookMs.length >> 1] ?? 0),
        maxMs: Math.round(tookMs.at(-1) ?? 0),
      };
    },
  };
}

/** A socket from one of twenty addresses, so that the limit of each address is not all that is tested. */
function openSocket(port: number, number: number): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress: `127.0.1.${1 + (number % 20)}` });
  socket.on('error', () => {});
  return socket;
}

/** Sends a handshake that never ends, a byte at a time. */
function drip(socket: Socket): Socket {
  const text = 'GET /ocpp/REAL HTTP/1.1\r\nHost: x\r\n';
  let sent = 0;
  const timer = setInterval(() => {
    if (!socket.destroyed) socket.write(text[sent] ?? 'x');
    sent += 1;
  }, 300);
  socket.once('close', () => clearInterval(timer));
  return socket;
}

function closed(socket: Socket): Promise<void> {
  // A socket nobody reads never notices its end.
  socket.resume();
  return new Promise((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())));
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
