import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectSqlite } from '#store/sqlite/driver.ts';
import { type RunningServer, type ServerConfig, startServer } from './start.ts';
import { createRestClient } from './testing/rest-client.ts';
import { eventually, OWNER, SETUP } from './testing/start-site.ts';
import { connectStation } from './testing/test-station.ts';

let folder: string;
let running: RunningServer[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ladehaus-start-'));
  running = [];
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Ladehaus</title>');
});
afterEach(async () => {
  for (const server of running) await server.stop();
  await rm(folder, { recursive: true });
});

test('a port that is taken is named, and nothing else is tried', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  for (const wish of [{ uiPort: port }, { ocppPort: port }, { ocppTlsPort: port }]) {
    const outcome = await startServer(config(wish));
    expect(outcome).toMatchObject({ kind: 'refused', code: 'port-taken', exitCode: 69 });
    expect(outcome.kind === 'refused' && outcome.message).toContain(String(port));
  }
  other.close();
  // Nothing was left open: the same folder starts at once.
  await started();
});

test('a second program on the same data is refused, and may start when the first one has ended', async () => {
  const first = await started();
  expect(await startServer(config())).toMatchObject({
    kind: 'refused',
    code: 'already-running',
    exitCode: 75,
  });
  await createRestClient(first.uiUrl).get('/status');
  await first.stop();
  await started();
});

test('a database of a newer version is refused and left as it is', async () => {
  await (await started()).stop();
  const file = join(folder, 'data', 'ladehaus.db');
  const database = await connectSqlite(file, 'read-write');
  await database.exec('PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE)');
  await database.close();
  const before = await readFile(file);
  expect(await startServer(config())).toMatchObject({
    kind: 'refused',
    code: 'newer-database',
    exitCode: 78,
  });
  expect((await readFile(file)).equals(before)).toBe(true);
});

test('a damaged database is refused in words', async () => {
  await (await started()).stop();
  await writeFile(join(folder, 'data', 'ladehaus.db'), 'this is no database, whatever its name says');
  expect(await startServer(config())).toMatchObject({
    kind: 'refused',
    code: 'damaged-database',
    message: expect.stringContaining('ladehaus.db.version-'),
    exitCode: 65,
  });
});

test('a database of another build is refused in words of its own', async () => {
  await (await started()).stop();
  const database = await connectSqlite(join(folder, 'data', 'ladehaus.db'), 'read-write');
  await database.exec("UPDATE migration SET checksum = 'another'");
  await database.close();
  const outcome = await startServer(config());
  expect(outcome).toMatchObject({ kind: 'refused', code: 'altered-database', exitCode: 78 });
  expect(outcome.kind === 'refused' && outcome.message).not.toContain('damaged');
});

test('a folder that cannot be written to is refused in words', async () => {
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const outcome = await startServer(config({ dataFolder: join(file, 'data') }));
  expect(outcome).toMatchObject({ kind: 'refused', code: 'data-folder-not-writable', exitCode: 73 });
  if (process.platform === 'win32' || process.getuid?.() === 0) return;
  await mkdir(join(folder, 'locked'));
  await chmod(join(folder, 'locked'), 0o500);
  expect(await startServer(config({ dataFolder: join(folder, 'locked', 'data') }))).toMatchObject({
    code: 'data-folder-not-writable',
  });
});

test('stopping answers what was taken, closes the lines with "going away", and is quick', async () => {
  const server = await started();
  const api = createRestClient(server.uiUrl);
  await api.post('/setup', SETUP);
  await api.post('/stations', { id: 'A' });
  const station = await connectStation(server.ocppUrl, 'A');
  await station.ok('Heartbeat', {});
  const timestamp = new Date().toISOString();
  const starts = Array.from({ length: 10 }, (_, connector) =>
    station.call('StartTransaction', { connectorId: connector + 1, idTag: 'C', meterStart: 0, timestamp }),
  );
  const closed = new Promise<number>((resolve) => station.socket.once('close', resolve));
  await starts[0];
  const before = performance.now();
  await Promise.all([server.stop(), server.stop()]);
  expect(performance.now() - before).toBeLessThan(3_000);
  expect(await closed).toBe(1001);
  const answered = (await Promise.all(starts)).filter(({ kind }) => kind === 'result').length;
  expect(answered).toBeGreaterThan(0);

  const again = await started();
  const returning = createRestClient(again.uiUrl);
  await returning.post('/sign-in', OWNER);
  const { items } = (await returning.get('/sessions')).json;
  // What was answered is there; what was not may be there, too, and will be recognised.
  expect(items.length).toBeGreaterThanOrEqual(answered);
  expect((await returning.get('/stations/A')).json).toMatchObject({ name: 'A', online: false });
  const { items: lines } = (await returning.get('/logbook')).json;
  const kinds = lines.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['server-started', 'server-stopped', 'station-disconnected']));
});

test('the desktop window is signed in without a password, and learns what goes on', async () => {
  const server = await started();
  expect(await server.signInWindow()).toBeNull();
  const api = createRestClient(server.uiUrl);
  await api.post('/setup', SETUP);
  const cookie = await server.signInWindow();
  const window = createRestClient(server.uiUrl);
  window.cookies.set(cookie?.name ?? '', cookie?.value ?? '');
  expect((await window.get('/status')).json.signedInAs).toMatchObject({ name: OWNER.name });
  const told: { connectedStations: number; runningSessions: number }[] = [];
  const stop = server.watchActivity((activity) => told.push(activity));
  await api.post('/stations', { id: 'A' });
  const station = await connectStation(server.ocppUrl, 'A');
  const timestamp = new Date().toISOString();
  await station.ok('StartTransaction', { connectorId: 1, idTag: 'C', meterStart: 0, timestamp });
  await eventually(async () => told.at(-1)?.runningSessions === 1);
  expect([told[0], told.at(-1)]).toEqual([
    { connectedStations: 0, runningSessions: 0 },
    { connectedStations: 1, runningSessions: 1 },
  ]);
  stop();
  await station.hangUp();
});

test('the demo lives in its own folder, lets everybody at this computer in, and its past is plausible', async () => {
  const server = await started({ demo: true, dataFolder: join(folder, 'demo') });
  const api = createRestClient(server.uiUrl);
  const endedSessions = async () => (await api.get('/sessions?state=ended&limit=500')).json.items;
  expect((await api.get('/status')).json).toMatchObject({
    demo: true,
    setUp: true,
    signedInAs: { name: expect.any(String), permissions: { 'people.write': 'everywhere' } },
  });
  await eventually(async () => (await api.get('/overview')).json.stations.online === 12);
  await eventually(async () => (await endedSessions()).length > 5);
  const { items } = (await api.get('/sessions?limit=500')).json;
  const ended = await endedSessions();
  for (const session of ended) {
    expect(session).toMatchObject({ doubts: [], state: 'ended' });
    expect(session.energyWh).toBeLessThanOrEqual((22_000 * session.durationSeconds) / 3_600 + 200);
  }
  expect(items.every(({ holder }: { holder: string | null }) => holder !== null)).toBe(true);
  // One sign-in for all, and none for the network.
  for (let visit = 0; visit < 3; visit += 1) await createRestClient(server.uiUrl).get('/status');
  const { items: lines } = (await api.get('/logbook?limit=200')).json;
  expect(lines.filter(({ kind }: { kind: string }) => kind === 'signed-in')).toHaveLength(1);
  expect((await api.patch('/site', { lanOpen: true })).json).toMatchObject({ code: 'demo-stays-here' });
  if (process.platform === 'linux') {
    const stranger = createRestClient(server.uiUrl);
    const answer = await stranger.send('GET', '/api/v1/status', { from: '127.0.0.2' });
    expect([answer.json.signedInAs, stranger.cookies.size]).toEqual([null, 0]);
  }
  await api.post('/sign-out');
  expect((await api.get('/status')).json.signedInAs).toMatchObject({ name: expect.any(String) });
  const before = performance.now();
  await server.stop();
  expect(performance.now() - before).toBeLessThan(3_000);
});

async function started(wish: Partial<ServerConfig> = {}): Promise<RunningServer> {
  const outcome = await startServer(config(wish));
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  running.push(outcome.server);
  return outcome.server;
}

function config(wish: Partial<ServerConfig> = {}): ServerConfig {
  return {
    dataFolder: join(folder, 'data'),
    rendererFolder: join(folder, 'renderer'),
    version: '1.2.3',
    uiPort: 0,
    ocppHost: '127.0.0.1',
    ocppPort: 0,
    ocppTlsPort: null,
    demo: false,
    ...wish,
  };
}
