import { afterEach, beforeEach, expect, test } from 'vitest';
import { SqlError } from '#store/sqlite/connection.ts';
import { watchedWriter } from '#store/testing/watched-connections.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
let failure: string | null;
let failsOnce: boolean;

beforeEach(async () => {
  failure = null;
  failsOnce = false;
  const writer = watchedWriter();
  site = await startSite({ connect: writer.connect });
  writer.beforeRun = (sql) => {
    if (failure === null || !sql.startsWith('INSERT')) return;
    const kind = failure;
    if (failsOnce) failure = null;
    throw new SqlError(kind, 'the disk has failed');
  };
});
afterEach(async () => {
  failure = null;
  await site.stop();
});

test('what could not be stored is not answered, and the site is as it was before', async () => {
  let station = await site.station('A');
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  const before = await shown();
  for (const kind of ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_CONSTRAINT', 'SQLITE_ERROR']) {
    failure = kind;
    const answer = await station.call('StartTransaction', start);
    // 1013 "try again later"; 1011 where the statement itself is wrong and trying again will not help.
    expect(answer).toEqual({ kind: 'closed', code: kind === 'SQLITE_ERROR' ? 1011 : 1013 });
    failure = null;
    await eventually(async () => (await site.api.get('/stations/A')).json.online === false);
    station = await site.station('A');
    expect(await shown()).toEqual(before);
  }
  // The station kept its message, and delivers it once there is room again: one session, not two.
  await station.ok('StartTransaction', start);
  expect((await shown()).sessions).toMatchObject([{ state: 'running' }]);
});

test.each([
  ['BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }],
  ['StopTransaction', { transactionId: 1, meterStop: 10, timestamp: '2026-06-01T12:00:00Z' }],
  ['MeterValues', { connectorId: 1, meterValue: [] }],
  ['StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Faulted' }],
  ['Authorize', { idTag: 'X' }],
])('%s that cannot be stored is not answered with an error', async (action, payload) => {
  const station = await site.station('A');
  failure = 'SQLITE_FULL';
  expect(await station.call(action, payload)).toEqual({ kind: 'closed', code: 1013 });
});

test('what was only remembered is forgotten with the message that could not be stored', async () => {
  let station = await site.station('A');
  await station.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  const before = (await site.api.get('/stations/A')).json;
  for (const [action, payload] of [
    ['Authorize', { idTag: 'CARD' }],
    ['BootNotification', { chargePointVendor: 'V', chargePointModel: 'A model name that is far too long' }],
    ['MeterValues', { connectorId: 1, meterValue: [{ ...odd, timestamp: start.timestamp }] }],
  ] as const) {
    // Nothing but the message itself is to meet the full disk.
    await eventually(async () => site.store.pending() === 0);
    // What was noted when the line opened is on the disk before it fails.
    await station.ok('Heartbeat', {});
    failure = 'SQLITE_FULL';
    // The disk has room again at once, so that the end of the line is stored with all that is known of it.
    failsOnce = true;
    expect(await station.call(action, payload)).toEqual({ kind: 'closed', code: 1013 });
    station = await site.station('A');
    const { connectors, deviations } = (await site.api.get('/stations/A')).json;
    expect({ connectors, deviations }).toEqual({
      connectors: before.connectors,
      deviations: before.deviations,
    });
  }
});

test('the owner is told in a problem, and nothing has changed', async () => {
  await site.api.post('/cards', { uid: 'A1', holder: 'Anna' });
  const before = (await site.api.get('/cards')).json;
  for (const [kind, code] of [
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR', 'store-failed'],
  ] as const) {
    failure = kind;
    expect((await site.api.post('/cards', { uid: 'A2', holder: 'B' })).json.code).toBe(code);
    expect((await site.api.patch('/site', { name: 'X' })).json.code).toBe(code);
    expect((await site.api.post('/stations', { id: 'S' })).json.code).toBe(code);
    failure = null;
  }
  expect((await site.api.get('/cards')).json).toEqual(before);
  expect((await site.api.get('/site')).json.name).toBe('Werk Süd');
  expect((await site.api.get('/stations')).json.items).toEqual([]);
  expect((await site.api.post('/cards', { uid: 'A2', holder: 'B' })).status).toBe(201);
});

test('a command that could not be noted as sent waits, and does not keep the program busy', async () => {
  const station = await site.station('A');
  await station.hangUp();
  await site.api.post('/stations/A/commands', { kind: 'reset', type: 'Soft' });
  const again = await site.station('A');
  site.clock.advance(3_000);
  failure = 'SQLITE_FULL';
  const errors = site.errors.length;
  site.server.resumed();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(site.errors.length - errors).toBeLessThan(5);
  expect(again.asked).toEqual([]);
  failure = null;
  site.server.resumed();
  await eventually(async () => again.asked.length === 1);
});

test('stopping on a failed disk stops all the same, and lets go of the data', async () => {
  const station = await site.station('A');
  await station.ok('Heartbeat', {});
  failure = 'SQLITE_FULL';
  await site.server.stop();
  await eventually(async () => station.socket.readyState === station.socket.CLOSED);
  failure = null;
  await site.restart();
  await (await site.station('A')).ok('Heartbeat', {});
});

test('a start that fails half-way shuts the doors it has opened', async () => {
  const { uiUrl, ocppUrl } = site.server;
  const [uiPort = 0, ocppPort = 0] = [uiUrl, ocppUrl].map((url) => Number(new URL(url).port));
  await site.stop();
  const writer = watchedWriter();
  writer.beforeRun = (sql) => {
    if (sql.startsWith('INSERT INTO batch')) throw new SqlError('SQLITE_FULL', 'the disk has failed');
  };
  const config = { uiPort, ocppPort };
  await expect(startSite({ connect: writer.connect, config })).rejects.toThrow('disk-full');
  // Both are free for the next attempt.
  site = await startSite({ config });
});

const odd = { sampledValue: [{ value: '1,5' }] };
const start = { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: new Date().toISOString() };

async function shown() {
  const [{ json: sessions }, { json: station }, { json: held }] = await Promise.all([
    site.api.get('/sessions'),
    site.api.get('/stations/A'),
    site.api.get('/held-cards'),
  ]);
  return { sessions: sessions.items, connectors: station.connectors, held: held.items };
}
