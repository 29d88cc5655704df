import type { ClientRequest } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Heard, listen as openStream } from '../testing/listen.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';

let site: TestSite;
let streams: ClientRequest[] = [];

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  for (const stream of streams) stream.destroy();
  streams = [];
  await site.stop();
});

test('an open window hears of a message within two seconds, after it has been stored', async () => {
  const station = await site.station('A');
  const stream = await listen();
  const before = performance.now();
  await station.ok('StartTransaction', start());
  await eventually(async () => stream.events.some(({ kind }) => kind === 'session'));
  expect(performance.now() - before).toBeLessThan(2_000);
  const { sessionId } = stream.events.find(({ kind }) => kind === 'session') ?? {};
  expect((await site.api.get(`/sessions/${sessionId}`)).json).toMatchObject({ state: 'running' });
  const kinds = new Set(stream.events.map(({ kind }) => kind));
  for (const kind of ['station', 'held-card', 'log']) expect(kinds).toContain(kind);
});

test('a hundred messages in a moment are a few events', async () => {
  const station = await site.station('A');
  const stream = await listen();
  for (let count = 0; count < 100; count += 1)
    void station.call('MeterValues', { connectorId: 1, meterValue: [] });
  await station.ok('Heartbeat', {});
  await eventually(async () => stream.events.some(({ kind }) => kind === 'station'));
  expect(stream.events.length).toBeLessThan(20);
});

test('whoever was cut off hears what it missed, in order and nothing twice', async () => {
  const stream = await listen();
  await site.api.post('/cards', { uid: 'A1', holder: 'A' });
  await eventually(async () => stream.events.some(({ kind }) => kind === 'card'));
  stream.request.destroy();
  await site.api.patch('/site', { name: 'Other' });
  await site.api.post('/logbook', { text: 'note' });
  await new Promise((resolve) => setTimeout(resolve, 400));
  const again = await listen(stream.lastId());
  await eventually(async () => again.events.length >= 2);
  expect(again.events.map(({ kind }) => kind).toSorted()).toEqual(['log', 'site']);
  const idle = await listen(again.lastId());
  await site.api.post('/logbook', { text: 'another note' });
  await eventually(async () => idle.events.length > 0);
  expect(idle.events).toEqual([{ kind: 'log' }]);
});

test('an event id of another run, or of nowhere, means that everything may have changed', async () => {
  const stream = await listen();
  await site.api.post('/logbook', { text: 'note' });
  await eventually(async () => stream.events.length > 0);
  const lastId = stream.lastId();
  await site.restart();
  for (const id of [lastId, 'nonsense', '0', '__proto__']) {
    const fresh = await listen(id);
    await eventually(async () => fresh.events.length > 0);
    expect(fresh.events[0]).toEqual({ kind: 'reset' });
  }
});

test('the stream is for the owner only, and ends when the server does', async () => {
  const { status } = await site.stranger().get('/events');
  expect(status).toBe(401);
  const stream = await listen();
  const before = performance.now();
  await site.server.stop();
  expect(performance.now() - before).toBeLessThan(3_000);
  await eventually(async () => stream.request.destroyed);
});

async function listen(lastId?: string): Promise<Heard> {
  const stream = await openStream(site, site.api, lastId);
  streams.push(stream.request);
  return stream;
}

function start() {
  return { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp: new Date().toISOString() };
}
