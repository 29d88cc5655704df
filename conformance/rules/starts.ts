import { ago, authorize, session, sessionsOf, start, stop } from '../cases/charging.ts';
import { type Bench, report } from '../harness/bench.ts';
import type { Payload } from '../harness/charge-point.ts';
import { equals, insist, shows } from '../harness/judge.ts';

/** R31 and R32: the station never got our answer and asks again, under the old or a new message id. */
export async function startRepeated(bench: Bench, sameId: boolean): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const idTag = await bench.card();
  const request = { connectorId: 1, idTag, meterStart: 100, timestamp: ago(60) };
  const first = await chargePoint.call('StartTransaction', request, 'once');
  const again = await chargePoint.call('StartTransaction', request, sameId ? 'once' : 'again');
  equals('the same answer', again, first);
  shows('it is', first, { idTagInfo: { status: 'Accepted' } });
  insist('one session', (await sessionsOf(bench, chargePoint)).length === 1);
}

/** R33 */
export async function startRepeatedAfterStop(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const request = { idTag: await bench.card(), meterStart: 100, timestamp: ago(3_600) };
  const transactionId = await start(chargePoint, request);
  await stop(chargePoint, transactionId, { meterStop: 5_100 });
  insist('the same transaction', (await start(chargePoint, request)) === transactionId);
  const sessions = await sessionsOf(bench, chargePoint);
  shows('sessions', sessions, [{ state: 'ended', energyWh: 5_000 }]);
}

/** R34: one card, one car, unless the card says otherwise; a transaction id there is in any case. */
export async function cardChargesElsewhere(bench: Bench): Promise<void> {
  const [here, there] = [await bench.chargePoint('HERE'), await bench.chargePoint('THERE')];
  const single = await bench.card('SINGLE');
  const shared = await bench.card('SHARED', { maxConcurrent: null });
  await start(there, { idTag: single, connectorId: 1 });
  await start(there, { idTag: shared, connectorId: 2 });
  await authorize(here, single, 'ConcurrentTx');
  await start(here, { idTag: single, connectorId: 1 }, 'ConcurrentTx');
  await authorize(here, shared);
  await start(here, { idTag: shared, connectorId: 2 });
}

/** R35 */
export async function unknownReservation(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, { idTag: await bench.card(), reservationId: 987_654 });
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'running' });
}

/** R36 */
export async function startOverAnOpenSession(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const first = await start(chargePoint, { idTag: await bench.card('A'), timestamp: ago(7_200) });
  const meterValue = [{ timestamp: ago(6_000), sampledValue: [{ value: '3000' }] }];
  await chargePoint.call('MeterValues', { connectorId: 1, transactionId: first, meterValue });
  const second = await start(chargePoint, {
    idTag: await bench.card('B'),
    timestamp: ago(60),
    meterStart: 3_000,
  });
  const unfinished = await session(bench, chargePoint, first);
  shows('the old session', unfinished, { state: 'needs-decision', energyWh: null, measuredWh: 3_000 });
  hasDoubt(unfinished, 'no-stop');
  shows('the new session', await session(bench, chargePoint, second), { state: 'running' });
}

/** R41: the stop overtakes its start, which then completes the session. */
export async function stopBeforeStart(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const idTag = await bench.card();
  await stop(chargePoint, -1, { idTag, meterStop: 6_000, timestamp: ago(60) });
  const transactionId = await start(chargePoint, { idTag, meterStart: 1_000, timestamp: ago(3_600) });
  await report(chargePoint, 1, 'Available');
  const joined = await session(bench, chargePoint, transactionId);
  shows('one whole session', joined, { measuredWh: 5_000 });
  insist('an end of it', joined.endedAt !== null, joined);
}

export function hasDoubt(seen: Payload, kind: string): void {
  insist(
    `the doubt ${kind}`,
    seen.doubts.some((doubt: Payload) => doubt.kind === kind),
    seen.doubts,
  );
}
