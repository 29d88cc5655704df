import { type Bench, report } from '../../harness/bench.ts';
import { equals, shows } from '../../harness/judge.ts';
import { ago, authorize, cardId, session, start, stop } from '../charging.ts';
import { obeyed } from '../orders.ts';

/** TC_023_1 */
export async function unknownCard(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await authorize(chargePoint, 'TC0231NOBODY', 'Invalid');
}

/** TC_023_2 */
export async function expiredCard(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await authorize(chargePoint, await bench.card('CARD', { expiresAt: ago(3_600) }), 'Expired');
}

/** TC_023_3 */
export async function blockedCard(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const uid = await bench.card();
  await bench.patch(`/cards/${await cardId(bench, uid)}`, { blocked: true });
  await authorize(chargePoint, uid, 'Blocked');
}

/** TC_061 */
export async function clearCache(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { payload } = await obeyed(
    { bench, chargePoint },
    { order: { kind: 'clear-cache' }, action: 'ClearCache', state: 'in-effect' },
  );
  equals('ClearCache.req', payload, {});
}

/** TC_037_1 */
export async function offlineStart(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const idTag = await bench.card();
  await chargePoint.hangUp();
  const again = await bench.connect(chargePoint.id);
  const transactionId = await start(again, { idTag, timestamp: ago(120) });
  await report(again, 1, 'Charging');
  shows('a session', await session(bench, again, transactionId), { state: 'running' });
}

/** TC_037_3: a refused start has a transaction all the same, because its stop will name it. */
export async function offlineStartRefused(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await chargePoint.hangUp();
  const again = await bench.connect(chargePoint.id);
  const idTag = 'TC0373NOBODY';
  const transactionId = await start(again, { idTag, timestamp: ago(120) }, 'Invalid');
  await stop(again, transactionId, { reason: 'DeAuthorized' });
  await report(again, 1, 'Available');
  const refused = await session(bench, again, transactionId);
  shows('a session that was refused', refused, { refused: 'unknown', reason: 'DeAuthorized' });
}

/** TC_039 */
export async function offlineSession(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const idTag = await bench.card();
  await chargePoint.hangUp();
  const again = await bench.connect(chargePoint.id);
  const transactionId = await start(again, { idTag, timestamp: ago(3_600), meterStart: 1_000 });
  await stop(again, transactionId, { idTag, timestamp: ago(600), meterStop: 6_500, reason: 'Local' });
  const ended = await session(bench, again, transactionId);
  shows('a whole session', ended, { state: 'ended', energyWh: 5_500, reason: 'Local' });
}
