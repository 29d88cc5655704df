import { ago, cardOfGroup, session, sessionsOf, start, stop } from '../cases/charging.ts';
import type { Bench } from '../harness/bench.ts';
import type { Payload } from '../harness/charge-point.ts';
import { equals, insist, shows } from '../harness/judge.ts';
import { hasDoubt } from './starts.ts';

/** R37 */
export async function sameStopTwice(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, { idTag: await bench.card(), timestamp: ago(3_600) });
  const end = { meterStop: 6_000, timestamp: ago(60), reason: 'Local' };
  for (let count = 0; count < 3; count++)
    equals('an answer', await stop(chargePoint, transactionId, end), {});
  const ended = await session(bench, chargePoint, transactionId);
  shows('a session', ended, { state: 'ended', energyWh: 6_000, doubts: [] });
}

/** R38: the first stop stands, the second is a doubt. */
export async function otherStopTwice(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, { idTag: await bench.card(), timestamp: ago(3_600) });
  await stop(chargePoint, transactionId, { meterStop: 6_000, timestamp: ago(60) });
  await stop(chargePoint, transactionId, { meterStop: 9_000, timestamp: ago(60) });
  const doubted = await session(bench, chargePoint, transactionId);
  shows('the session', doubted, { state: 'needs-decision', measuredWh: 6_000, energyWh: null });
  hasDoubt(doubted, 'conflicting-stop');
}

/** R39: -1 may mean one open session, or several, or none. */
export async function stopOfUnknown(bench: Bench): Promise<void> {
  const [one, two, none] = [
    await bench.chargePoint('ONE'),
    await bench.chargePoint('TWO'),
    await bench.chargePoint('NONE'),
  ];
  const begin = { timestamp: ago(3_600) };
  const idTag = await bench.card('A', { maxConcurrent: null });
  const meant = await start(one, { ...begin, idTag });
  await start(two, { ...begin, idTag, connectorId: 1 });
  await start(two, { ...begin, idTag, connectorId: 2 });
  for (const chargePoint of [one, two, none]) await stop(chargePoint, -1, { idTag, meterStop: 4_000 });
  const guessed = await session(bench, one, meant);
  shows('the only session', guessed, { state: 'needs-decision', measuredWh: 4_000, energyWh: null });
  hasDoubt(guessed, 'inferred-stop');
  shows('two sessions', await sessionsOf(bench, two), [{ state: 'running' }, { state: 'running' }]);
  for (const { id } of [two, none]) await keepsStray(bench, id, 'unknown-stop');
}

/** R40 */
export async function stopOfForeign(bench: Bench): Promise<void> {
  const [victim, other] = [await bench.chargePoint('VICTIM'), await bench.chargePoint('OTHER')];
  const transactionId = await start(victim, { idTag: await bench.card(), timestamp: ago(3_600) });
  equals('an answer', await stop(other, transactionId, { meterStop: 1 }), {});
  shows('the session', await session(bench, victim, transactionId), { state: 'running', doubts: [] });
  await keepsStray(bench, other.id, 'foreign-stop');
}

/** R44 */
export async function stopWithoutWords(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, { idTag: await bench.card(), timestamp: ago(600) });
  await stop(chargePoint, transactionId, { meterStop: 900 });
  const ended = await session(bench, chargePoint, transactionId);
  shows('the session', ended, { state: 'ended', energyWh: 900, doubts: [] });
  insist('Local, as the standard has it', ended.reason === null || ended.reason === 'Local', ended.reason);
}

/** R45: one of the family may end the session of another. */
export async function stopOfSameGroup(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const group = 'R45-FAMILY';
  const idTag = await cardOfGroup(bench, 'A', group);
  const other = await cardOfGroup(bench, 'B', group);
  const transactionId = await start(chargePoint, { idTag, timestamp: ago(3_600) });
  const answer = await stop(chargePoint, transactionId, { idTag: other, meterStop: 5_000, reason: 'Local' });
  shows('the verdict on the other card', answer, { idTagInfo: { status: 'Accepted', parentIdTag: group } });
  const ended = await session(bench, chargePoint, transactionId);
  shows('the session', ended, { state: 'ended', energyWh: 5_000, cardUid: idTag, doubts: [] });
}

/** R46 */
export async function stopWithManyValues(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await start(chargePoint, { idTag: await bench.card(), timestamp: ago(240_000) });
  const transactionData = Array.from({ length: 4_000 }, (_, index) => ({
    timestamp: ago((4_000 - index) * 60),
    sampledValue: ['L1', 'L2', 'L3']
      .map((phase) => ({ value: '230.1', measurand: 'Voltage', phase, context: 'Sample.Periodic' }))
      .concat([
        {
          value: String(index * 10),
          measurand: 'Energy.Active.Import.Register',
          phase: 'N',
          context: 'Sample.Periodic',
        },
      ]),
  }));
  insist('about 1.5 MB', JSON.stringify(transactionData).length > 1_400_000);
  await stop(chargePoint, transactionId, { meterStop: 40_000, transactionData });
  const ended = await session(bench, chargePoint, transactionId);
  shows('the session', ended, { state: 'ended', energyWh: 40_000 });
}

async function keepsStray(bench: Bench, stationId: string, kind: string): Promise<void> {
  const { items } = await bench.get('/strays');
  const found = items.filter((item: Payload) => item.stationId === stationId);
  shows('what is put aside', found, [{ stationId, kind }]);
}
