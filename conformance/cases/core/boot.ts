import { type Bench, boot, report } from '../../harness/bench.ts';
import { insist, shows } from '../../harness/judge.ts';
import { ago, charge, session, stop } from '../charging.ts';
import { becomes, obeyed } from '../orders.ts';

/** TC_001 */
export async function coldBoot(bench: Bench): Promise<void> {
  const chargePoint = await bench.connect(await bench.adopt());
  const answer = await boot(chargePoint, 2);
  insist('an interval above 0', answer.interval > 0, answer);
  const driftMs = Math.abs(Date.parse(answer.currentTime) - Date.now());
  insist('the time of now, in UTC', driftMs < 60_000 && answer.currentTime.endsWith('Z'), answer);
  const beat = await chargePoint.call('Heartbeat', {});
  insist('the time of now', Math.abs(Date.parse(beat.currentTime) - Date.now()) < 60_000, beat);
}

/** TC_013 and TC_014. The session ends before the boot, and its line may go before our answer. */
export async function reset(bench: Bench, type: 'Hard' | 'Soft'): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const idTag = await bench.card();
  const transactionId = await charge(chargePoint, { idTag });
  const { payload, command } = await obeyed(
    { bench, chargePoint },
    { order: { kind: 'reset', type }, action: 'Reset', state: 'accepted' },
  );
  shows('Reset.req', payload, { type });
  await stop(chargePoint, transactionId, { meterStop: 10, reason: `${type}Reset` });
  await chargePoint.hangUp();
  const again = await bench.connect(chargePoint.id);
  await boot(again);
  await becomes(bench, command, 'in-effect');
}

/** TC_032_1: sessions end with the power, and are told after it is back. */
export async function powerFailure(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await charge(chargePoint, { idTag: await bench.card(), timestamp: ago(60) });
  chargePoint.socket.terminate();
  const again = await bench.connect(chargePoint.id);
  await boot(again, 0);
  await report(again, 1, 'Finishing');
  await report(again, 2, 'Available');
  await stop(again, transactionId, { meterStop: 50, timestamp: ago(30), reason: 'PowerLoss' });
  await report(again, 1, 'Available');
  shows('a session', await session(bench, again, transactionId), { state: 'ended', reason: 'PowerLoss' });
}
