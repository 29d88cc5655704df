import { start } from '../cases/charging.ts';
import { becomes, order } from '../cases/orders.ts';
import { type Bench, report } from '../harness/bench.ts';
import { insist, shows } from '../harness/judge.ts';

const BOOT = { chargePointVendor: 'Muster', chargePointModel: 'Wallbox 11' };

/** R25: J errata 3.10. What it has to tell about sessions and about its security is taken all the same. */
export async function beforeAccepted(bench: Bench): Promise<void> {
  const idTag = await bench.card();
  const chargePoint = await bench.connect(await bench.adopt(bench.name(), { registration: 'pending' }));
  for (const [action, payload] of [
    ['Heartbeat', {}],
    ['Authorize', { idTag }],
    ['StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' }],
  ] as const)
    shows(action, await chargePoint.attempt(action, payload), { kind: 'error', code: 'SecurityError' });
  shows('boot', await chargePoint.call('BootNotification', BOOT), { status: 'Pending' });
  insist('a transaction', (await start(chargePoint, { idTag }, 'Invalid')) > 0);
  const timestamp = new Date().toISOString();
  await chargePoint.call('SecurityEventNotification', { type: 'InvalidMessages', timestamp });
}

/** R27: what sets the station up goes through, and what it is asked for (OCPP 1.6 §4.2); then it is asked to boot again, and accepted. */
export async function pendingThenAccepted(bench: Bench): Promise<void> {
  const chargePoint = await bench.connect(await bench.adopt(bench.name(), { registration: 'pending' }));
  const pending = await chargePoint.call('BootNotification', BOOT);
  shows('boot', pending, { status: 'Pending' });
  insist('an interval above 0', pending.interval > 0, pending);
  const command = await order(bench, chargePoint, { kind: 'unlock', connectorId: 1 });
  await chargePoint.obeys('UnlockConnector', { status: 'Unlocked' });
  await becomes(bench, command, 'in-effect');
  await order(bench, chargePoint, { kind: 'trigger', message: 'StatusNotification', connectorId: 1 });
  await chargePoint.obeys('TriggerMessage');
  await report(chargePoint, 1, 'Available');
  await bench.patch(`/stations/${chargePoint.id}`, { registration: 'accepted' });
  shows('an invitation', await chargePoint.obeys('TriggerMessage'), { requestedMessage: 'BootNotification' });
  shows('boot', await chargePoint.call('BootNotification', BOOT), { status: 'Accepted' });
  await report(chargePoint, 1, 'Available');
}

/** R28: whoever is rejected hears nothing of us (OCPP 1.6 §4.2). */
export async function rejected(bench: Bench): Promise<void> {
  const chargePoint = await bench.connect(await bench.adopt(bench.name(), { registration: 'rejected' }));
  const answer = await chargePoint.call('BootNotification', BOOT);
  shows('boot', answer, { status: 'Rejected' });
  insist('an interval above 0', answer.interval > 0, answer);
  await order(bench, chargePoint, { kind: 'unlock', connectorId: 1 });
  await bench.attempt('POST', `/stations/${chargePoint.id}/configuration/read`, {});
  // Another station that was ordered something later has got it: ours would have had its call by now.
  const other = await bench.chargePoint('OTHER');
  const command = await order(bench, other, { kind: 'unlock', connectorId: 1 });
  await other.obeys('UnlockConnector', { status: 'Unlocked' });
  await becomes(bench, command, 'in-effect');
  insist('not a word', chargePoint.unasked.length === 0, chargePoint.unasked);
}
