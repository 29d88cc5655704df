import { type Bench, report } from '../../harness/bench.ts';
import type { ChargePoint, Payload } from '../../harness/charge-point.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { authorize, cardId, charge, session, sessionsOf, start, stop } from '../charging.ts';
import { becomes, obeyed, showsMark } from '../orders.ts';

/** TC_010 */
export async function remoteStartCableFirst(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await report(chargePoint, 1, 'Preparing');
  const { idTag, command } = await remoteStart(bench, chargePoint);
  await authorize(chargePoint, idTag);
  const transactionId = await start(chargePoint, { idTag });
  await report(chargePoint, 1, 'Charging');
  await becomes(bench, command, 'in-effect');
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'running' });
}

/** TC_011_1 */
export async function remoteStartFirst(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { idTag, command } = await remoteStart(bench, chargePoint);
  await authorize(chargePoint, idTag);
  await report(chargePoint, 1, 'Preparing');
  const transactionId = await start(chargePoint, { idTag });
  await report(chargePoint, 1, 'Charging');
  await becomes(bench, command, 'in-effect');
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'running' });
}

/** TC_011_2 */
export async function remoteStartWithoutCable(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const { idTag } = await remoteStart(bench, chargePoint);
  await authorize(chargePoint, idTag);
  await report(chargePoint, 1, 'Preparing');
  await report(chargePoint, 1, 'Available');
  await showsMark(bench, chargePoint, 'free');
  equals('no session', await sessionsOf(bench, chargePoint), []);
}

/** TC_026 */
export async function remoteStartRejected(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await remoteStart(bench, chargePoint, 'Rejected');
  equals('no session', await sessionsOf(bench, chargePoint), []);
}

/** TC_012 */
export async function remoteStop(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await charge(chargePoint, { idTag: await bench.card() });
  const { id: sessionId } = await session(bench, chargePoint, transactionId);
  const { payload, command } = await obeyed(
    { bench, chargePoint },
    { order: { kind: 'remote-stop', sessionId }, action: 'RemoteStopTransaction', state: 'accepted' },
  );
  equals('RemoteStopTransaction.req', payload, { transactionId });
  await stop(chargePoint, transactionId, { reason: 'Remote' });
  await report(chargePoint, 1, 'Finishing');
  await report(chargePoint, 1, 'Available');
  await becomes(bench, command, 'in-effect');
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'ended', reason: 'Remote' });
}

/** TC_028: the station does not know the transaction (any more). */
export async function remoteStopRejected(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await charge(chargePoint, { idTag: await bench.card() });
  const { id: sessionId } = await session(bench, chargePoint, transactionId);
  const { command } = await obeyed(
    { bench, chargePoint },
    {
      order: { kind: 'remote-stop', sessionId },
      action: 'RemoteStopTransaction',
      answer: { status: 'Rejected' },
      state: 'rejected',
    },
  );
  insist('the answer to be shown', command.answer === 'Rejected', command);
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'running' });
}

async function remoteStart(
  bench: Bench,
  chargePoint: ChargePoint,
  status: 'Accepted' | 'Rejected' = 'Accepted',
): Promise<{ readonly idTag: string; readonly command: Payload }> {
  const uid = await bench.card();
  const { payload, command } = await obeyed(
    { bench, chargePoint },
    {
      order: { kind: 'remote-start', connectorId: 1, cardId: await cardId(bench, uid) },
      action: 'RemoteStartTransaction',
      answer: { status },
      state: status === 'Accepted' ? 'accepted' : 'rejected',
    },
  );
  equals('RemoteStartTransaction.req', payload, { connectorId: 1, idTag: uid });
  return { idTag: uid, command };
}
