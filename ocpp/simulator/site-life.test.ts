import { afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer, until } from '../test-server.ts';
import { seededRandom } from './random.ts';
import { startSiteLife } from './site-life.ts';
import { realTime } from './time.ts';

const ending = new AbortController();
let site: TestServer | undefined;

afterEach(async () => {
  ending.abort();
  await site?.server.close();
});

test('a dozen stations tell a physically possible day and then go on living', async () => {
  site = await startTestServer({ limits: { messagesPerSecond: Number.POSITIVE_INFINITY } });
  const startedAt = Date.now();
  const stations = startSiteLife({
    url: site.url,
    stations: 12,
    cards: ['A', 'B', 'C'],
    time: realTime(),
    random: seededRandom(7),
    signal: ending.signal,
    speed: 400,
  });
  await until(() => stations.every((station) => station.online && station.undelivered < 3));
  const { calls } = site;
  await until(() =>
    calls.some(({ call }) => {
      if (call.action !== 'StopTransaction' || call.validity === 'invalid') return false;
      return Date.parse(call.request.timestamp) > startedAt;
    }),
  );

  expect(calls.filter(({ call }) => call.validity !== 'valid')).toEqual([]);
  const sessions = pastSessions(calls, startedAt);
  expect(sessions.length).toBeGreaterThan(12);
  for (const { hours, kWh } of sessions) {
    expect(kWh).toBeGreaterThan(1);
    expect(kWh).toBeLessThanOrEqual(Math.min(41, 22 * hours + 0.001));
  }
});

function pastSessions(calls: TestServer['calls'], before: number) {
  const open = new Map<string, { at: number; wh: number }>();
  const sessions: { hours: number; kWh: number }[] = [];
  for (const { connection, call } of calls) {
    if (call.validity === 'invalid') continue;
    if (call.action === 'StartTransaction') {
      open.set(connection.stationId, {
        at: Date.parse(call.request.timestamp),
        wh: call.request.meterStart,
      });
    }
    if (call.action === 'StopTransaction' && Date.parse(call.request.timestamp) < before) {
      const start = open.get(connection.stationId);
      if (start === undefined) throw new Error('a stop without a start');
      const hours = (Date.parse(call.request.timestamp) - start.at) / 3_600_000;
      sessions.push({ hours, kWh: (call.request.meterStop - start.wh) / 1000 });
    }
  }
  return sessions;
}
