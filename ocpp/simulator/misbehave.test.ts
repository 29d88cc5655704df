import { afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer, until } from '../test-server.ts';
import { type ChargePoint, createChargePoint } from './charge-point.ts';
import { oddities, type Stage } from './misbehave.ts';
import { seededRandom } from './random.ts';
import { realTime } from './time.ts';

const stations: ChargePoint[] = [];
let site: TestServer;

afterEach(async () => {
  for (const station of stations.splice(0)) station.switchOff();
  await site.server.close();
});

async function stageFor(options: { readonly sendsBoot?: boolean } = {}): Promise<Stage> {
  site = await startTestServer({ limits: { pingIntervalMs: 50 } });
  return { station: await onlineStation(options), idTag: 'CARD', now: Date.now() };
}

async function onlineStation(options: { readonly sendsBoot?: boolean } = {}): Promise<ChargePoint> {
  const time = realTime();
  const station = createChargePoint({ ...options, url: site.url, id: 'ODD', time, random: seededRandom(3) });
  stations.push(station);
  station.switchOn();
  await until(() => station.online);
  return station;
}

function told(action: string) {
  return site.calls.map(({ call }) => call).filter((call) => call.action === action);
}

test('a repeated stop comes twice with different message ids', async () => {
  await oddities.repeatedStop(await stageFor());
  const [first, second] = told('StopTransaction');
  expect(first?.request).toEqual(second?.request);
  expect(first?.messageId).not.toBe(second?.messageId);
});

test('a repeated start, a stop with -1 and a backward meter are valid messages all the same', async () => {
  const stage = await stageFor();
  await oddities.repeatedStart(stage);
  await oddities.stopMinusOne(stage);
  await oddities.meterBackwards(stage);
  await oddities.baselineZero(stage);
  await oddities.kilowattHoursAsWattHours(stage);
  expect(told('StopTransaction').map(({ validity }) => validity)).toEqual(Array(5).fill('valid'));
});

test('local times, fractions and numbers as text are repaired', async () => {
  const stage = await stageFor();
  await oddities.localTime(stage);
  await oddities.fractionalMeter(stage);
  await oddities.numbersAsText(stage);
  await until(() => told('StartTransaction').length === 3);
  const kinds = told('StartTransaction').map(({ deviations }) => deviations.map(({ kind }) => kind));
  expect(kinds).toEqual([
    ['timestamp-without-zone'],
    ['fractional-register'],
    ['number-as-text', 'number-as-text'],
  ]);
});

test('a pulled cable is noticed by silence', async () => {
  await oddities.halfOpen(await stageFor());
  await until(() => site.closed.length === 1);
  expect(site.closed).toMatchObject([{ close: { by: 'silence' } }]);
});

test('a station that never boots is served', async () => {
  const { station } = await stageFor({ sendsBoot: false });
  expect(await station.call('Heartbeat', {})).toMatchObject({ kind: 'result' });
  expect(told('BootNotification')).toEqual([]);
});

test('a second socket of the same station takes over from the first', async () => {
  await stageFor();
  stations[0]?.freeze();
  await onlineStation();
  expect(site.closed).toMatchObject([{ close: { reason: 'replaced' } }]);
});

test('a flood is answered to the last message', async () => {
  const stage = await stageFor();
  await oddities.flood(stage, 150);
  await until(() => told('Heartbeat').length === 150);
});
