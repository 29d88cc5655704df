import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connectRaw } from '#ocpp/test-server.ts';
import { eventually, startSite, type TestSite } from '../testing/start-site.ts';
import { connectStation, type TestStation } from '../testing/test-station.ts';

const OLD = 'the-old-password';
let site: TestSite;
let count = 0;
/** Each test has a station of its own. */
let id: string;

beforeAll(async () => {
  site = await startSite();
});
beforeEach(async () => {
  id = `S${++count}`;
  await site.adopt(id, { password: OLD });
});
afterAll(() => site.stop());

function come(password: string): Promise<TestStation> {
  return connectStation(site.server.ocppUrl, id, { password });
}

async function isLetIn(password: string): Promise<boolean> {
  const station = await come(password).catch(() => null);
  await station?.hangUp();
  return station !== null;
}

/** Asks for a new key; the station does with it what `reply` says. */
async function rotate(station: TestStation, reply: (key: string) => object | null) {
  let key = '';
  station.answers('ChangeConfiguration', ({ value }) => {
    key = String(value);
    return reply(key);
  });
  const asking = site.api.post(`${at()}/key`);
  await eventually(async () => key !== '');
  return { key, asking };
}

function newKeyState(): Promise<string | null> {
  return site.api.get(at()).then(({ json }) => json.newKey?.state ?? null);
}

function at(): string {
  return `/stations/${id}/security`;
}

describe('a new key over OCPP (security paper A01)', () => {
  test('accepted: it counts from now on, as bytes and as text, and the old one is dead', async () => {
    const { key, asking } = await rotate(await come(OLD), () => ({ status: 'Accepted' }));
    expect((await asking).json).toEqual({ outcome: 'accepted' });
    expect(key).toMatch(/^[0-9a-f]{40}$/);
    expect(await isLetIn(OLD)).toBe(false);
    expect(await isLetIn(key)).toBe(true);
    expect(await isLetIn(key.toUpperCase())).toBe(true);
    const asBytes = Buffer.concat([Buffer.from(`${id}:`), Buffer.from(key, 'hex')]).toString('base64');
    const headers = { authorization: `Basic ${asBytes}` };
    (await connectRaw(site.server.ocppUrl + id, { headers })).socket.terminate();
    await site.restart();
    expect(await isLetIn(OLD)).toBe(false);
    expect(await isLetIn(key)).toBe(true);
  });

  test.each(['Rejected', 'NotSupported'])('%s: the old one lives, the new one is nothing', async (status) => {
    const { key, asking } = await rotate(await come(OLD), () => ({ status }));
    expect((await asking).json.code).toBe('station-refused');
    expect(await isLetIn(key)).toBe(false);
    expect(await isLetIn(OLD)).toBe(true);
  });

  test('no answer: both count until the new one is proven; then the old one is dead', async () => {
    const station = await come(OLD);
    const { key, asking } = await rotate(station, () => null);
    station.socket.terminate();
    expect((await asking).json).toEqual({ outcome: 'no-answer' });
    expect(await newKeyState()).toBe('no-answer');
    expect(await isLetIn(key)).toBe(true);
    expect(await isLetIn(OLD)).toBe(false);
  });

  test('no answer: both count until the old one is proven; then the new one is nothing', async () => {
    const station = await come(OLD);
    const { key, asking } = await rotate(station, () => null);
    station.socket.terminate();
    await asking;
    expect(await isLetIn(OLD)).toBe(true);
    expect(await newKeyState()).toBeNull();
    expect(await isLetIn(key)).toBe(false);
    expect(await isLetIn(OLD)).toBe(true);
  });

  test('the program ends before the answer comes: whichever key the station has, it gets in', async () => {
    const { key, asking } = await rotate(await come(OLD), () => null);
    await Promise.all([site.restart(), asking.catch(() => null)]);
    expect(await newKeyState()).toBe('no-answer');
    expect(await isLetIn(key)).toBe(true);
    expect(await isLetIn(OLD)).toBe(false);
  });

  test('an error from within the station is no answer: it may have changed all the same', async () => {
    const station = await come(OLD);
    const { key, asking } = await rotate(station, () => null);
    station.socket.send(JSON.stringify([4, station.lastAskedId, 'InternalError', '', {}]));
    expect((await asking).json).toEqual({ outcome: 'no-answer' });
    expect(await isLetIn(key)).toBe(true);
  });

  test('it counts only after a restart of the station: the old one is accepted until the new one came', async () => {
    const { key, asking } = await rotate(await come(OLD), () => ({ status: 'RebootRequired' }));
    expect((await asking).json).toEqual({ outcome: 'waiting' });
    expect(await isLetIn(OLD)).toBe(true);
    expect(await isLetIn(OLD)).toBe(true);
    expect(await isLetIn(key)).toBe(true);
    expect(await isLetIn(OLD)).toBe(false);
  });

  test('a third key is not made while nobody knows which of two the station has', async () => {
    const station = await come(OLD);
    const { asking } = await rotate(station, () => null);
    expect((await site.api.post(`${at()}/key`)).json.code).toBe('key-change-under-way');
    station.socket.terminate();
    await asking;
  });

  test('a station that is away is not given one', async () => {
    expect((await site.api.post(`${at()}/key`)).json.code).toBe('station-not-connected');
    expect(await newKeyState()).toBeNull();
  });

  test('the key is nowhere: not in the journal, the logbook, an answer or the database', async () => {
    const { key, asking } = await rotate(await come(OLD), () => ({ status: 'Accepted' }));
    await asking;
    const frames = await site.store.reads.journal({ limit: 50 });
    expect(frames.some(({ frame }) => frame.text.includes('AuthorizationKey'))).toBe(true);
    const seen = [
      JSON.stringify(frames),
      (await site.api.get('/logbook')).text,
      (await site.api.get(at())).text,
      JSON.stringify(await site.store.load()),
      JSON.stringify(site.errors),
    ].join('\n');
    expect(seen.toLowerCase()).not.toContain(key);
    expect(seen).not.toContain(Buffer.from(key, 'hex').toString('base64'));
  });
});
