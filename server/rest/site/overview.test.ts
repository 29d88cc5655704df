import { afterEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../../testing/start-site.ts';

let site: TestSite;

afterEach(() => site.stop());

const HOUR = 3_600_000;

test('two windows that open together see the same load', async () => {
  site = await startSite();
  const [one, other] = await Promise.all([site.api.get('/overview'), site.api.get('/overview')]);
  expect(one.json.load.length).toBeGreaterThan(100);
  expect(other.json.load).toEqual(one.json.load);
});

test('energy belongs to the day on which its session began, by the clock of the site', async () => {
  // 22:30 in Berlin.
  site = await startSite({ startsAt: Date.UTC(2026, 5, 1, 20, 30) });
  const station = await site.station('A');
  const { transactionId } = await station.ok('StartTransaction', start('2026-06-01T20:30:00Z'));
  site.clock.advance(HOUR / 2);
  await station.ok('MeterValues', values(transactionId, '2026-06-01T21:00:00Z', 5_000));
  expect((await overview()).today).toEqual({ sessions: 1, energyWh: 5_000 });
  site.clock.advance(1.5 * HOUR);
  await station.ok('MeterValues', values(transactionId, '2026-06-01T22:30:00Z', 9_000));
  expect((await overview()).today).toEqual({ sessions: 0, energyWh: 0 });
  const stop = { transactionId, meterStop: 9_500, timestamp: '2026-06-01T22:30:00Z' };
  await station.ok('StopTransaction', stop);
  site.clock.advance(7 * 24 * HOUR - 2 * HOUR);
  // The same weekday a week ago, up to the same time of day: 22:30 again.
  site.clock.advance(60_000);
  expect((await overview()).lastWeek).toEqual({ sessions: 1, energyWh: 9_500 });
});

test('the day on which the clocks go back has twenty-five hours', async () => {
  // 23:30 in Berlin on 25 October, in winter time; midnight was 25 hours before 23:00Z.
  site = await startSite({ startsAt: Date.UTC(2026, 9, 25, 22, 30) });
  const station = await site.station('A');
  const { transactionId } = await station.ok('StartTransaction', start('2026-10-24T22:10:00Z'));
  await station.ok('StopTransaction', { transactionId, meterStop: 1_000, timestamp: '2026-10-24T23:10:00Z' });
  const before = await station.ok('StartTransaction', start('2026-10-24T21:10:00Z'));
  await station.ok('StopTransaction', {
    transactionId: before.transactionId,
    meterStop: 500,
    timestamp: '2026-10-24T21:50:00Z',
  });
  expect((await overview()).today).toEqual({ sessions: 1, energyWh: 1_000 });
  await expect.poll(async () => (await site.api.get('/stations/A')).json.todayWh).toBe(1_000);
});

test('what somebody should look at comes worst first', async () => {
  site = await startSite();
  const station = await site.station('A');
  const status = (connectorId: number, word: string, errorCode = 'NoError') =>
    station.ok('StatusNotification', { connectorId, errorCode, status: word });
  await status(1, 'Faulted', 'GroundFailure');
  await status(2, 'Finishing');
  await status(3, 'Available');
  await station.ok('StopTransaction', {
    transactionId: -1,
    meterStop: 1,
    timestamp: new Date().toISOString(),
  });
  const away = await site.station('B');
  await away.ok('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' });
  await away.hangUp();
  site.clock.advance(31 * 60_000);
  const shown = await overview();
  expect(shown.attention.map(({ kind }: { kind: string }) => kind)).toEqual([
    'fault',
    'blocking',
    'offline',
    'stray',
  ]);
  expect(shown.counts).toEqual({ free: 1, charging: 0, occupied: 1, fault: 1, offline: 1, closed: 0 });
  expect(shown.stations).toEqual({ online: 1, total: 2 });
});

test('a station whose clock is wrong is named once, and its sessions have the right time', async () => {
  site = await startSite();
  const station = await site.station('A');
  const fast = (ms: number) => new Date(Date.now() + 2 * HOUR + ms).toISOString();
  const status = { connectorId: 1, errorCode: 'NoError', status: 'Available' };
  await station.ok('StatusNotification', { ...status, timestamp: fast(0) });
  await station.ok('StatusNotification', { ...status, timestamp: fast(0), connectorId: 2 });
  await station.ok('StartTransaction', start(fast(0)));
  const [session] = (await site.api.get('/sessions')).json.items;
  expect(Math.abs(Date.parse(session.startedAt) - Date.now())).toBeLessThan(60_000);
  expect(session.doubts).toEqual([]);
  expect((await site.api.get(`/sessions/${session.id}`)).json.timeSource).toBe('station-corrected');
  expect((await overview()).attention).toMatchObject([{ kind: 'clock', facts: { offsetSeconds: 7_200 } }]);
  const { items } = (await site.api.get('/logbook')).json;
  expect(items.filter(({ kind }: { kind: string }) => kind === 'station-clock-wrong')).toHaveLength(1);
});

test('a jump of the clock of this computer is noted, and moves no session', async () => {
  site = await startSite();
  const station = await site.station('A');
  await station.ok('StartTransaction', start(new Date().toISOString()));
  site.clock.jump(HOUR);
  site.server.resumed();
  await expect.poll(async () => (await site.api.get('/logbook')).text).toContain('clock-jumped');
  expect((await site.api.get('/sessions')).json.items).toMatchObject([{ state: 'running' }]);
});

test('a thousand stations are listed without holding anybody up', async () => {
  site = await startSite();
  for (let batch = 0; batch < 10; batch += 1)
    await Promise.all(Array.from({ length: 100 }, (_, index) => site.adopt(`S-${batch * 100 + index}`)));
  await overview();
  for (const path of ['/stations', '/overview']) {
    const before = performance.now();
    expect((await site.api.get(path)).status).toBe(200);
    expect(performance.now() - before, path).toBeLessThan(250);
  }
});

async function overview() {
  return (await site.api.get('/overview')).json;
}

function start(timestamp: string) {
  return { connectorId: 1, idTag: 'CARD', meterStart: 0, timestamp };
}

function values(transactionId: number, timestamp: string, wh: number) {
  return {
    connectorId: 1,
    transactionId,
    meterValue: [{ timestamp, sampledValue: [{ value: String(wh) }] }],
  };
}
