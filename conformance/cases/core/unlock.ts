import { type Bench, report } from '../../harness/bench.ts';
import type { ChargePoint } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { charge, session, stop } from '../charging.ts';
import { obeyed } from '../orders.ts';

/** TC_017_1, TC_017_2, TC_030 and TC_031: what the station says about a connector without a session. */
export async function unlockAnswered(
  bench: Bench,
  {
    answer,
    connectorId = 1,
  }: { readonly answer: 'Unlocked' | 'NotSupported' | 'UnlockFailed'; readonly connectorId?: number },
): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await unlock({ bench, chargePoint }, { answer, connectorId });
}

/** TC_018_1 */
export async function unlockWithSession(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await charge(chargePoint, { idTag: await bench.card() });
  await unlock({ bench, chargePoint }, { answer: 'Unlocked', connectorId: 1 });
  await report(chargePoint, 1, 'Finishing');
  await stop(chargePoint, transactionId, { reason: 'UnlockCommand' });
  await report(chargePoint, 1, 'Available');
  const ended = await session(bench, chargePoint, transactionId);
  shows('a session', ended, { state: 'ended', reason: 'UnlockCommand' });
}

async function unlock(
  at: { readonly bench: Bench; readonly chargePoint: ChargePoint },
  { answer, connectorId }: { readonly answer: string; readonly connectorId: number },
): Promise<void> {
  const { payload, command } = await obeyed(at, {
    order: { kind: 'unlock', connectorId },
    action: 'UnlockConnector',
    answer: { status: answer },
    state: answer === 'Unlocked' ? 'in-effect' : 'rejected',
  });
  equals('UnlockConnector.req', payload, { connectorId });
  if (answer !== 'Unlocked') insist(`${answer} to be shown`, command.answer === answer, command);
}
