import { ago, session, sessionsOf, start, stop } from '../cases/charging.ts';
import { type Bench, report } from '../harness/bench.ts';
import type { Payload } from '../harness/charge-point.ts';
import { equals, insist, shows } from '../harness/judge.ts';
import { hasDoubt } from './starts.ts';

const MINUTE = 60_000;

/** R42 */
export async function valuesAfterStop(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, { idTag: await bench.card(), timestamp: ago(3_600) });
  await stop(chargePoint, transactionId, { meterStop: 6_000, timestamp: ago(60) });
  const request = { connectorId: 1, transactionId, meterValue: [value(1_200, 4_000)] };
  equals('an answer', await chargePoint.call('MeterValues', request), {});
  const ended = await session(bench, chargePoint, transactionId);
  shows('the session', ended, { state: 'ended', energyWh: 6_000, doubts: [] });
  const { curve } = await bench.get(`/sessions/${ended.id}`);
  insist(
    'the value in its curve',
    curve.some(({ energyWh }: Payload) => energyWh === 4_000),
    curve,
  );
}

/** R43 */
export async function valuesOfUnknown(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, { idTag: await bench.card(), timestamp: ago(3_600) });
  const request = { connectorId: 1, transactionId: -1, meterValue: [value(600, 2_500)] };
  equals('an answer', await chargePoint.call('MeterValues', request), {});
  shows('the session there', await session(bench, chargePoint, transactionId), { measuredWh: 2_500 });
  const nowhere = { connectorId: 2, transactionId: -1, meterValue: [value(600, 9_000)] };
  equals('an answer', await chargePoint.call('MeterValues', nowhere), {});
  insist('no second session', (await sessionsOf(bench, chargePoint)).length === 1);
}

/** R47 */
export async function freeWithoutStop(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, { idTag: await bench.card(), timestamp: ago(3_600) });
  const meterValue = [value(600, 2_500)];
  await chargePoint.call('MeterValues', { connectorId: 1, transactionId, meterValue });
  await report(chargePoint, 1, 'Available');
  bench.site.clock.advance(14 * MINUTE);
  bench.site.server.resumed();
  await chargePoint.call('Heartbeat', {});
  shows('the session', await session(bench, chargePoint, transactionId), { state: 'running' });
  bench.site.clock.advance(2 * MINUTE);
  const alarmed = await bench.eventually('the session to be in doubt', async () => {
    bench.site.server.resumed();
    const seen = await session(bench, chargePoint, transactionId);
    return seen.state === 'needs-decision' && seen;
  });
  hasDoubt(alarmed, 'no-stop');
  const { items } = await bench.get(`/logbook?stationId=${chargePoint.id}`);
  const line = items.find(({ kind }: Payload) => kind === 'session-doubted');
  insist('a line of the logbook that asks for attention', line?.level === 'attention', items);
}

/** R48: OCPP allows meters that begin anew; only differences within a session count. */
export async function meterResetBetween(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const [a, b] = [await bench.card('A'), await bench.card('B')];
  const first = await start(chargePoint, { idTag: a, meterStart: 50_000, timestamp: ago(7_200) });
  await stop(chargePoint, first, { meterStop: 56_000, timestamp: ago(4_000) });
  const second = await start(chargePoint, { idTag: b, meterStart: 0, timestamp: ago(3_600) });
  await stop(chargePoint, second, { meterStop: 4_000, timestamp: ago(60) });
  shows('the first', await session(bench, chargePoint, first), { state: 'ended', energyWh: 6_000 });
  shows('the second', await session(bench, chargePoint, second), { measuredWh: 4_000 });
}

/** R49: Central Europe leaves summer time at 2026-10-25T01:00Z. */
export async function nightOfTheClocks(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, {
    idTag: await bench.card(),
    timestamp: '2026-10-24T22:00:00+02:00',
  });
  await stop(chargePoint, transactionId, { meterStop: 60_000, timestamp: '2026-10-25T06:00:00+01:00' });
  const ended = await session(bench, chargePoint, transactionId);
  shows('nine hours', ended, { durationSeconds: 9 * 3_600, energyWh: 60_000, state: 'ended' });
}

/** R50 */
export async function fiveDays(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const seconds = 5 * 24 * 3_600;
  const transactionId = await start(chargePoint, { idTag: await bench.card(), timestamp: ago(seconds) });
  await stop(chargePoint, transactionId, { meterStop: 60_000, timestamp: ago(0) });
  const ended = await session(bench, chargePoint, transactionId);
  shows('the session', ended, { state: 'ended', energyWh: 60_000, doubts: [] });
  insist('five days', Math.abs(ended.durationSeconds - seconds) < 60, ended.durationSeconds);
}

function value(secondsAgo: number, wh: number) {
  return { timestamp: ago(secondsAgo), sampledValue: [{ value: String(wh) }] };
}
