import { type Bench, report } from '../../harness/bench.ts';
import { equals, insist, shows } from '../../harness/judge.ts';
import { authorize, charge, session, sessionsOf, start, stop } from '../charging.ts';
import { showsMark } from '../orders.ts';

/** TC_003 */
export async function plugInFirst(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await charge(chargePoint, { idTag: await bench.card() });
  await showsMark(bench, chargePoint, 'charging');
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'running' });
}

/** TC_004_1 */
export async function cardFirst(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const idTag = await bench.card();
  await authorize(chargePoint, idTag);
  await report(chargePoint, 1, 'Preparing');
  const transactionId = await start(chargePoint, { idTag });
  await report(chargePoint, 1, 'Charging');
  await showsMark(bench, chargePoint, 'charging');
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'running' });
}

/** TC_004_2 */
export async function cardWithoutCable(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await authorize(chargePoint, await bench.card());
  await report(chargePoint, 1, 'Preparing');
  await report(chargePoint, 1, 'Available');
  await showsMark(bench, chargePoint, 'free');
  equals('no session', await sessionsOf(bench, chargePoint), []);
}

/** TC_005_1 */
export async function unpluggedAtTheCar(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const transactionId = await charge(chargePoint, { idTag: await bench.card() });
  await report(chargePoint, 1, 'SuspendedEV');
  await stop(chargePoint, transactionId, { reason: 'EVDisconnected' });
  await report(chargePoint, 1, 'Finishing');
  await report(chargePoint, 1, 'Available');
  shows('a session', await session(bench, chargePoint, transactionId), {
    reason: 'EVDisconnected',
    state: 'ended',
  });
  await showsMark(bench, chargePoint, 'free');
}

/** TC_007: the card is known to the station from before. */
export async function startFromCache(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await report(chargePoint, 1, 'Preparing');
  const transactionId = await start(chargePoint, { idTag: await bench.card() });
  await report(chargePoint, 1, 'Charging');
  shows('a session', await session(bench, chargePoint, transactionId), { state: 'running' });
}

/** TC_024 */
export async function lockFailure(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  await report(chargePoint, 1, 'Preparing');
  await authorize(chargePoint, await bench.card());
  await report(chargePoint, 1, { status: 'Faulted', errorCode: 'ConnectorLockFailure' });
  const connector = await showsMark(bench, chargePoint, 'fault');
  insist('the failed lock to be named', connector.errorCode === 'ConnectorLockFailure', connector);
}

/** TC_064 */
export async function foreignDataTransfer(bench: Bench): Promise<void> {
  const chargePoint = await bench.chargePoint();
  const request = { vendorId: 'org.example.unknown', messageId: 'hello', data: 'world' };
  const { status } = await chargePoint.call('DataTransfer', request);
  insist(
    'Rejected, UnknownVendorId or UnknownMessageId',
    ['Rejected', 'UnknownVendorId', 'UnknownMessageId'].includes(status),
    status,
  );
}
