import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSite, type TestSite } from '../testing/start-site.ts';
import type { TestStation } from '../testing/test-station.ts';

let site: TestSite;
let station: TestStation;

beforeEach(async () => {
  site = await startSite();
  station = await site.station('LOBBY-1');
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.stop();
});

const BEGIN = Date.now() - 24 * 3_600_000;
const SAMPLES = 21_000;

test.each([
  ['in order', (index: number) => index],
  ['newest first', (index: number) => SAMPLES - index],
  ['all mixed up', (index: number) => (index * 7_919) % SAMPLES],
])('the longest message a station may send, %s, does not hold up the others', async (_, order) => {
  const { transactionId } = await station.ok('StartTransaction', {
    connectorId: 1,
    idTag: 'CARD',
    meterStart: 0,
    timestamp: at(0),
  });
  const meterValue = Array.from({ length: SAMPLES }, (__, index) => ({
    timestamp: at(order(index)),
    sampledValue: [{ value: String(order(index)) }],
  }));
  const frame = JSON.stringify([2, 'long', 'MeterValues', { connectorId: 1, transactionId, meterValue }]);
  const stalls = await stallsWhile(async () => {
    const answered = new Promise((resolve) => station.socket.once('message', resolve));
    station.socket.send(frame);
    await answered;
  });
  expect(stalls).toBeLessThan(600);
  const [session] = (await site.api.get('/sessions')).json.items;
  const { curve } = (await site.api.get(`/sessions/${session.id}`)).json;
  expect(curve.length).toBeGreaterThan(700);
  expect(curve.length).toBeLessThanOrEqual(1_440);
  const times = curve.map((point: { at: string }) => Date.parse(point.at));
  expect(times).toEqual(times.toSorted((a: number, b: number) => a - b));
});

/** The longest time in ms for which nothing else could run. */
async function stallsWhile(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  // The stall itself is measured when the loop turns again.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return delay.max / 1e6;
}

function at(index: number): string {
  return new Date(BEGIN + index * 4_000).toISOString();
}
