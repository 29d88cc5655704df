import { afterEach, expect, test } from 'vitest';
import { eventually, type SiteWish, startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;

afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

test('a new station is read once, a while after it has started, and again with other firmware', async () => {
  const station = await connected();
  await boot(station, '1.0');
  site.server.resumed();
  await station.ok('Heartbeat', {});
  expect(station.asked).toEqual([]);
  await readBy(station, 1);
  expect(station.asked).toEqual([{ action: 'GetConfiguration', payload: {} }]);
  await boot(station, '1.0');
  await passes(station);
  expect(station.asked).toHaveLength(1);
  await boot(station, '1.1');
  await readBy(station, 2);
});

test('what waits for a restart is read again after it', async () => {
  const station = await connected();
  await boot(station, '1.0');
  await readBy(station, 1);
  station.answers('ChangeConfiguration', () => ({ status: 'RebootRequired' }));
  await site.api.post('/stations/A/configuration/changes', { key: 'ConnectionTimeOut', value: '90' });
  expect(station.asked).toHaveLength(3);
  await passes(station);
  expect(station.asked).toHaveLength(3);
  await boot(station, '1.0');
  await readBy(station, 4);
  expect(station.asked.at(-1)).toEqual({
    action: 'GetConfiguration',
    payload: { key: ['ConnectionTimeOut'] },
  });
});

test('a make that is harmed by questions is not asked any', async () => {
  const station = await connected();
  await boot(station, '1.0', 'ABB', 'TAC-W11');
  await passes(station);
  expect(station.asked).toEqual([]);
});

test.each([
  ['by the setting of the site', {}],
  ['by an argument of the program', { config: { testToolMode: true } }],
] as const)('in test-tool mode, %s, nothing is asked that no person has asked', async (_how, wish) => {
  const station = await connected(wish);
  if (!('config' in wish)) await site.api.patch('/site', { testToolMode: true });
  const { testToolMode, testToolForced } = (await site.api.get('/site')).json;
  expect([testToolMode, testToolForced]).toEqual('config' in wish ? [false, true] : [true, false]);
  await boot(station, '1.0');
  await passes(station);
  expect(station.asked).toEqual([]);
  // OCTT takes a reading after a change for a fault of the central system.
  const set = { key: 'MeterValueSampleInterval', value: '60' };
  const change = (await site.api.post('/stations/A/configuration/changes', set)).json;
  expect(change).toMatchObject({ answer: 'accepted', after: null });
  expect(station.asked.map(({ action }) => action)).toEqual(['ChangeConfiguration']);
});

async function connected(wish: SiteWish = {}): Promise<TestStation> {
  site = await startSite(wish);
  const station = await site.station('A');
  station.answers('GetConfiguration', () => ({
    configurationKey: [{ key: 'ConnectionTimeOut', readonly: false, value: '60' }],
  }));
  return station;
}

function boot(station: TestStation, firmwareVersion: string, vendor = 'V', model = 'M') {
  return station.ok('BootNotification', {
    chargePointVendor: vendor,
    chargePointModel: model,
    firmwareVersion,
  });
}

/** Lets enough time go by for anything that the program may want to ask, between starts far apart. */
async function passes(station: TestStation): Promise<void> {
  site.clock.advance(20 * 60_000);
  site.server.resumed();
  await station.ok('Heartbeat', {});
  site.server.resumed();
  await station.ok('Heartbeat', {});
}

async function readBy(station: TestStation, questions: number): Promise<void> {
  site.clock.advance(20 * 60_000);
  await eventually(async () => {
    site.server.resumed();
    const { busy } = (await site.api.get('/stations/A/configuration')).json;
    return station.asked.length === questions && busy === null;
  });
}
